import { type SQL, sql } from 'drizzle-orm'
import type { Queryable } from '../../../db/client.ts'
import { dayOf, packed } from '../../../db/packed.ts'
import { dayNumberOf } from '../../engine/time/day-number.ts'
import { IdTable } from '../id-table.ts'
import { NO_DAY, PackedRows, packedRows } from './packed.ts'
import { COLUMN, type KeptKind, type KeyKind, movesIn, peopleIn, type Reach, stayersIn } from './spans.ts'

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
  /** By kind the groups of its places. */
  groups: Partial<Record<KeyKind, Groups>>
}

/** Groups of a kind: their keys, and by place the number of its group among them. */
export interface Groups {
  keys: string[]
  of: Int32Array
}

/** Numbers the groups of places in the order in which they come. */
export function groupsOf(places: readonly string[]): Groups {
  const numbers = new Map<string, number>()
  const of = Int32Array.from(places, (key) => {
    const number = numbers.get(key) ?? numbers.size
    numbers.set(key, number)
    return number
  })
  return { keys: [...numbers.keys()], of }
}

interface Asked {
  kinds: readonly KeptKind[]
  /** Teams that have quotas of their own. */
  quotaTeams: readonly string[]
}

/** What is sent of a person, and of a span before it. */
const PERSON = ['joined', 'last', 'fte'] as const
const SPAN = ['from', 'to'] as const

/** Who is in reach, as the database tells it. */
export interface Stays {
  stayers: Place[]
  movers: Place[]
  homes: PackedRows
}

/**
 * Reads who is in reach, and where they were as groups of these kinds. Those who moved and those who did not are asked for
 * apart, and so are the few who have quotas of their own: joining fifty thousand people to a few takes longer than sending
 * them. Three queries.
 */
export async function readStays(db: Queryable, reach: Reach, { kinds, quotaTeams }: Asked): Promise<Stays> {
  return {
    stayers: await listPlaces(db, stayersIn(reach), { kinds, ints: [] }),
    movers: reach.byTurns ? await listPlaces(db, movesIn(reach), { kinds, ints: SPAN }) : [],
    homes: await listHomes(db, reach, quotaTeams)
  }
}

/** Numbers the people that were read, and their groups of these kinds. */
export function crowdOf({ stayers, movers, homes }: Stays, reach: Reach, kinds: readonly KeptKind[]): Crowd {
  const places = [...stayers, ...movers]
  const groups = Object.fromEntries(
    kinds.map((kind) => [kind, groupsOf(places.map(({ keys }) => keys[kind]!))])
  )
  const count = places.reduce((sum, { rows }) => sum + rows.count, 0)
  const taken = new Places(count, { from: dayNumberOf(reach.fromOn), to: dayNumberOf(reach.toOn) })
  for (const { rows } of stayers) taken.take(rows, 0)
  for (const { rows } of movers) taken.take(rows, SPAN.length)
  const { ids, spans } = taken
  return { ids, ...taken.people(), ...byPerson(spans, ids.size), home: homeOf(ids, homes), groups }
}

interface Place {
  keys: Record<string, string>
  rows: PackedRows
}

/** The people of each place, with these days of each before what else is sent. */
async function listPlaces(
  db: Queryable,
  from: SQL,
  { kinds, ints }: { kinds: readonly KeptKind[]; ints: readonly (typeof SPAN)[number][] }
): Promise<Place[]> {
  const groups = kinds.map((kind) => sql`, ${COLUMN[kind]} as ${sql.raw(kind)}`)
  const by = kinds.map((_, at) => sql.raw(String(at + 2)))
  const sent = [
    ...ints.map((name) => dayOf(sql.raw(`${name}_on`))),
    dayOf(sql`joined_on`),
    sql`coalesce(${dayOf(sql`last_on`)}, ${sql.raw(String(NO_DAY))})`,
    sql`fte_percent`
  ]
  const { rows } = await db.execute<{ people: string | null } & Record<string, string>>(sql`
    select ${packedRows(packed(sql`id`, { ints: sent }))} as people${sql.join(groups, sql``)} from ${from} as span
    ${by.length > 0 ? sql`group by ${sql.join(by, sql`, `)}` : sql``}`)
  const width = ints.length + PERSON.length
  return rows.map(({ people, ...keys }) => ({ keys, rows: new PackedRows(people, { ints: width }) }))
}

/** Those who are in these teams as of the moment, with the number of the team among them. */
async function listHomes(db: Queryable, reach: Reach, quotaTeams: readonly string[]): Promise<PackedRows> {
  const { rows } = await db.execute<{ homes: string | null }>(sql`
    select ${packedRows(packed(sql`known.id`, { ints: [sql`home.number`] }))} as homes
    from unnest(${sql.param([...quotaTeams])}::uuid[]) with ordinality as home (id, number)
    join ${peopleIn(reach)} as known on known.team_id = home.id`)
  return new PackedRows(rows[0]!.homes, { ints: 1 })
}

function homeOf(ids: IdTable, homes: PackedRows): Int32Array {
  const home = new Int32Array(ids.size).fill(-1)
  for (let row = 0; row < homes.count; row += 1)
    home[ids.find(homes.words, homes.idAt(row))] = homes.int(row, 0) - 1
  return home
}

export type Spans = Pick<Crowd, 'person' | 'from' | 'to' | 'place'>

/** People and spans as they come, place by place. */
class Places {
  readonly ids = new IdTable()
  readonly spans: Spans
  private readonly of: Pick<Crowd, (typeof PERSON)[number]>
  private place = 0
  private span = 0

  /** @param spans how many it is room for; who has no days of their own was there on all of `days` */
  constructor(
    spans: number,
    private readonly days: { from: number; to: number }
  ) {
    const numbers = () => new Int32Array(spans)
    this.spans = { person: numbers(), from: numbers(), to: numbers(), place: numbers() }
    this.of = { joined: numbers(), last: numbers(), fte: numbers() }
  }

  /** Takes the rows of the next place; `own`: how many numbers of each are its own days. */
  take(rows: PackedRows, own: number): void {
    const { ids, spans, of } = this
    for (let row = 0; row < rows.count; row += 1) {
      const person = ids.add(rows.words, rows.idAt(row))
      const span = this.span + row
      spans.person[span] = person
      spans.from[span] = own > 0 ? rows.int(row, 0) : this.days.from
      spans.to[span] = own > 0 ? rows.int(row, 1) : this.days.to
      spans.place[span] = this.place
      of.joined[person] = rows.int(row, own)
      of.last[person] = rows.int(row, own + 1)
      of.fte[person] = rows.int(row, own + 2)
    }
    this.place += 1
    this.span += rows.count
  }

  people(): Pick<Crowd, (typeof PERSON)[number]> {
    const only = (numbers: Int32Array) => numbers.subarray(0, this.ids.size)
    return { joined: only(this.of.joined), last: only(this.of.last), fte: only(this.of.fte) }
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
