import { sql } from 'drizzle-orm'
import type { Queryable } from '../../../db/client.ts'
import { IdTable } from '../id-table.ts'
import { dayOf, NO_DAY, PackedRows, packed, packedRows } from './packed.ts'
import { COLUMN, type KeyKind, type Reach, spansOf } from './spans.ts'

/** The people of a report, each a number from 0, and where they were when; days as `engine/time/day-number.ts` counts. */
export interface Crowd {
  /** The numbers of people by their ids. */
  ids: IdTable
  /** By person: percent of full time, first and last day of employment; `NO_DAY` for no last one. */
  fte: Int32Array
  joined: Int32Array
  last: Int32Array
  /** By person: the number of their team among those with quotas of their own, or -1. */
  home: Int32Array
  /** By span: whose it is, its days [from, to), and in which place. */
  person: Int32Array
  from: Int32Array
  to: Int32Array
  place: Int32Array
  /** By person: their only span, or -1 where they have several. */
  only: Int32Array
  /** The spans of those who have several. */
  several: Map<number, number[]>
  /** By kind and place: the key of the group. */
  keys: Partial<Record<KeyKind, string[]>>
}

interface Asked {
  kinds: readonly KeyKind[]
  /** Teams that have quotas of their own. */
  quotaTeams: readonly string[]
}

const INTS = 6

/** Reads who is in reach, and where they were as groups of these kinds. One query. */
export async function readCrowd(db: Queryable, reach: Reach, { kinds, quotaTeams }: Asked): Promise<Crowd> {
  const groups = kinds.map((kind) => sql`, ${COLUMN[kind]}::text as ${sql.raw(kind)}`)
  const ints = [
    ...[dayOf(sql`span.from_on`), dayOf(sql`span.to_on`), dayOf(sql`span.joined_on`)],
    sql`coalesce(${dayOf(sql`span.last_on`)}, ${sql.raw(String(NO_DAY))})`,
    ...[sql`span.fte_percent`, sql`coalesce(home.number, 0) - 1`]
  ]
  const by = kinds.map((_, at) => sql.raw(String(at + 2)))
  const { rows } = await db.execute<{ people: string | null } & Record<string, string>>(sql`
    select ${packedRows(packed(sql`span.id`, { ints }))} as people${sql.join(groups, sql``)}
    from ${spansOf(reach)} as span
    left join unnest(${sql.param([...quotaTeams])}::uuid[]) with ordinality as home (id, number) on home.id = span.home_id
    ${by.length > 0 ? sql`group by ${sql.join(by, sql`, `)}` : sql``}`)
  const places = rows.map((row) => new PackedRows(row.people, { ints: INTS }))
  const crowd = emptyCrowd(
    kinds,
    places.reduce((sum, { count }) => sum + count, 0)
  )
  let span = 0
  places.forEach((spans, place) => {
    for (const kind of kinds) crowd.keys[kind]!.push(rows[place]![kind]!)
    takePlace(crowd, spans, { place, span })
    span += spans.count
  })
  const people = crowd.ids.size
  for (const name of BY_PERSON) crowd[name] = crowd[name].subarray(0, people)
  return crowd
}

const BY_PERSON = ['fte', 'joined', 'last', 'home', 'only'] as const

function emptyCrowd(kinds: readonly KeyKind[], spans: number): Crowd {
  const numbers = () => new Int32Array(spans)
  return {
    ...{ ids: new IdTable(), fte: numbers(), joined: numbers(), last: numbers(), home: numbers() },
    ...{ person: numbers(), from: numbers(), to: numbers(), place: numbers() },
    ...{ only: numbers(), several: new Map() },
    keys: Object.fromEntries(kinds.map((kind) => [kind, []]))
  }
}

/** Takes the spans of a place, numbered from this one on. */
function takePlace(
  crowd: Crowd,
  rows: PackedRows,
  { place, span: first }: { place: number; span: number }
): void {
  const { ids, only, several } = crowd
  for (let row = 0; row < rows.count; row += 1) {
    const span = first + row
    crowd.from[span] = rows.int(row, 0)
    crowd.to[span] = rows.int(row, 1)
    crowd.place[span] = place
    const known = ids.size
    const person = ids.add(rows.bytes, rows.idAt(row))
    crowd.person[span] = person
    if (person === known) {
      crowd.joined[person] = rows.int(row, 2)
      crowd.last[person] = rows.int(row, 3)
      crowd.fte[person] = rows.int(row, 4)
      crowd.home[person] = rows.int(row, 5)
      only[person] = span
    } else {
      const before = several.get(person)
      if (before) before.push(span)
      else several.set(person, [only[person]!, span])
      only[person] = -1
    }
  }
}

/** Whether somebody was employed on a day of [from, to). */
export const isEmployed = (
  { joined, last }: Pick<Crowd, 'joined' | 'last'>,
  person: number,
  { from, to }: { from: number; to: number }
): boolean => joined[person]! < to && (last[person] === NO_DAY || last[person]! >= from)
