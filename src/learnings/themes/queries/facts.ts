import { sql } from 'drizzle-orm'
import type { Queryable } from '../../../../db/client.ts'
import { type AsOf, inForceAt, pastOf } from '../../queries/as-of.ts'

/** A theme and the one within which it stands: itself, unless it is merged. */
export interface Member {
  themeId: string
  standingId: string
}

/** The learnings in force of members named `m`, with their shifts. */
const heard = (asOf: AsOf) => sql`join theme_learnings tl on tl.theme_id = m.theme_id
      and ${inForceAt(sql`tl.joined_at`, sql`tl.left_at`, asOf)}
    join learnings l on l.id = tl.learning_id
    join shifts s on s.id = l.shift_id`

/** How many customers and minutes a learning tells of: its writer may have changed it since. */
function amounts(asOf: AsOf) {
  if (!asOf) return sql`l.times_this_shift, l.minutes_lost`
  const past = pastOf('learnings', sql`l.id`, asOf)
  const was = (name: 'times_this_shift' | 'minutes_lost') =>
    sql`coalesce((${past} ->> ${name})::int, l.${sql.raw(name)}) as ${sql.raw(name)}`
  return sql`${was('times_this_shift')}, ${was('minutes_lost')}`
}

/** drizzle hands raw rows over as PostgreSQL wrote them: instants as text. */
interface HeardRow extends Record<string, unknown> {
  standingId: string
  learnings: number
  reporters: number
  shifts: number
  customers: number
  minutes: number
  firstAt: string
  lastAt: string
  firstSubmittedAt: string | null
  recentReporters: number
  recentMinutes: number
  lost: (number | null)[]
}

/** Learnings count as recent from an instant on, and cost time until an instant given per standing theme. */
export interface HeardQuestion {
  since: Date
  until: ReadonlyMap<string, Date>
  /** Days on which an hourly rate begins, in order, each once. */
  rateDays: readonly string[]
  asOf: AsOf
}

/** What was heard of a standing theme, added up. */
export type HeardSums = Awaited<ReturnType<typeof countHeard>>[number]

/**
 * What was heard of each standing theme, merged ones with it, in one reading of its learnings. Minutes lost are added up
 * under the day on which the rate that holds begins, so there are as many sums as rates, not as days.
 */
export async function countHeard(
  db: Queryable,
  members: readonly Member[],
  { since, until, rateDays, asOf }: HeardQuestion
) {
  const periods = ['0001-01-01', ...rateDays]
  const lost = periods.map((_, at) => sql`sum(minutes_lost) filter (where is_waited and rate_at = ${at})`)
  const { rows } = await db.execute<HeardRow>(sql`
    select standing_id as "standingId", count(*)::int as learnings,
      count(distinct employee_id)::int as reporters, count(distinct shift_id)::int as shifts,
      sum(times_this_shift)::float8 as customers, sum(minutes_lost)::float8 as minutes,
      min(starts_at) as "firstAt", max(starts_at) as "lastAt",
      min(submitted_at) filter (where withdrawn_at is null) as "firstSubmittedAt",
      (count(distinct employee_id) filter (where starts_at >= ${since}))::int as "recentReporters",
      coalesce(sum(minutes_lost) filter (where starts_at >= ${since}), 0)::float8 as "recentMinutes",
      array[${sql.join(lost, sql`, `)}]::float8[] as lost
    from (
      select m.standing_id, l.employee_id, l.shift_id, l.submitted_at, l.withdrawn_at, ${amounts(asOf)}, s.starts_at,
        s.starts_at < m.until as is_waited, width_bucket(s.on_day, ${sql.param([...rateDays])}::date[]) as rate_at
      from unnest(
        ${sql.param(members.map(({ themeId }) => themeId))}::uuid[],
        ${sql.param(members.map(({ standingId }) => standingId))}::uuid[],
        ${sql.param(members.map(({ standingId }) => until.get(standingId)?.toISOString() ?? null))}::timestamptz[]
      ) as m(theme_id, standing_id, until) ${heard(asOf)}
    ) as told
    group by 1`)
  return rows.map(({ lost, ...row }) => ({
    ...row,
    firstAt: new Date(row.firstAt),
    lastAt: new Date(row.lastAt),
    firstSubmittedAt: row.firstSubmittedAt === null ? null : new Date(row.firstSubmittedAt),
    lost: periods.flatMap((onDay, at) => {
      const minutes = lost[at] ?? null
      return minutes === null ? [] : [{ onDay, minutes }]
    })
  }))
}

/** Fewer themes than this are asked for what was heard of them; of more it is looked up what was heard at all. */
const MANY_THEMES = 50

/**
 * Of those, what was heard from an instant on. Of many themes shift by shift in the index, for a month has few of the learnings
 * of years.
 */
export async function countRecent(db: Queryable, members: readonly Member[], since: Date) {
  const asked = sql`unnest(
        ${sql.param(members.map(({ themeId }) => themeId))}::uuid[],
        ${sql.param(members.map(({ standingId }) => standingId))}::uuid[]
      ) as m(theme_id, standing_id)`
  const ofShifts = sql`shifts s cross join lateral (
        select id, employee_id, minutes_lost from learnings where shift_id = s.id offset 0) as l
      join theme_learnings tl on tl.learning_id = l.id and tl.left_at is null
      join ${asked} on m.theme_id = tl.theme_id`
  const { rows } = await db.execute<{ standingId: string; reporters: number; minutes: number }>(sql`
    select m.standing_id as "standingId", count(distinct l.employee_id)::int as reporters,
      coalesce(sum(l.minutes_lost), 0)::float8 as minutes
    from ${members.length < MANY_THEMES ? sql`${asked} ${heard(null)}` : ofShifts}
    where s.starts_at >= ${since}
    group by 1`)
  return rows
}

/** When people reported a theme for the first time, of those who first did after an instant given per standing theme. */
export async function listFirstReports(
  db: Queryable,
  members: readonly Member[],
  after: ReadonlyMap<string, Date>,
  asOf: AsOf
): Promise<{ standingId: string; at: Date }[]> {
  const asked = members.flatMap((member) => {
    const since = after.get(member.standingId)
    return since ? [{ ...member, since: since.toISOString() }] : []
  })
  const { rows } = await db.execute<{ standingId: string; at: string }>(sql`
    select m.standing_id as "standingId", min(l.submitted_at) as at
    from unnest(
      ${sql.param(asked.map(({ themeId }) => themeId))}::uuid[],
      ${sql.param(asked.map(({ standingId }) => standingId))}::uuid[],
      ${sql.param(asked.map(({ since }) => since))}::timestamptz[]) as m(theme_id, standing_id, since)
    ${heard(asOf)}
    group by m.standing_id, m.since, l.employee_id
    having min(l.submitted_at) > m.since
    order by 1, 2`)
  return rows.map(({ standingId, at }) => ({ standingId, at: new Date(at) }))
}
