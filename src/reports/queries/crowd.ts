import { sql } from 'drizzle-orm'
import type { Queryable } from '../../../db/client.ts'
import { dayOf, packed } from '../../../db/packed.ts'
import { IdTable } from '../id-table.ts'
import { NO_DAY, PackedRows, packedRows } from './packed.ts'
import { COLUMN, type KeptKind, type KeyKind, type Reach, spansOf } from './spans.ts'

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
  /** By span, those of a person side by side: whose it is, its days [from, to), and in which place. */
  person: Int32Array
  from: Int32Array
  to: Int32Array
  place: Int32Array
  /** By person, and one more: where their spans begin. */
  spansFrom: Int32Array
  /** By kind and place: the key of the group. */
  keys: Partial<Record<KeyKind, string[]>>
}

interface Asked {
  kinds: readonly KeptKind[]
  /** Teams that have quotas of their own. */
  quotaTeams: readonly string[]
}

const INTS = 6

/** Reads who is in reach, and where they were as groups of these kinds. One query. */
export async function readCrowd(db: Queryable, reach: Reach, { kinds, quotaTeams }: Asked): Promise<Crowd> {
  const groups = kinds.map((kind) => sql`, ${COLUMN[kind]} as ${sql.raw(kind)}`)
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
  const keys = Object.fromEntries(kinds.map((kind) => [kind, rows.map((row) => row[kind]!)]))
  const spans = places.reduce((sum, { count }) => sum + count, 0)
  const numbers = () => new Int32Array(spans)
  const people = { ids: new IdTable(), fte: numbers(), joined: numbers(), last: numbers(), home: numbers() }
  const unordered = { person: numbers(), from: numbers(), to: numbers(), place: numbers() }
  let span = 0
  places.forEach((rows, place) => {
    takePlace(people, unordered, { rows, place, first: span })
    span += rows.count
  })
  for (const name of BY_PERSON) people[name] = people[name].subarray(0, people.ids.size)
  return { ...people, ...byPerson(unordered, people.ids.size), keys }
}

const BY_PERSON = ['fte', 'joined', 'last', 'home'] as const

export type Spans = Pick<Crowd, 'person' | 'from' | 'to' | 'place'>

/** Takes the spans of a place, numbered from `first` on. */
function takePlace(
  people: Pick<Crowd, 'ids' | (typeof BY_PERSON)[number]>,
  spans: Spans,
  { rows, place, first }: { rows: PackedRows; place: number; first: number }
): void {
  for (let row = 0; row < rows.count; row += 1) {
    const span = first + row
    const person = people.ids.add(rows.bytes, rows.idAt(row))
    spans.person[span] = person
    spans.from[span] = rows.int(row, 0)
    spans.to[span] = rows.int(row, 1)
    spans.place[span] = place
    people.joined[person] = rows.int(row, 2)
    people.last[person] = rows.int(row, 3)
    people.fte[person] = rows.int(row, 4)
    people.home[person] = rows.int(row, 5)
  }
}

/** The spans in the order of their people. */
export function byPerson(spans: Spans, people: number): Spans & Pick<Crowd, 'spansFrom'> {
  const spansFrom = new Int32Array(people + 1)
  for (const person of spans.person) spansFrom[person + 1]! += 1
  for (let person = 0; person < people; person += 1) spansFrom[person + 1]! += spansFrom[person]!
  const next = spansFrom.slice()
  const ordered = new Int32Array(spans.person.length)
  spans.person.forEach((person, span) => {
    ordered[next[person]!] = span
    next[person]! += 1
  })
  const inOrder = (numbers: Int32Array) => ordered.map((span) => numbers[span]!)
  const { person, from, to, place } = spans
  return { person: inOrder(person), from: inOrder(from), to: inOrder(to), place: inOrder(place), spansFrom }
}

/** Whether somebody was in one place all the time. */
export const hasOneSpan = ({ spansFrom }: Pick<Crowd, 'spansFrom'>, person: number): boolean =>
  spansFrom[person + 1]! - spansFrom[person]! === 1

/** The span in which somebody is on a day: the only one, whatever the day; -1 where there is none. */
export function spanOn({ spansFrom, from, to }: Crowd, person: number, day: number): number {
  const first = spansFrom[person]!
  const end = spansFrom[person + 1]!
  if (end - first === 1) return first
  for (let span = first; span < end; span += 1) if (day >= from[span]! && day < to[span]!) return span
  return -1
}

/** Whether somebody was employed on a day of [from, to). */
export const isEmployed = (
  { joined, last }: Pick<Crowd, 'joined' | 'last'>,
  person: number,
  { from, to }: { from: number; to: number }
): boolean => joined[person]! < to && (last[person] === NO_DAY || last[person]! >= from)
