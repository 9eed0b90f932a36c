import { type SQL, sql } from 'drizzle-orm'
import type { Queryable } from '../../../db/client.ts'
import type { Cell } from '../../engine/privacy/thin-cut.ts'
import { TRACK, TRACK_ROWS } from './acts.ts'
import { writtenBy } from './as-of.ts'
import { COLUMN, KINDS, type Kind, PEOPLE, type Reach } from './spans.ts'

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
  const key = kinds.map((name) => sql`when grouping(${sql.raw(name)}) = 0 then ${sql.raw(name)}`)
  const columns = kinds.map((name) => sql`${COLUMN[name]} as ${sql.raw(name)}`)
  const none = kinds.length === 0
  const { rows } = await db.execute<Stay & Record<string, unknown>>(sql`
    with ${PEOPLE},
    stay as (
      select ${none ? sql`` : sql`${sql.join(columns, sql`, `)},`} greatest(person.joined_on, span.from_on) as first_on,
        least(person.last_on + 1, span.to_on) as end_on
      from span join person on person.id = span.id
    )
    select ${none ? sql`'all'` : sql`case ${sql.join(kind, sql` `)} else 'all' end`} as kind,
      ${none ? sql`''` : sql`case ${sql.join(key, sql` `)} else '' end`} as key,
      first_on::text as "fromOn", end_on::text as "toOn", count(*)::int as people
    from stay where first_on < end_on group by grouping sets ${named(sets)}`)
  return rows
}

/** How many people are in two groups of different kinds, for these pairs of kinds. One query. */
export async function countCrossings(
  db: Queryable,
  pairs: readonly (readonly [Kind, Kind])[]
): Promise<Crossing[]> {
  if (pairs.length === 0) return []
  const parts = pairs.map(
    ([kind, other]) => sql`
      select ${kind} as kind, ${other} as other, ${COLUMN[kind]} as a, ${COLUMN[other]} as b, count(distinct span.id)::int as people
      from stay as span group by 3, 4`
  )
  const { rows } = await db.execute<Crossing & Record<string, unknown>>(sql`
    with ${PEOPLE},
    stay as materialized (
      select span.* from span join person on person.id = span.id
      where greatest(person.joined_on, span.from_on) < least(person.last_on + 1, span.to_on))
    ${sql.join(parts, sql` union all `)}`)
  return rows
}

/** Employed people of each row that `layOutRows` laid out, each once. */
export async function countMembers(db: Queryable): Promise<Map<number, number>> {
  const { rows } = await db.execute<{ row: number; people: number }>(sql`
    select row, count(*)::int as people
    from (
      select distinct placed.row, placed.id from report_placed as placed join report_person as person on person.id = placed.id
      where person.joined_on < placed.to_on and (person.last_on is null or person.last_on >= placed.from_on)
    ) as member group by row`)
  return new Map(rows.map(({ row, people }) => [row, people]))
}

/** How many people have hours in a track, and how many of a group of each kind; of all of them where `kind` is null. */
export async function countInTracks(db: Queryable, reach: Reach) {
  const { fromOn, toOn, asOf } = reach
  const sets = [sql`(track)`, ...KINDS.map((kind) => sql`(track, ${sql.raw(kind)})`)]
  const kind = KINDS.map((name) => sql`when grouping(${sql.raw(name)}) = 0 then ${name}`)
  const key = KINDS.map((name) => sql`when grouping(${sql.raw(name)}) = 0 then ${sql.raw(name)}`)
  const columns = KINDS.map((name) => sql`${COLUMN[name]} as ${sql.raw(name)}`)
  const { rows } = await db.execute<{
    kind: Kind | null
    key: string | null
    track: number
    people: number
  }>(sql`
    with ${PEOPLE}
    select case ${sql.join(kind, sql` `)} end as kind, case ${sql.join(key, sql` `)} end as key, track,
      count(distinct id)::int as people
    from (
      select distinct ${TRACK} as track, span.id, ${sql.join(columns, sql`, `)}
      from ledger_entries l join span on span.id = l.employee_id and l.on_day >= span.from_on and l.on_day < span.to_on
      where l.on_day >= ${fromOn}::date and l.on_day < ${toOn}::date and l.kind in ('worked', 'credited')
        and ${writtenBy('l.entered_at', asOf)}
    ) as part group by grouping sets ${named(sets)}`)
  return rows.map((row) => ({ ...row, track: TRACK_ROWS[row.track]! }))
}
