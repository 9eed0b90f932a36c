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

/** When each reporter reported each theme for the first time. */
export async function listFirstReports(db: Queryable) {
  return db
    .select({
      themeId: themeLearnings.themeId,
      employeeId: learnings.employeeId,
      at: sql<Date>`min(${learnings.submittedAt})`.mapWith(learnings.submittedAt)
    })
    .from(themeLearnings)
    .innerJoin(learnings, eq(learnings.id, themeLearnings.learningId))
    .where(and(isNull(themeLearnings.leftAt), isNull(learnings.withdrawnAt)))
    .groupBy(themeLearnings.themeId, learnings.employeeId)
    .orderBy(asc(themeLearnings.themeId), asc(learnings.employeeId))
}
