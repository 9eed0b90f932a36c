import type { GroupSize } from '../engine/privacy/publish-groups.ts'
import type { Cell } from '../engine/privacy/thin-cut.ts'
import { dateOfDayNumber } from '../engine/time/day-number.ts'
import { type Crowd, hasOneSpan } from './queries/crowd.ts'
import { TRACK_ROWS } from './queries/day-facts.ts'
import { NO_DAY } from './queries/packed.ts'
import type { Kind } from './queries/spans.ts'

/** How many people are employed in each group of a kind, or in all together (`null`), from which day on. */
export function sizesOf(crowd: Crowd, kind: Kind | null): GroupSize[] {
  const groups = kind ? crowd.groups[kind]! : null
  const changes = (groups?.keys ?? ['']).map((key) => ({ key, of: new Map<number, number>() }))
  eachStay(crowd, (span, first, end) => {
    const { of } = changes[groups ? groups.of[crowd.place[span]!]! : 0]!
    of.set(first, (of.get(first) ?? 0) + 1)
    of.set(end, (of.get(end) ?? 0) - 1)
  })
  return changes
    .filter(({ of }) => of.size > 0)
    .map(({ key, of }) => ({
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
  const [a, b] = [crowd.groups[kind]!, crowd.groups[other]!]
  const pairs = new Pairs(a.keys, b.keys)
  eachStay(crowd, (span) => {
    const place = crowd.place[span]!
    pairs.add(crowd, crowd.person[span]!, a.of[place]!, b.of[place]!)
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
  const groups = crowd.groups[kind]!
  const pairs = new Pairs(TRACK_ROWS, groups.keys)
  ofSpan.forEach((bits, span) => {
    const group = groups.of[crowd.place[span]!]!
    for (let track = 0; track < TRACK_ROWS.length; track += 1)
      if (((bits >> track) & 1) === 1) pairs.add(crowd, crowd.person[span]!, track, group)
  })
  return pairs.cells()
}

/** Counts people in pairs of groups, each by its number. */
class Pairs {
  private readonly people: Int32Array
  private readonly counted = new Set<number>()

  constructor(
    private readonly a: readonly string[],
    private readonly b: readonly string[]
  ) {
    this.people = new Int32Array(a.length * b.length)
  }

  /** Whoever is in a pair several times counts once. */
  add(crowd: Crowd, person: number, a: number, b: number): void {
    const pair = a * this.b.length + b
    if (!hasOneSpan(crowd, person)) {
      const name = person * this.people.length + pair
      if (this.counted.has(name)) return
      this.counted.add(name)
    }
    this.people[pair]! += 1
  }

  cells(): Cell[] {
    const cells: Cell[] = []
    this.people.forEach((people, pair) => {
      const b = pair % this.b.length
      if (people > 0) cells.push({ a: this.a[(pair - b) / this.b.length]!, b: this.b[b]!, people })
    })
    return cells
  }
}
