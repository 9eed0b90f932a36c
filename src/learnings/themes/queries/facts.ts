import { sql } from 'drizzle-orm'
import type { Queryable } from '../../../../db/client.ts'

/** A theme and the one within which it stands: itself, unless it is merged. */
export interface Member {
  themeId: string
  standingId: string
}

const membersOf = (members: readonly Member[]) => sql`unnest(
    ${sql.param(members.map(({ themeId }) => themeId))}::uuid[],
    ${sql.param(members.map(({ standingId }) => standingId))}::uuid[])`

/** The learnings in force of members named `m`, with their shifts. */
const heard = sql`join theme_learnings tl on tl.theme_id = m.theme_id and tl.left_at is null
    join learnings l on l.id = tl.learning_id
    join shifts s on s.id = l.shift_id`

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
  recentReporters: number
  recentMinutes: number
}

/** What was heard of each standing theme, merged ones with it; `recent` is what was heard since `since`. */
export async function countHeard(db: Queryable, members: readonly Member[], since: Date) {
  const { rows } = await db.execute<HeardRow>(sql`
    select m.standing_id as "standingId", count(*)::int as learnings,
      count(distinct l.employee_id)::int as reporters, count(distinct l.shift_id)::int as shifts,
      sum(l.times_this_shift)::float8 as customers, sum(l.minutes_lost)::float8 as minutes,
      min(s.starts_at) as "firstAt", max(s.starts_at) as "lastAt",
      (count(distinct l.employee_id) filter (where s.starts_at >= ${since}))::int as "recentReporters",
      coalesce(sum(l.minutes_lost) filter (where s.starts_at >= ${since}), 0)::float8 as "recentMinutes"
    from ${membersOf(members)} as m(theme_id, standing_id) ${heard}
    group by 1`)
  return rows.map((row) => ({ ...row, firstAt: new Date(row.firstAt), lastAt: new Date(row.lastAt) }))
}

/** When people reported a theme for the first time, of those who first did after an instant given per standing theme. */
export async function listFirstReports(
  db: Queryable,
  members: readonly Member[],
  after: ReadonlyMap<string, Date>
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
    ${heard}
    group by m.standing_id, m.since, l.employee_id
    having min(l.submitted_at) > m.since
    order by 1, 2`)
  return rows.map(({ standingId, at }) => ({ standingId, at: new Date(at) }))
}

interface LostRow extends Record<string, unknown> {
  standingId: string
  onDay: string
  minutes: number
}

/**
 * Minutes lost until an instant given per standing theme. Days for which one hourly rate holds are added up under the
 * day on which that rate begins, so there are as many rows as rates, not as days.
 */
export async function sumLost(
  db: Queryable,
  members: readonly Member[],
  until: ReadonlyMap<string, Date>
): Promise<LostRow[]> {
  const { rows } = await db.execute<LostRow>(sql`
    select m.standing_id as "standingId", sum(l.minutes_lost)::float8 as minutes, coalesce(
      (select max(r.from_on) from hourly_rates r where r.from_on <= s.on_day), '0001-01-01')::text as "onDay"
    from unnest(
      ${sql.param(members.map(({ themeId }) => themeId))}::uuid[],
      ${sql.param(members.map(({ standingId }) => standingId))}::uuid[],
      ${sql.param(members.map(({ standingId }) => until.get(standingId)?.toISOString() ?? null))}::timestamptz[]
    ) as m(theme_id, standing_id, until)
    ${heard}
    where s.starts_at < m.until
    group by 1, 3
    order by 1, 3`)
  return rows
}
