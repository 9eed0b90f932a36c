import { Equalities } from './equalities.ts'
import { FEWEST_PEOPLE } from './publish-groups.ts'

/** Who is where in a month, by place: people in one place are in the same group of every kind. */
export interface Places {
  /** Of each kind that is decided: by place the number of its group. */
  decided: readonly Int32Array[]
  /** Of the kind in question: by place the number of its key. */
  asked: Int32Array
  /** How many people are in each place on all days of the month; 0: on some days only, -1: on none. */
  people: Int32Array
  /** The same of single days, one for each on which it changes: asked for where all days together do not tell. */
  onDays?: () => Iterable<Int32Array>
}

/**
 * Puts groups of a kind together until they tell nothing more of fewer than five people beside all kinds that are decided, at once:
 * however many sums are added and taken away. `shown` are the groups, each by the numbers of its keys.
 *
 * Such a sum weighs everybody by the groups they are in. Say that fewer than five people have any weight. Then what people of
 * one team differ in weighs nothing if five pairs of them differ in it, nobody in two: else one of each pair had weight.
 * So does all that follows from these as equations do. Where that makes all groups of the kind alike that one team has people in, for
 * each team, their weight may as well be the team's: the sum is one of the kinds decided before. Where it does not, nothing is known
 * to be told, but it might be.
 *
 * @example
 * // Team 1, site 0 and level 1, less everybody, is twice the one in the last place, though no two kinds tell.
 * const decided = [Int32Array.of(0, 1, 0, 1), Int32Array.of(0, 1, 1, 0)]
 * const places = { decided, asked: Int32Array.of(0, 0, 1, 1), people: Int32Array.of(9, 9, 9, 1) }
 * tieGroups([[0], [1]], places)
 * //=> [[0, 1]]
 */
export function tieGroups(shown: readonly number[][], places: Places): number[][] {
  let groups = [...shown]
  for (let two = untiedOnSome(groups, places); two; two = untiedOnSome(groups, places)) {
    const [one, other] = two
    groups = [...groups.filter((_, at) => at !== one && at !== other), [...groups[one]!, ...groups[other]!]]
  }
  return groups
}

/**
 * Whether these people alone tie all groups to one another; so do more people then, and `tieGroups` puts none together.
 *
 * @example
 * // Ten people of team 0, five of them at each of two sites.
 * areTied([[0], [1]], { decided: [Int32Array.of(0, 0)], asked: Int32Array.of(0, 1), people: Int32Array.of(5, 5) })
 * //=> true
 */
export function areTied(groups: readonly number[][], places: Places): boolean {
  return groups.length < 2 || tiesOf(groups, new Contexts(groups, places)) === null
}

/** Two groups that are to be put together for any of the days; null where none are. */
function untiedOnSome(groups: readonly number[][], places: Places): [number, number] | null {
  const untied = firstUntied(groups, places)
  if (!untied || !places.onDays) return untied
  for (const people of places.onDays()) {
    const onDay = firstUntied(groups, { ...places, people })
    if (onDay) return onDay
  }
  return null
}

/** People of a team in one context: a group of each other kind, the last one (`group`) of that in question. */
interface Cell {
  team: number
  group: number
  context: number
  people: number
}

/** Two groups that are to be put together; null where none are. */
function firstUntied(groups: readonly number[][], places: Places): [number, number] | null {
  if (groups.length < 2) return null
  const contexts = new Contexts(groups, places)
  const { ties, kind } = contexts
  const isTied = (one: number, other: number) => ties.areAlike(kind, one, other)
  const cells = tiesOf(groups, contexts)
  if (!cells) return null
  const sizes = groups.map(() => 0)
  for (const { group, people } of cells) sizes[group]! += people
  const apart = byTeam(cells).flatMap((team) =>
    [...pairsOf([...new Set(team.map(({ group }) => group))])].filter(([one, other]) => !isTied(one, other))
  )
  const size = ([one, other]: readonly [number, number]) => sizes[one]! + sizes[other]!
  return apart.toSorted((a, b) => size(a) - size(b))[0] ?? null
}

/** Finds out what ties there are: null where all groups are tied, else the people of all teams. */
function tiesOf(groups: readonly number[][], contexts: Contexts): Cell[] | null {
  const { ties, kind } = contexts
  const areAllTied = () => groups.every((_, group) => ties.areAlike(kind, 0, group))
  // In thousands of teams it takes long to look at all, and few are enough.
  const some = contexts.cellsOf(contexts.someTeams())
  while (ties.take(differences(some, ties), FEWEST_PEOPLE)) if (areAllTied()) return null
  const cells = contexts.cellsOf(null)
  while (ties.take(differences(cells, ties), FEWEST_PEOPLE));
  return areAllTied() ? null : cells
}

/** The contexts in which people are, and which of them weigh alike. */
class Contexts {
  readonly ties: Equalities
  /** The place of the kind in question among those that weights have parts of. */
  readonly kind: number
  private readonly others: readonly Int32Array[]
  private readonly widths: number[]
  /** By place the number of its group of the kind in question; -1 where nobody is. */
  private readonly groupOf: Int32Array
  private readonly numbers = new Map<number, number>()

  constructor(
    private readonly groups: readonly number[][],
    private readonly places: Places
  ) {
    const { decided, asked, people } = places
    this.others = decided.slice(1)
    this.kind = this.others.length
    this.widths = this.others.map(widthOf)
    this.ties = new Equalities([...this.widths, groups.length])
    const ofKey = new Int32Array(widthOf(asked)).fill(-1)
    groups.forEach((keys, group) => {
      for (const key of keys) ofKey[key] = group
    })
    this.groupOf = new Int32Array(people.length)
    for (let place = 0; place < people.length; place += 1)
      this.groupOf[place] = people[place] === -1 ? -1 : ofKey[asked[place]!]!
  }

  /** Some teams in which each group has people: 1 for each of them. */
  someTeams(): Uint8Array {
    const { decided, people } = this.places
    const missing = this.groups.map(() => SOME)
    const teams = new Uint8Array(widthOf(decided[0]!))
    for (let place = 0; place < people.length; place += 1) {
      const group = this.groupOf[place]!
      if (group === -1 || people[place]! <= 0 || missing[group] === 0) continue
      missing[group]! -= 1
      teams[decided[0]![place]!] = 1
    }
    return teams
  }

  /** The people of these teams; null: of all. */
  cellsOf(teams: Uint8Array | null): Cell[] {
    const { decided, people } = this.places
    const cells: Cell[] = []
    for (let place = 0; place < people.length; place += 1) {
      const group = this.groupOf[place]!
      const team = decided[0]![place]!
      if (group === -1 || (teams && teams[team] === 0)) continue
      cells.push({ team, group, context: this.numberOf(place, group), people: people[place]! })
    }
    return cells
  }

  private numberOf(place: number, group: number): number {
    let name = group
    for (let kind = 0; kind < this.others.length; kind += 1)
      name = name * this.widths[kind]! + this.others[kind]![place]!
    const known = this.numbers.get(name)
    if (known !== undefined) return known
    const added = this.ties.add([...this.others.map((of) => of[place]!), group])
    this.numbers.set(name, added)
    return added
  }
}

/** Places of each group from which teams are taken. */
const SOME = 12

function widthOf(numbers: Int32Array): number {
  let most = -1
  for (let at = 0; at < numbers.length; at += 1) if (numbers[at]! > most) most = numbers[at]!
  return most + 1
}

function byTeam(cells: readonly Cell[]): Cell[][] {
  const teams = new Map<number, Cell[]>()
  for (const cell of cells) {
    const team = teams.get(cell.team)
    if (team) team.push(cell)
    else teams.set(cell.team, [cell])
  }
  return [...teams.values()]
}

function* pairsOf<One>(all: readonly One[]): Iterable<[One, One]> {
  for (let at = 0; at < all.length; at += 1)
    for (let after = at + 1; after < all.length; after += 1) yield [all[at]!, all[after]!]
}

interface Difference {
  pair: [number, number]
  people: number
}

/** In what contexts of one team differ, and between how many pairs of people at least, nobody in two of them. */
function differences(cells: readonly Cell[], ties: Equalities): Iterable<Difference> {
  const all = new Map<string, Difference>()
  for (const team of byTeam(cells)) {
    const ofTeam = new Map<string, Difference>()
    for (const [one, other] of pairsOf(alike(team, ties))) {
      const people = Math.min(one.people, other.people)
      const pair: [number, number] = [one.context, other.context]
      const name = ties.differenceOf(...pair)
      // Not added: who differs from two others in it would be in two pairs.
      if (people > (ofTeam.get(name)?.people ?? 0)) ofTeam.set(name, { pair, people })
    }
    for (const [name, { pair, people }] of ofTeam)
      all.set(name, { pair, people: people + (all.get(name)?.people ?? 0) })
  }
  return all.values()
}

/** Cells whose contexts weigh alike are one. */
function alike(cells: readonly Cell[], ties: Equalities): Cell[] {
  const ones = new Map<string, Cell>()
  for (const cell of cells) {
    const name = ties.nameOf(cell.context)
    const one = ones.get(name)
    if (one) one.people += cell.people
    else ones.set(name, { ...cell })
  }
  return [...ones.values()]
}
