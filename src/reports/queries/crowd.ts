import { sql } from 'drizzle-orm'
import type { Queryable } from '../../../db/client.ts'
import { bytesOf, dayOf, NO_DAY, packed, unpack } from './packed.ts'
import { COLUMN, type KeyKind, type Reach, spansOf } from './spans.ts'

/** The people of a report, each a number from 0, and where they were when; days as `engine/time/day-number.ts` counts. */
export interface Crowd {
  /** The number of a person, by the key that `unpack` gives. */
  numberOf: Map<string, number>
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
  const { rows } = await db.execute<{ people: Buffer | null } & Record<string, string>>(sql`
    select string_agg(${packed(sql`span.id`, { ints })}, '') as people${sql.join(groups, sql``)}
    from ${spansOf(reach)} as span
    left join unnest(${sql.param([...quotaTeams])}::uuid[]) with ordinality as home (id, number) on home.id = span.home_id
    ${by.length > 0 ? sql`group by ${sql.join(by, sql`, `)}` : sql``}`)
  const spans = rows.reduce((sum, { people }) => sum + (people?.length ?? 0) / bytesOf({ ints: INTS }), 0)
  const crowd = emptyCrowd(kinds, spans)
  let span = 0
  rows.forEach((row, place) => {
    for (const kind of kinds) crowd.keys[kind]!.push(row[kind]!)
    // Nobody is in reach.
    if (row.people) span = takePlace(crowd, row.people, { place, span })
  })
  const people = crowd.numberOf.size
  for (const name of BY_PERSON) crowd[name] = crowd[name].subarray(0, people)
  return crowd
}

const BY_PERSON = ['fte', 'joined', 'last', 'home', 'only'] as const

function emptyCrowd(kinds: readonly KeyKind[], spans: number): Crowd {
  const numbers = () => new Int32Array(spans)
  return {
    ...{ numberOf: new Map(), fte: numbers(), joined: numbers(), last: numbers(), home: numbers() },
    ...{ person: numbers(), from: numbers(), to: numbers(), place: numbers() },
    ...{ only: numbers(), several: new Map() },
    keys: Object.fromEntries(kinds.map((kind) => [kind, []]))
  }
}

/** Takes the spans of a place, from this one on. @returns the next */
function takePlace(
  crowd: Crowd,
  people: Buffer,
  { place, span: first }: { place: number; span: number }
): number {
  const { numberOf, only, several } = crowd
  let span = first
  unpack(people, { ints: INTS, shorts: 0 }, (id, { int }) => {
    crowd.from[span] = int(0)
    crowd.to[span] = int(1)
    crowd.place[span] = place
    const known = numberOf.get(id)
    const person = known ?? numberOf.size
    crowd.person[span] = person
    if (known === undefined) {
      numberOf.set(id, person)
      crowd.joined[person] = int(2)
      crowd.last[person] = int(3)
      crowd.fte[person] = int(4)
      crowd.home[person] = int(5)
      only[person] = span
    } else {
      const before = several.get(person)
      if (before) before.push(span)
      else several.set(person, [only[person]!, span])
      only[person] = -1
    }
    span += 1
  })
  return span
}

/** Whether somebody was employed on a day of [from, to). */
export const isEmployed = (
  { joined, last }: Pick<Crowd, 'joined' | 'last'>,
  person: number,
  { from, to }: { from: number; to: number }
): boolean => joined[person]! < to && (last[person] === NO_DAY || last[person]! >= from)
