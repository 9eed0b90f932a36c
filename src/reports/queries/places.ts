import { dayNumberOf } from '../../engine/time/day-number.ts'
import type { Period } from '../../lib/period.ts'
import { LEVELS } from '../../words.ts'
import { IdTable } from '../id-table.ts'
import { byPerson, type Crowd, type Groups, type Spans } from './crowd.ts'
import { ID_WORDS, type PackedRows } from './packed.ts'
import type { KeptKind } from './spans.ts'
import { AS_NOW, PERSON, type Stays } from './stays.ts'

type Move = { person: number; place: number; from: number; to: number }

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
  readonly ids: IdTable
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
    this.ids = new IdTable(people.count)
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
