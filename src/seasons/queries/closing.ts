import { and, asc, eq, gte, inArray, isNotNull, isNull, lt, lte, sql } from 'drizzle-orm'
import type { Queryable } from '../../../db/client.ts'
import { assignments } from '../../../db/schema/assignments.ts'
import { employees } from '../../../db/schema/employees.ts'
import { fixItBlocks } from '../../../db/schema/fix-it-blocks.ts'
import { learnings } from '../../../db/schema/learnings.ts'
import { ledgerEntries } from '../../../db/schema/ledger.ts'
import { productAreas } from '../../../db/schema/product-areas.ts'
import { shifts } from '../../../db/schema/shifts.ts'
import { themeDecisions, themeLearnings, themes } from '../../../db/schema/themes.ts'

type Days = { fromOn: string; toOn: string }

const onDays = ({ fromOn, toOn }: Days) => and(gte(shifts.onDay, fromOn), lt(shifts.onDay, toOn))

/** Shifts of some days that are over by `now`, and people on them; a seat confirmed with no minutes was not worked. */
export async function countShiftsDone(db: Queryable, days: Days, now: Date) {
  const minutes = sql`(select sum(${ledgerEntries.minutes}) from ${ledgerEntries}
    where ${ledgerEntries.assignmentId} = ${assignments.id} and ${ledgerEntries.kind} = 'worked')`
  const [row] = await db
    .select({
      shifts: sql<number>`count(distinct ${shifts.id})`.mapWith(Number),
      people: sql<number>`count(distinct ${assignments.employeeId})`.mapWith(Number)
    })
    .from(assignments)
    .innerJoin(shifts, eq(shifts.id, assignments.shiftId))
    .where(
      and(
        isNull(assignments.releasedAt),
        lte(shifts.endsAt, now),
        onDays(days),
        sql`${minutes} is distinct from 0`
      )
    )
  return row!
}

/** Learnings of the shifts of some days. */
export async function countLearnings(db: Queryable, days: Days): Promise<number> {
  const [row] = await db
    .select({ learnings: sql<number>`count(*)`.mapWith(Number) })
    .from(learnings)
    .innerJoin(shifts, eq(shifts.id, learnings.shiftId))
    .where(and(isNull(learnings.withdrawnAt), onDays(days)))
  return row!.learnings
}

/** Repairs and pages after the shifts of some days that are done. */
export async function countFixes(db: Queryable, days: Days): Promise<number> {
  const [row] = await db
    .select({ fixes: sql<number>`count(*)`.mapWith(Number) })
    .from(fixItBlocks)
    .innerJoin(assignments, eq(assignments.id, fixItBlocks.assignmentId))
    .innerJoin(shifts, eq(shifts.id, assignments.shiftId))
    .where(and(isNotNull(fixItBlocks.doneAt), onDays(days)))
  return row!.fixes
}

/** What each reporter told of each theme on the shifts of some days. */
export async function listReports(db: Queryable, days: Days) {
  return db
    .select({
      themeId: themeLearnings.themeId,
      employeeId: learnings.employeeId,
      learnings: sql<number>`count(*)`.mapWith(Number),
      customers: sql<number>`sum(${learnings.timesThisShift})`.mapWith(Number),
      minutesLost: sql<number>`sum(${learnings.minutesLost})`.mapWith(Number)
    })
    .from(themeLearnings)
    .innerJoin(learnings, eq(learnings.id, themeLearnings.learningId))
    .innerJoin(shifts, eq(shifts.id, learnings.shiftId))
    .where(and(isNull(themeLearnings.leftAt), isNull(learnings.withdrawnAt), onDays(days)))
    .groupBy(themeLearnings.themeId, learnings.employeeId)
    .orderBy(asc(themeLearnings.themeId), asc(learnings.employeeId))
}

/** Answers that ended a waiting, given on some days (in UTC), oldest first. */
export async function listDecisions(db: Queryable, { fromOn, toOn }: Days) {
  return db
    .select({
      id: themeDecisions.id,
      themeId: themeDecisions.themeId,
      decision: themeDecisions.decision,
      reason: themeDecisions.reason,
      decidedAt: themeDecisions.decidedAt,
      decidedById: themeDecisions.decidedBy
    })
    .from(themeDecisions)
    .where(
      and(
        inArray(themeDecisions.decision, ['doing', 'done', 'declined']),
        gte(themeDecisions.decidedAt, new Date(`${fromOn}T00:00:00Z`)),
        lt(themeDecisions.decidedAt, new Date(`${toOn}T00:00:00Z`))
      )
    )
    .orderBy(asc(themeDecisions.decidedAt), asc(themeDecisions.id))
}

export async function listThemeNames(db: Queryable, themeIds: readonly string[]) {
  if (themeIds.length === 0) return []
  return db
    .select({ id: themes.id, title: themes.title, areaName: productAreas.name })
    .from(themes)
    .leftJoin(productAreas, eq(productAreas.id, themes.areaId))
    .where(inArray(themes.id, [...themeIds]))
    .orderBy(asc(themes.id))
}

export async function listNames(db: Queryable, employeeIds: readonly string[]): Promise<Map<string, string>> {
  if (employeeIds.length === 0) return new Map()
  const rows = await db
    .select({ id: employees.id, name: employees.name })
    .from(employees)
    .where(inArray(employees.id, [...employeeIds]))
  return new Map(rows.map(({ id, name }) => [id, name]))
}
