import { sql } from 'drizzle-orm'
import type { Queryable } from '../../../db/client.ts'
import { copyRows } from '../../../db/copy-rows.ts'
import { dayOf, packed } from '../../../db/packed.ts'
import { dayNumberOf } from '../../engine/time/day-number.ts'
import type { Period } from '../../lib/period.ts'
import { LEVELS } from '../../words.ts'
import type { PackedDays } from '../days-off.ts'
import { IdTable } from '../id-table.ts'
import { daysOff, type Replaced } from './due-facts.ts'
import { ID_WORDS, NO_DAY, PackedRows, packedRows } from './packed.ts'
import { type KeptKind, type KeyKind, movesIn, peopleIn, type Reach } from './spans.ts'

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

/** What is sent of a person and of a move, behind the ids; of the team only where it is needed. */
const PERSON = ['level', 'site', 'fte', 'joined', 'last'] as const
const MOVE = ['level', 'site', 'from', 'to'] as const

/** Who is in reach, where they moved, and when they were away, as the database tells it. */
export interface Stays {
  people: PackedRows
  moves: PackedRows | null
  off: PackedDays
}

/**
 * Reads who is in reach, where they were, and when they were away for long or exempt. Everybody comes as they are, and apart
 * where those were who moved, without asking who they are: joining fifty thousand people to a few takes longer than sending
 * them. One query.
 */
export async function readStays(
  db: Queryable,
  reach: Reach,
  {
    kinds,
    quotaTeams,
    replaced
  }: { kinds: readonly KeptKind[]; quotaTeams: readonly string[]; replaced: Replaced }
): Promise<Stays> {
  const { away, exempt } = daysOff(reach, replaced)
  const ids = kinds.includes('team') || quotaTeams.length > 0 ? [sql`id`, TEAM] : [sql`id`]
  const place = [
    kinds.includes('level') ? LEVEL : sql.raw(String(AS_NOW.level)),
    kinds.includes('site') ? SITE : sql.raw(String(AS_NOW.site))
  ]
  const last = sql`coalesce(${dayOf(sql`last_on`)}, ${sql.raw(String(NO_DAY))})`
  const ofPeople = packed(ids, { ints: [...place, sql`fte_percent`, dayOf(sql`joined_on`), last] })
  const ofMoves = packed(ids, { ints: [...place, dayOf(sql`from_on`), dayOf(sql`to_on`)] })
  const parts = [
    sql`select ${packedRows(ofPeople)} from ${peopleIn(reach)} as known`,
    ...(reach.byTurns ? [sql`select ${packedRows(ofMoves)} from ${movesIn(reach)} as move`] : []),
    away,
    exempt
  ]
  const rows = copyRows(db, sql.join(parts, sql` union all `))
  const take = async () => (await rows.next())?.[0] ?? null
  const people = new PackedRows(await take(), { ids: ids.length, ints: PERSON.length })
  const moves = reach.byTurns ? new PackedRows(await take(), { ids: ids.length, ints: MOVE.length }) : null
  return { people, moves, off: { away: await take(), exempt: await take() } }
}

/** The ids of everybody in reach. */
export async function listPeopleIn(db: Queryable, reach: Reach): Promise<string[]> {
  const { rows } = await db.execute<{ id: string }>(sql`select id from ${peopleIn(reach)} as known`)
  return rows.map(({ id }) => id)
}

/** What is sent of a move where somebody is what they are now. */
const AS_NOW = { level: -1, site: 0 }
const TEAM = sql`coalesce(team_id, '00000000-0000-0000-0000-000000000000')`
/** Its place among the levels. */
const LEVEL = sql.raw(
  `case level ${LEVELS.map((level, at) => `when '${level}' then ${at}`).join(' ')} else ${AS_NOW.level} end`
)
/** Its two letters as one number. */
const SITE = sql.raw(`coalesce(ascii(country) * 256 + ascii(right(country, 1)), ${AS_NOW.site})`)

/** Numbers the people that were read, and their groups of these kinds. */
export function crowdOf(
  { people, moves }: Stays,
  reach: Period,
  { kinds, quotaTeams }: { kinds: readonly KeptKind[]; quotaTeams: readonly string[] }
): Crowd {
  const days = { from: dayNumberOf(reach.fromOn), to: dayNumberOf(reach.toOn) }
  const places = new Places(people, kinds)
  const { ids, count } = places
  const spans = withMoves({ place: places.now, days }, moves ? places.movesFrom(moves) : [])
  return {
    ids,
    ...{ fte: places.column('fte'), joined: places.column('joined'), last: places.column('last') },
    ...byPerson(spans, count),
    home: places.homes(quotaTeams),
    groups: places.groups()
  }
}

type Move = { person: number; place: number; from: number; to: number }

/** Whoever moved was where the moves say, and everybody else in one place on all days. */
function withMoves(
  { place, days }: { place: Int32Array; days: { from: number; to: number } },
  moves: readonly Move[]
): Spans {
  const hasMoved = new Uint8Array(place.length)
  for (const { person } of moves) hasMoved[person] = 1
  const most = place.length + moves.length
  const spans = {
    ...{ person: new Int32Array(most), from: new Int32Array(most).fill(days.from) },
    ...{ to: new Int32Array(most).fill(days.to), place: new Int32Array(most) }
  }
  let span = 0
  for (let person = 0; person < place.length; person += 1) {
    if (hasMoved[person] === 1) continue
    spans.person[span] = person
    spans.place[span] = place[person]!
    span += 1
  }
  for (const move of moves) {
    spans.person[span] = move.person
    spans.from[span] = move.from
    spans.to[span] = move.to
    spans.place[span] = move.place
    span += 1
  }
  const only = (numbers: Int32Array) => numbers.subarray(0, span)
  const { person, from, to } = spans
  return { person: only(person), from: only(from), to: only(to), place: only(spans.place) }
}

/** Numbers of the places in which people are: their team, level and site, as far as these are asked for. */
class Places {
  readonly ids = new IdTable()
  readonly count: number
  /** By person. */
  readonly now: Int32Array
  private readonly teams = new IdTable()
  /** By person: the number of their team. */
  private readonly team: Int32Array
  private readonly sites = new Map<number, number>()
  private readonly numbers = new Map<number, number>()
  private readonly known: Record<'team' | 'site' | 'level', number>[] = []

  constructor(
    private readonly people: PackedRows,
    private readonly kinds: readonly KeptKind[]
  ) {
    this.count = people.count
    this.now = new Int32Array(people.count)
    this.team = new Int32Array(people.count)
    for (let row = 0; row < people.count; row += 1) {
      this.ids.add(people.words, people.idAt(row))
      this.team[row] = people.ids > 1 ? this.teams.add(people.words, people.idAt(row) + ID_WORDS) : 0
      this.now[row] = kinds.includes('person')
        ? row
        : this.numberOf(this.team[row]!, people.int(row, 0), this.siteOf(people.int(row, 1)))
    }
  }

  /** What was sent of everybody, by person. */
  column(name: (typeof PERSON)[number]): Int32Array {
    const at = PERSON.indexOf(name)
    const values = new Int32Array(this.count)
    for (let row = 0; row < this.count; row += 1) values[row] = this.people.int(row, at)
    return values
  }

  movesFrom(rows: PackedRows): Move[] {
    const moves: Move[] = []
    for (let row = 0; row < rows.count; row += 1) {
      const person = this.ids.find(rows.words, rows.idAt(row))
      if (person === -1) continue
      const now = this.known[this.now[person]!]!
      const [level, letters] = [rows.int(row, 0), rows.int(row, 1)]
      const place = this.numberOf(
        this.teamThen(rows, row) ?? now.team,
        level === AS_NOW.level ? now.level : level,
        letters === AS_NOW.site ? now.site : this.siteOf(letters)
      )
      moves.push({ person, place, from: rows.int(row, 2), to: rows.int(row, 3) })
    }
    return moves
  }

  private teamThen(rows: PackedRows, row: number): number | undefined {
    const at = rows.idAt(row) + ID_WORDS
    if (rows.ids === 1 || rows.words.subarray(at, at + ID_WORDS).every((word) => word === 0)) return undefined
    return this.teams.add(rows.words, at)
  }

  /** The number of a site by its letters. */
  private siteOf(letters: number): number {
    const known = this.sites.get(letters)
    if (known !== undefined) return known
    this.sites.set(letters, this.sites.size)
    return this.sites.size - 1
  }

  /** What is not asked for makes no place of its own. */
  private numberOf(ofTeam: number, ofLevel: number, ofSite: number): number {
    const { kinds } = this
    const team = kinds.includes('team') ? ofTeam : 0
    const level = kinds.includes('level') ? ofLevel : 0
    const site = kinds.includes('site') ? ofSite : 0
    const name = (team * SITES + site) * LEVELS.length + level
    const known = this.numbers.get(name)
    if (known !== undefined) return known
    this.numbers.set(name, this.known.length)
    return this.known.push({ team, site, level }) - 1
  }

  groups(): Crowd['groups'] {
    const sites = [...this.sites.keys()]
    const keys = {
      team: (team: number) => this.teams.idOf(team),
      site: (site: number) => String.fromCharCode(Math.floor(sites[site]! / LETTER), sites[site]! % LETTER),
      level: (level: number) => LEVELS[level]!
    }
    const groups = this.kinds.map((kind) => {
      if (kind !== 'person')
        return [
          kind,
          numbered(
            this.known.map((place) => place[kind]),
            keys[kind]
          )
        ]
      return [kind, numbered(this.now, (person) => this.ids.idOf(person))]
    })
    return Object.fromEntries(groups)
  }

  /** By person: the place of their team among those with quotas of their own, or -1. */
  homes(quotaTeams: readonly string[]): Int32Array {
    const ofTeam = new Int32Array(this.teams.size).fill(-1)
    quotaTeams.forEach((id, at) => {
      const team = this.teams.numberOf(id)
      if (team !== -1) ofTeam[team] = at
    })
    return this.team.map((team) => ofTeam[team] ?? -1)
  }
}

/** More than there are pairs of letters. */
const SITES = 1024
const LETTER = 256

/** Groups by their numbers, each with its key once. */
function numbered(groups: ArrayLike<number>, keyOf: (group: number) => string): Groups {
  const number = new Map<number, number>()
  const of = new Int32Array(groups.length)
  for (let place = 0; place < of.length; place += 1) {
    const group = groups[place]!
    if (!number.has(group)) number.set(group, number.size)
    of[place] = number.get(group)!
  }
  return { keys: [...number.keys()].map(keyOf), of }
}

export type Spans = Pick<Crowd, 'person' | 'from' | 'to' | 'place'>

/** The spans in the order of their people. */
export function byPerson(spans: Spans, people: number): Spans & Pick<Crowd, 'spansFrom'> {
  const spansFrom = new Int32Array(people + 1)
  for (const person of spans.person) spansFrom[person + 1]! += 1
  for (let person = 0; person < people; person += 1) spansFrom[person + 1]! += spansFrom[person]!
  const next = spansFrom.slice()
  const ordered = new Int32Array(spans.person.length)
  for (let span = 0; span < ordered.length; span += 1) {
    const person = spans.person[span]!
    ordered[next[person]!] = span
    next[person]! += 1
  }
  const inOrder = (numbers: Int32Array) => {
    const moved = new Int32Array(numbers.length)
    for (let span = 0; span < moved.length; span += 1) moved[span] = numbers[ordered[span]!]!
    return moved
  }
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
