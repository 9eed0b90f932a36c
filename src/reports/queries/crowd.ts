import { sql } from 'drizzle-orm'
import type { Queryable } from '../../../db/client.ts'
import { dayOf, NO_DAY, packed, unpack } from './packed.ts'
import { COLUMN, type KeyKind, type Reach, spansOf } from './spans.ts'

/** The people of a report, each a number from 0, and where they were when; days as `engine/time/day-number.ts` counts. */
export interface Crowd {
  /** The number of a person, by the key that `unpack` gives. */
  numberOf: Map<string, number>
  /** By person: percent of full time, first and last day of employment; `NO_DAY` for no last one. */
  fte: number[]
  joined: number[]
  last: number[]
  /** By person: the number of their team among those with quotas of their own, or -1. */
  home: number[]
  /** By span: whose it is, its days [from, to), and in which place. */
  person: number[]
  from: number[]
  to: number[]
  place: number[]
  /** By person: their only span, or -1 where they have several. */
  only: number[]
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
  const { rows } = await db.execute<{ people: Buffer | null } & Record<string, string>>(sql`
    select string_agg(${packed(sql`span.id`, { ints })}, '') as people${sql.join(groups, sql``)}
    from ${spansOf(reach)} as span
    left join unnest(${sql.param([...quotaTeams])}::uuid[]) with ordinality as home (id, number) on home.id = span.home_id
    ${by.length > 0 ? sql`group by ${sql.join(by, sql`, `)}` : sql``}`)
  const crowd = emptyCrowd(kinds)
  rows.forEach((row, place) => {
    for (const kind of kinds) crowd.keys[kind]!.push(row[kind]!)
    // Nobody is in reach.
    if (row.people) takePlace(crowd, place, row.people)
  })
  return crowd
}

const emptyCrowd = (kinds: readonly KeyKind[]): Crowd => ({
  ...{ numberOf: new Map(), fte: [], joined: [], last: [], home: [] },
  ...{ person: [], from: [], to: [], place: [], only: [], several: new Map() },
  keys: Object.fromEntries(kinds.map((kind) => [kind, []]))
})

function takePlace(crowd: Crowd, place: number, people: Buffer): void {
  const { numberOf, person, only, several } = crowd
  unpack(people, { ints: INTS, shorts: 0 }, (id, { int }) => {
    const span = person.length
    crowd.from.push(int(0))
    crowd.to.push(int(1))
    crowd.place.push(place)
    const known = numberOf.get(id)
    const number = known ?? numberOf.size
    person.push(number)
    if (known === undefined) {
      numberOf.set(id, number)
      crowd.joined.push(int(2))
      crowd.last.push(int(3))
      crowd.fte.push(int(4))
      crowd.home.push(int(5))
      only.push(span)
      return
    }
    const before = several.get(number)
    if (before) before.push(span)
    else several.set(number, [only[number]!, span])
    only[number] = -1
  })
}

/** Whether somebody was employed on a day of [from, to). */
export const isEmployed = (
  { joined, last }: Pick<Crowd, 'joined' | 'last'>,
  person: number,
  { from, to }: { from: number; to: number }
): boolean => joined[person]! < to && (last[person] === NO_DAY || last[person]! >= from)
