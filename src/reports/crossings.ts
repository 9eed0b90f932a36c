import type { DaySpan } from '../engine/ledger/due-counter.ts'
import { FEWEST_PEOPLE } from '../engine/privacy/publish-groups.ts'
import type { Cell } from '../engine/privacy/thin-cut.ts'
import type { Crowd } from './queries/crowd.ts'
import { NO_DAY } from './queries/packed.ts'
import type { Kind } from './queries/spans.ts'

/** Who is where in a month: how many are in each place on all of its days, and the stays of everybody else. */
export interface MonthOfStays {
  days: DaySpan
  steady: Int32Array
  others: { place: number; from: number; to: number }[]
}

export function staysIn(crowd: Crowd, days: DaySpan, places: number): MonthOfStays {
  const { person, from, to, place, joined, last } = crowd
  const steady = new Int32Array(places)
  const others: MonthOfStays['others'] = []
  for (let span = 0; span < person.length; span += 1) {
    const who = person[span]!
    const first = Math.max(days.from, from[span]!, joined[who]!)
    const end = Math.min(days.to, to[span]!, last[who] === NO_DAY ? days.to : last[who]! + 1)
    if (first >= end) continue
    if (first === days.from && end === days.to) steady[place[span]!]! += 1
    else others.push({ place: place[span]!, from: first, to: end })
  }
  return { days, steady, others }
}

/**
 * How many people are in a group of one kind and one of the other on a day: of each day of the month on which that might be a thin
 * cut between groups. Days on which all hang together by enough people, as on most of a large company, are left out.
 */
export function crossingsOf(
  crowd: Crowd,
  [kind, other]: readonly [Kind, Kind],
  month: MonthOfStays
): Cell[][] {
  const [a, b] = [crowd.groups[kind]!, crowd.groups[other]!]
  const width = b.keys.length
  const pairOf = (place: number) => a.of[place]! * width + b.of[place]!
  const steady = new Int32Array(a.keys.length * width)
  month.steady.forEach((people, place) => {
    if (people > 0) steady[pairOf(place)]! += people
  })
  const knot = new Knot(a.keys.length, width)
  const apart = knot.tie(steady)
  const others = month.others.map((stay) => ({ ...stay, pair: pairOf(stay.place) }))
  const between = others.filter(({ pair }) => knot.isBetween(pair))
  const borders = [...new Set([month.days.from, ...between.flatMap(({ from, to }) => [from, to])])]
  const isThinOn = (day: number) => {
    const people = new Map(apart)
    for (const { pair, from, to } of between)
      if (from <= day && to > day) people.set(pair, (people.get(pair) ?? 0) + 1)
    return !knot.holds(people)
  }
  return borders
    .filter((day) => day < month.days.to && isThinOn(day))
    .map((day) => {
      const people = steady.slice()
      for (const { pair, from, to } of others) if (from <= day && to > day) people[pair]! += 1
      return cellsOf(people, a.keys, b.keys)
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
  private readonly oneOf: Int32Array

  constructor(
    private readonly many: number,
    private readonly width: number
  ) {
    this.oneOf = Int32Array.from({ length: many + width }, (_, group) => group)
  }

  /** Makes groups one by the people of their pairs; returns what is left between others, by pair. */
  tie(people: Int32Array): Map<number, number> {
    const few = new Map<number, number>()
    people.forEach((count, pair) => {
      if (count === 0) return
      if (count >= FEWEST_PEOPLE) this.oneOf[this.root(this.sideA(pair))] = this.root(this.sideB(pair))
      else few.set(pair, count)
    })
    return new Map([...few].filter(([pair]) => this.isBetween(pair)))
  }

  isBetween(pair: number): boolean {
    return this.root(this.sideA(pair)) !== this.root(this.sideB(pair))
  }

  /** Whether with these people all that share any are one: what shares enough is put together until nothing is left between. */
  holds(people: ReadonlyMap<number, number>): boolean {
    const oneOf = new Map<number, number>()
    const root = (group: number): number => {
      let at = this.root(group)
      for (let up = oneOf.get(at); up !== undefined; up = oneOf.get(at)) at = up
      return at
    }
    for (;;) {
      const sums = new Map<number, number>()
      for (const [pair, count] of people) {
        const [one, other] = [root(this.sideA(pair)), root(this.sideB(pair))]
        if (one === other) continue
        const name = Math.min(one, other) * this.oneOf.length + Math.max(one, other)
        sums.set(name, (sums.get(name) ?? 0) + count)
      }
      if (sums.size === 0) return true
      const enough = [...sums].find(([, count]) => count >= FEWEST_PEOPLE)
      if (!enough) return false
      oneOf.set(Math.floor(enough[0] / this.oneOf.length), enough[0] % this.oneOf.length)
    }
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
