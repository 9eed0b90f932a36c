import { and, asc, desc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Queryable } from '../../../../db/client.ts'
import { employees } from '../../../../db/schema/employees.ts'
import { learnings } from '../../../../db/schema/learnings.ts'
import { shifts } from '../../../../db/schema/shifts.ts'
import { themeDecisions, themeHearings, themeLearnings } from '../../../../db/schema/themes.ts'

/** A learning of these themes that is still there. */
const heardIn = (themeIds: readonly string[]) =>
  and(
    inArray(themeLearnings.themeId, [...themeIds]),
    isNull(themeLearnings.leftAt),
    isNull(learnings.withdrawnAt)
  )

/** What a suggestion shows of each theme, merged ones counted in. */
export async function listSuggested(
  db: Queryable,
  themeIds: readonly string[],
  merges: ReadonlyMap<string, string>
) {
  const { rows } = await db.execute<{
    id: string
    title: string
    summary: string
    reporters: number
    learnings: number
  }>(sql`
    select themes.id, themes.title, themes.summary, count(distinct learnings.employee_id)::int as reporters,
      count(distinct learnings.id)::int as learnings
    from themes
    left join unnest(
      ${sql.param([...merges.keys()])}::uuid[], ${sql.param([...merges.values()])}::uuid[]
    ) as merged (theme_id, into_id) on merged.into_id = themes.id
    left join theme_learnings on theme_learnings.theme_id in (themes.id, merged.theme_id)
      and theme_learnings.left_at is null
    left join learnings on learnings.id = theme_learnings.learning_id
    where themes.id = any(${sql.param([...themeIds])}::uuid[])
    group by themes.id`)
  return rows
}

/** What was decided of these themes, oldest first. */
export async function listDecisionsOf(db: Queryable, themeIds: readonly string[]) {
  return db
    .select({
      themeId: themeDecisions.themeId,
      decision: themeDecisions.decision,
      reason: themeDecisions.reason,
      decidedAt: themeDecisions.decidedAt,
      decidedBy: employees.name
    })
    .from(themeDecisions)
    .innerJoin(employees, eq(employees.id, themeDecisions.decidedBy))
    .where(inArray(themeDecisions.themeId, [...themeIds]))
    .orderBy(asc(themeDecisions.decidedAt), asc(themeDecisions.id))
}

/** Before whom these themes were put, and what they answered, oldest first. */
export async function listHearingsOf(db: Queryable, themeIds: readonly string[]) {
  return db
    .select({
      themeId: themeHearings.themeId,
      leader: employees.name,
      cause: themeHearings.cause,
      putAt: themeHearings.putAt,
      answer: themeHearings.answer,
      answeredAt: themeHearings.answeredAt
    })
    .from(themeHearings)
    .innerJoin(employees, eq(employees.id, themeHearings.leaderId))
    .where(inArray(themeHearings.themeId, [...themeIds]))
    .orderBy(asc(themeHearings.putAt), asc(themeHearings.id))
}

/** What customers said in their own words, newest first. */
export async function listCustomerWords(db: Queryable, themeIds: readonly string[], most: number) {
  const rows = await db
    .select({
      learningId: learnings.id,
      themeId: themeLearnings.themeId,
      teamId: employees.teamId,
      words: learnings.customerWords,
      heardOn: shifts.onDay
    })
    .from(themeLearnings)
    .innerJoin(learnings, eq(learnings.id, themeLearnings.learningId))
    .innerJoin(employees, eq(employees.id, learnings.employeeId))
    .innerJoin(shifts, eq(shifts.id, learnings.shiftId))
    .where(and(heardIn(themeIds), isNotNull(learnings.customerWords)))
    .orderBy(desc(learnings.submittedAt), desc(learnings.id))
    .limit(most)
  return rows.map(({ words, ...row }) => ({ ...row, words: words! }))
}

/** What was heard of these themes together: a reporter, a shift and a learning count once, in however many of them. */
export async function countHeardOf(db: Queryable, themeIds: readonly string[]) {
  const [row] = await db
    .select({
      learnings: sql<number>`count(*)::int`,
      reporters: sql<number>`count(distinct ${learnings.employeeId})::int`,
      shifts: sql<number>`count(distinct ${learnings.shiftId})::int`,
      customers: sql<number>`coalesce(sum(${learnings.timesThisShift}), 0)::float8`,
      minutes: sql<number>`coalesce(sum(${learnings.minutesLost}), 0)::float8`
    })
    .from(themeLearnings)
    .innerJoin(learnings, eq(learnings.id, themeLearnings.learningId))
    .where(heardIn(themeIds))
  return row!
}
