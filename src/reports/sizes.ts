import type { GroupSize } from '../engine/privacy/publish-groups.ts'
import type { Cell } from '../engine/privacy/thin-cut.ts'
import { dateOfDayNumber } from '../engine/time/day-number.ts'
import { type Crowd, hasOneSpan } from './queries/crowd.ts'
import { TRACK_ROWS } from './queries/day-facts.ts'
import { NO_DAY } from './queries/packed.ts'
import type { Kind } from './queries/spans.ts'

/** How many people are employed in each group of a kind, or in all together (`null`), from which day on. */
export function sizesOf(crowd: Crowd, kind: Kind | null): GroupSize[] {
  const changes = new Map<string, Map<number, number>>()
  eachStay(crowd, (span, first, end) => {
    const key = kind ? crowd.keys[kind]![crowd.place[span]!]! : ''
    const of = changes.get(key) ?? new Map<number, number>()
    changes.set(key, of)
    of.set(first, (of.get(first) ?? 0) + 1)
    of.set(end, (of.get(end) ?? 0) - 1)
  })
  return [...changes]
    .map(([key, of]) => ({
      key,
      changes: [...of].map(([day, more]) => [dateOfDayNumber(day), more] as const)
    }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
}

/** Calls `take` with each span on a day of which its person was employed, and the first such day and the one after the last. */
function eachStay(crowd: Crowd, take: (span: number, first: number, end: number) => void): void {
  const { person, from, to, joined, last } = crowd
  for (let span = 0; span < person.length; span += 1) {
    const who = person[span]!
    const first = Math.max(joined[who]!, from[span]!)
    const end = last[who] === NO_DAY ? to[span]! : Math.min(last[who]! + 1, to[span]!)
    if (first < end) take(span, first, end)
  }
}

/** How many people were employed in a group of one kind and one of the other, each counted once. */
export function crossingsOf(crowd: Crowd, kind: Kind, other: Kind): Cell[] {
  const pairs = new Pairs(crowd.keys[kind]!, crowd.keys[other]!)
  eachStay(crowd, (span) => {
    const place = crowd.place[span]!
    const who = crowd.person[span]!
    if (hasOneSpan(crowd, who)) pairs.add(place)
    else pairs.addOnce(place, who)
  })
  return pairs.cells()
}

/**
 * How many people have hours in each track, and how many of a group of each of these kinds; `ofSpan`: in which tracks, as
 * bits by span.
 */
export function tracksOf(crowd: Crowd, ofSpan: Uint8Array, kinds: readonly Kind[]) {
  const ofPerson = new Uint8Array(crowd.joined.length)
  ofSpan.forEach((bits, span) => {
    ofPerson[crowd.person[span]!] = ofPerson[crowd.person[span]!]! | bits
  })
  const sizes = TRACK_ROWS.map((track, at) => ({
    track,
    people: ofPerson.reduce((sum, bits) => sum + ((bits >> at) & 1), 0)
  })).filter(({ people }) => people > 0)
  const cells = new Map(kinds.map((kind) => [kind, cellsOf(crowd, ofSpan, kind)]))
  return { sizes, cells }
}

function cellsOf(crowd: Crowd, ofSpan: Uint8Array, kind: Kind): Cell[] {
  return TRACK_ROWS.flatMap((track, at) => {
    const places = crowd.keys[kind]!
    const pairs = new Pairs(
      places.map(() => track),
      places
    )
    ofSpan.forEach((bits, span) => {
      if (((bits >> at) & 1) === 0) return
      const who = crowd.person[span]!
      if (hasOneSpan(crowd, who)) pairs.add(crowd.place[span]!)
      else pairs.addOnce(crowd.place[span]!, who)
    })
    return pairs.cells()
  })
}

/** Counts people in pairs of groups, by places that have both. */
class Pairs {
  private readonly pairOf: number[]
  private readonly pairs: Cell[] = []
  private readonly counted = new Set<number>()

  constructor(a: readonly string[], b: readonly string[]) {
    const known = new Map<string, number>()
    this.pairOf = a.map((key, place) => {
      const name = `${key} ${b[place]!}`
      const pair = known.get(name) ?? known.size
      if (pair === known.size) {
        known.set(name, pair)
        this.pairs.push({ a: key, b: b[place]!, people: 0 })
      }
      return pair
    })
  }

  add(place: number): void {
    this.pairs[this.pairOf[place]!]!.people += 1
  }

  /** Whoever is in several places of a pair counts once. */
  addOnce(place: number, person: number): void {
    const name = person * this.pairs.length + this.pairOf[place]!
    if (this.counted.has(name)) return
    this.counted.add(name)
    this.add(place)
  }

  cells(): Cell[] {
    return this.pairs.filter(({ people }) => people > 0)
  }
}
