import { and, asc, eq, gte, inArray, isNotNull, isNull, lt, lte, sql } from 'drizzle-orm'
import type { Queryable } from '../../../db/client.ts'
import { assignments } from '../../../db/schema/assignments.ts'
import { employees } from '../../../db/schema/employees.ts'
import { fixItBlocks } from '../../../db/schema/fix-it-blocks.ts'
import { learnings } from '../../../db/schema/learnings.ts'
import { ledgerEntries } from '../../../db/schema/ledger.ts'
import { productAreas } from '../../../db/schema/product-areas.ts'
import { shifts } from '../../../db/schema/shifts.ts'
import { themeDecisions, themes } from '../../../db/schema/themes.ts'

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

/** What was heard of a theme and all that is merged into it. */
export interface HeardTheme {
  themeId: string
  reporters: number
  learnings: number
  customers: number
  minutesLost: number
}

/** What was told on the shifts of some days of each theme that stands; what is merged counts as the one it stands within. */
export async function sumThemes(
  db: Queryable,
  { fromOn, toOn }: Days,
  standing: ReadonlyMap<string, string>
): Promise<HeardTheme[]> {
  const { rows } = await db.execute<HeardTheme & Record<string, unknown>>(sql`
    select coalesce(merged.standing_id, tl.theme_id) as "themeId", count(distinct l.employee_id)::int as reporters,
      count(*)::int as learnings, sum(l.times_this_shift)::int as customers, sum(l.minutes_lost)::int as "minutesLost"
    from shifts s join learnings l on l.shift_id = s.id and l.withdrawn_at is null
      join theme_learnings tl on tl.learning_id = l.id and tl.left_at is null
      left join unnest(${sql.param([...standing.keys()])}::uuid[], ${sql.param([...standing.values()])}::uuid[])
        as merged (theme_id, standing_id) on merged.theme_id = tl.theme_id
    where s.on_day >= ${fromOn}::date and s.on_day < ${toOn}::date
    group by 1 order by 1`)
  return rows
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
    .where(sql`${themes.id} = any(${sql.param([...themeIds])}::uuid[])`)
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
