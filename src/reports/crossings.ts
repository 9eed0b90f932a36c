import type { DaySpan } from '../engine/ledger/due-counter.ts'
import { FEWEST_PEOPLE } from '../engine/privacy/publish-groups.ts'
import type { Cell } from '../engine/privacy/thin-cut.ts'
import type { Crowd, Groups } from './queries/crowd.ts'
import { NO_DAY } from './queries/packed.ts'
import type { Kind } from './queries/spans.ts'

/** Who is where in a month: how many are in each place on all of its days, and the stays of everybody else. */
export interface MonthOfStays {
  days: DaySpan
  steady: Int32Array
  others: { place: number; from: number; to: number }[]
}

/** Of each of some months that follow one another. */
export function staysIn(crowd: Crowd, months: readonly DaySpan[], places: number): MonthOfStays[] {
  const { person, from, to, place, joined, last } = crowd
  const all = months.map((days): MonthOfStays => ({ days, steady: new Int32Array(places), others: [] }))
  for (let span = 0; span < person.length; span += 1) {
    const who = person[span]!
    const first = Math.max(from[span]!, joined[who]!)
    const end = last[who] === NO_DAY ? to[span]! : Math.min(to[span]!, last[who]! + 1)
    for (const { days, steady, others } of all) {
      if (days.to <= first) continue
      if (days.from >= end) break
      if (first <= days.from && end >= days.to) steady[place[span]!]! += 1
      else others.push({ place: place[span]!, from: Math.max(first, days.from), to: Math.min(end, days.to) })
    }
  }
  return all
}

/** How many people are in each place on all days; 0: on some days only, -1: on none. */
export function peopleByPlace({ steady, others }: MonthOfStays): Int32Array {
  const people = steady.map((count) => count || -1)
  for (const { place } of others) if (people[place] === -1) people[place] = 0
  return people
}

/** How many people are in each place on each day on which that changes; -1: none. */
export function* peopleOnDays({ days, steady, others }: MonthOfStays): Iterable<Int32Array> {
  for (const day of new Set([days.from, ...others.flatMap(({ from, to }) => [from, to])])) {
    if (day >= days.to) continue
    const people = steady.slice()
    for (const { place, from, to } of others) if (from <= day && to > day) people[place]! += 1
    yield people.map((count) => count || -1)
  }
}

/** By place a number for its group among those that are shown: that of its key, or of the first key it is together with. */
export function groupsByPlace({ keys, of }: Groups, shown: readonly (readonly string[])[]): Int32Array {
  // Mostly hardly any are together, and with thousands of teams looking all of them up takes longer than all else.
  const together = shown.filter((group) => group.length > 1)
  if (together.length === 0) return of
  const sought = new Map(together.flat().map((key) => [key, -1]))
  keys.forEach((key, number) => {
    if (sought.has(key)) sought.set(key, number)
  })
  const first = Int32Array.from(keys, (_, number) => number)
  for (const group of together) for (const key of group) first[sought.get(key)!] = sought.get(group[0]!)!
  return of.map((key) => first[key]!)
}

/**
 * How many people are in a group of one kind and one of the other on a day: of each day of a month on which that might be a thin
 * cut between groups. Days on which all hang together by enough people, as on most of a large company, are left out. Made once
 * for all months: which groups a place has is the same in each.
 */
export function crossingsBetween(
  crowd: Crowd,
  [kind, other]: readonly [Kind, Kind]
): (month: MonthOfStays) => Cell[][] {
  const [a, b] = [crowd.groups[kind]!, crowd.groups[other]!]
  const width = b.keys.length
  const pairOf = a.of.map((group, place) => group * width + b.of[place]!)
  const steady = new Int32Array(a.keys.length * width)
  return (month) => {
    steady.fill(0)
    addSteady(steady, pairOf, month.steady)
    const knot = new Knot(a.keys.length, width)
    const apart = knot.tie(steady)
    if (knot.isOne()) return []
    const between = month.others.filter(({ place }) => knot.isBetween(pairOf[place]!))
    return thinDays(month, { knot, apart, between, pairOf }).map((day) => {
      const people = steady.slice()
      for (const { place, from, to } of month.others)
        if (from <= day && to > day) people[pairOf[place]!]! += 1
      return cellsOf(people, a.keys, b.keys)
    })
  }
}

function addSteady(steady: Int32Array, pairOf: Int32Array, ofPlaces: Int32Array): void {
  for (let place = 0; place < ofPlaces.length; place += 1) steady[pairOf[place]!]! += ofPlaces[place]!
}

interface Between {
  knot: Knot
  apart: ReadonlyMap<number, number>
  between: MonthOfStays['others']
  pairOf: Int32Array
}

/** The days of those on which somebody comes or goes between groups on which groups might be cut apart. */
function thinDays({ days }: MonthOfStays, { knot, apart, between, pairOf }: Between): number[] {
  const borders = [...new Set([days.from, ...between.flatMap(({ from, to }) => [from, to])])]
  return borders.filter((day) => {
    if (day >= days.to) return false
    const people = new Map(apart)
    for (const { place, from, to } of between) {
      const pair = pairOf[place]!
      if (from <= day && to > day) people.set(pair, (people.get(pair) ?? 0) + 1)
    }
    return !knot.holds(people)
  })
}

function cellsOf(people: Int32Array, a: readonly string[], b: readonly string[]): Cell[] {
  const cells: Cell[] = []
  people.forEach((count, pair) => {
    const at = pair % b.length
    if (count > 0) cells.push({ a: a[(pair - at) / b.length]!, b: b[at]!, people: count })
  })
  return cells
}

/** Groups of two kinds, of which those are one that share enough people: no cut of fewer goes through them. */
class Knot {
  /** How many are still apart, also those without people. */
  private apart = 0
  /** Of how many groups each is that others go to. */
  private readonly sizes: Int32Array

  constructor(
    private readonly many: number,
    private readonly width: number,
    private readonly oneOf = new Int32Array(many + width).map((_, group) => group)
  ) {
    this.sizes = new Int32Array(oneOf.length)
    for (let group = 0; group < oneOf.length; group += 1) {
      this.sizes[this.root(group)]! += 1
      if (oneOf[group] === group) this.apart += 1
    }
  }

  /**
   * Makes groups one that share enough people, and then what shares enough with what is one, until nothing changes; returns what
   * is left between others, by pair.
   */
  tie(people: Int32Array): Map<number, number> {
    let few: number[] = []
    for (let a = 0, pair = 0; a < this.many; a += 1) {
      for (let b = 0; b < this.width; b += 1, pair += 1) {
        const count = people[pair]!
        if (count >= FEWEST_PEOPLE) this.join(a, this.many + b)
        else if (count > 0) few.push(pair)
      }
    }
    // A map only of those that are left: mostly none are, which the groups tell faster than thousands of pairs of them.
    if (this.isOne()) return new Map()
    for (;;) {
      few = few.filter((pair) => this.isBetween(pair))
      const between = new Map(few.map((pair) => [pair, people[pair]!] as const))
      if (!this.joinBySums(between)) return between
    }
  }

  /** Whether all groups are one, those without people too. */
  isOne(): boolean {
    return this.apart === 1
  }

  isBetween(pair: number): boolean {
    return this.root(this.sideA(pair)) !== this.root(this.sideB(pair))
  }

  /** Whether with these people all that share any are one. */
  holds(people: ReadonlyMap<number, number>): boolean {
    const day = new Knot(this.many, this.width, this.oneOf.slice())
    while (day.joinBySums(people));
    return ![...people.keys()].some((pair) => day.isBetween(pair))
  }

  private joinBySums(people: ReadonlyMap<number, number>): boolean {
    const sums = new Map<number, number>()
    for (const [pair, count] of people) {
      const [one, other] = [this.root(this.sideA(pair)), this.root(this.sideB(pair))]
      if (one === other) continue
      const name = Math.min(one, other) * this.oneOf.length + Math.max(one, other)
      sums.set(name, (sums.get(name) ?? 0) + count)
    }
    const enough = [...sums].filter(([, count]) => count >= FEWEST_PEOPLE)
    for (const [name] of enough) this.join(Math.floor(name / this.oneOf.length), name % this.oneOf.length)
    return enough.length > 0
  }

  private join(one: number, other: number): void {
    const [from, to] = [this.root(one), this.root(other)]
    if (from === to) return
    // The fewer go to the more, or thousands of teams would hang one at the other, and each walk along all of them.
    const [few, more] = this.sizes[from]! < this.sizes[to]! ? [from, to] : [to, from]
    this.oneOf[few] = more
    this.sizes[more]! += this.sizes[few]!
    this.apart -= 1
  }

  private sideA(pair: number): number {
    return (pair - (pair % this.width)) / this.width
  }

  private sideB(pair: number): number {
    return this.many + (pair % this.width)
  }

  private root(group: number): number {
    const { oneOf } = this
    let root = group
    while (oneOf[root] !== root) root = oneOf[root]!
    oneOf[group] = root
    return root
  }
}
