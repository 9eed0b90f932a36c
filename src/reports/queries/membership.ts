import { type SQL, sql } from 'drizzle-orm'
import type { Queryable } from '../../../db/client.ts'
import type { Cell } from '../../engine/privacy/thin-cut.ts'
import type { Period } from '../../lib/period.ts'
import { type Moment, TRACK_ROWS } from './day-facts.ts'
import { daysOf } from './person-days.ts'
import { COLUMN, isOnly, KINDS, type Kind, type Reach } from './spans.ts'

/** How many people were in a group from one day until before another. */
export interface Stay {
  kind: Kind | 'all'
  key: string
  fromOn: string
  toOn: string
  people: number
}

/** People who were in both groups at the same time. */
export interface Crossing extends Cell {
  kind: Kind
  other: Kind
}

const named = (names: readonly SQL[]) => sql`(${sql.join([...names], sql`, `)})`

/** Where people were and from when to when, as counts: of everybody, and of the groups of these kinds. One query. */
export async function countStays(db: Queryable, kinds: readonly Kind[]): Promise<Stay[]> {
  const sets = [sql`(first_on, end_on)`, ...kinds.map((kind) => sql`(${sql.raw(kind)}, first_on, end_on)`)]
  const kind = kinds.map((name) => sql`when grouping(${sql.raw(name)}) = 0 then ${name}`)
  const key = kinds.map((name) => sql`when grouping(${sql.raw(name)}) = 0 then ${sql.raw(name)}::text`)
  const columns = kinds.map((name) => sql`${COLUMN[name]} as ${sql.raw(name)}, `)
  const none = kinds.length === 0
  // Who was in the same places from and to the same days first: thousands, where people are ten thousands.
  const { rows } = await db.execute<Stay & Record<string, unknown>>(sql`
    with alike as materialized (
      select *, count(*)::int as people from (
        select ${sql.join(columns, sql``)}greatest(joined_on, from_on) as first_on, least(last_on + 1, to_on) as end_on
        from report_span as span) as stay
      where first_on < end_on
      group by ${sql.join([...kinds.map((name) => sql.raw(name)), sql`first_on`, sql`end_on`], sql`, `)})
    select ${none ? sql`'all'` : sql`case ${sql.join(kind, sql` `)} else 'all' end`} as kind,
      ${none ? sql`''` : sql`case ${sql.join(key, sql` `)} else '' end`} as key,
      first_on::text as "fromOn", end_on::text as "toOn", sum(people)::int as people
    from alike group by grouping sets ${named(sets)}`)
  return rows
}

/** How many people are in two groups of different kinds, for these pairs of kinds. One query. */
export async function countCrossings(
  db: Queryable,
  pairs: readonly (readonly [Kind, Kind])[],
  period: Period
): Promise<Crossing[]> {
  if (pairs.length === 0) return []
  const kinds = [...new Set(pairs.flat())]
  const columns = sql.join(
    kinds.map((kind) => sql`${COLUMN[kind]} as ${sql.raw(kind)}`),
    sql`, `
  )
  const named = sql.raw(kinds.join(', '))
  const parts = pairs.map(([kind, other]) => {
    const [a, b] = [sql.raw(kind), sql.raw(other)]
    return sql`
      select ${kind} as kind, ${other} as other, a::text, b::text, sum(people)::int as people from (
        select ${a} as a, ${b} as b, people from settled
        union all select a, b, count(*) from (select distinct ${a} as a, ${b} as b, id from moved) as once group by a, b) as both_
      group by a, b`
  })
  const { rows } = await db.execute<Crossing & Record<string, unknown>>(sql`
    with stay as not materialized (
      select id, ${columns}, ${isOnly(period)} as is_only from report_span as span 
      where greatest(joined_on, from_on) < least(last_on + 1, to_on)),
    settled as materialized (select ${named}, count(*) as people from stay where is_only group by ${named}),
    moved as materialized (select id, ${named} from stay where not is_only)
    ${sql.join(parts, sql` union all `)}`)
  return rows
}

/** How many people have hours in a track, and how many of a group of each kind; of all of them where `kind` is null. */
export async function countInTracks(db: Queryable, reach: Reach, moment: Moment) {
  const sets = [sql`(track)`, ...KINDS.map((kind) => sql`(track, ${sql.raw(kind)})`)]
  const kind = KINDS.map((name) => sql`when grouping(${sql.raw(name)}) = 0 then ${name}`)
  const key = KINDS.map((name) => sql`when grouping(${sql.raw(name)}) = 0 then ${sql.raw(name)}::text`)
  const columns = KINDS.map((name) => sql`${COLUMN[name]} as ${sql.raw(name)}`)
  const { rows } = await db.execute<{
    kind: Kind | null
    key: string | null
    track: number
    people: number
  }>(sql`
    with ${daysOf(reach, moment)}
    select case ${sql.join(kind, sql` `)} end as kind, case ${sql.join(key, sql` `)} end as key, track,
      count(distinct id)::int as people
    from (
      select distinct track.place as track, span.id, ${sql.join(columns, sql`, `)}
      from day join report_span as span on span.id = day.id and day.day >= span.from_on and day.day < span.to_on
      join (values (0), (1), (2), (3)) as track (place) on day.tracks & (1 << track.place) > 0
    ) as part group by grouping sets ${named(sets)}`)
  return rows.map((row) => ({ ...row, track: TRACK_ROWS[row.track]! }))
}
