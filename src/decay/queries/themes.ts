import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { Queryable } from '../../../db/client.ts'
import { learnings } from '../../../db/schema/learnings.ts'
import { themeDecisions, themeLearnings, themes } from '../../../db/schema/themes.ts'

export async function listThemes(db: Queryable) {
  return db.select({ id: themes.id, createdAt: themes.createdAt }).from(themes).orderBy(asc(themes.id))
}

export async function listDecisions(db: Queryable) {
  return db
    .select({
      themeId: themeDecisions.themeId,
      decision: themeDecisions.decision,
      decidedAt: themeDecisions.decidedAt
    })
    .from(themeDecisions)
    .orderBy(asc(themeDecisions.decidedAt), asc(themeDecisions.id))
}

/**
 * When each of these themes was reported for the first time, and the declined ones by each reporter, who may have them heard
 * anew; of the others nobody is told apart (`employeeId` is null), which is nearly all of what there is.
 */
export async function listFirstReports(
  db: Queryable,
  { themeIds, declinedIds }: { themeIds: readonly string[]; declinedIds: readonly string[] }
) {
  const isOneOf = (ids: readonly string[]) =>
    sql`${themeLearnings.themeId} = any(${sql.param([...ids])}::uuid[])`
  return db
    .select({
      themeId: themeLearnings.themeId,
      employeeId: sql<string | null>`case when ${isOneOf(declinedIds)} then ${learnings.employeeId} end`,
      at: sql<Date>`min(${learnings.submittedAt})`.mapWith(learnings.submittedAt)
    })
    .from(themeLearnings)
    .innerJoin(learnings, eq(learnings.id, themeLearnings.learningId))
    .where(and(isOneOf(themeIds), isNull(themeLearnings.leftAt), isNull(learnings.withdrawnAt)))
    .groupBy(sql`1, 2`)
}
