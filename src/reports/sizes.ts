import type { DaySpan } from '../engine/ledger/due-counter.ts'
import type { GroupSize } from '../engine/privacy/publish-groups.ts'
import type { Overlap } from '../engine/privacy/publish-overlapping.ts'
import type { Cell } from '../engine/privacy/thin-cut.ts'
import { type Crowd, hasOneSpan } from './queries/crowd.ts'
import { TRACK_ROWS } from './queries/day-facts.ts'
import { NO_DAY } from './queries/packed.ts'
import type { Kind } from './queries/spans.ts'

/** How many people are employed in each group of a kind, or in all together (`null`), from which day on; changes by day. */
export function sizesOf(crowd: Crowd, kind: Kind | null): GroupSize[] {
  const groups = kind ? crowd.groups[kind]! : null
  const keys = groups?.keys ?? ['']
  const { from, to } = daysOf(crowd)
  // A day for each, as in a calendar: what is sorted and looked up takes longer with thousands of groups.
  const days = Math.max(0, to - from + 1)
  const changes = new Int32Array(keys.length * days)
  eachStay(crowd, (span, first, end) => {
    const at = (groups ? groups.of[crowd.place[span]!]! : 0) * days - from
    changes[at + first]! += 1
    changes[at + end]! -= 1
  })
  return keys
    .map((key, group) => ({
      key,
      changes: changesIn(changes.subarray(group * days, (group + 1) * days), from)
    }))
    .filter((size) => size.changes.length > 0)
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
}

/** The first day of all spans, and the day after the last. */
function daysOf({ from, to }: Crowd): DaySpan {
  const days = { from: Number.POSITIVE_INFINITY, to: Number.NEGATIVE_INFINITY }
  for (let span = 0; span < from.length; span += 1) {
    if (from[span]! < days.from) days.from = from[span]!
    if (to[span]! > days.to) days.to = to[span]!
  }
  return days
}

function changesIn(calendar: Int32Array, from: number): GroupSize['changes'] {
  const changes: (readonly [day: number, more: number])[] = []
  for (let day = 0; day < calendar.length; day += 1)
    if (calendar[day] !== 0) changes.push([from + day, calendar[day]!])
  return changes
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

/** How many people have hours in which tracks; `ofPeople`: in which, as bits by person. */
export function overlapsOf(ofPeople: Uint8Array): Overlap[] {
  const people = new Int32Array(COMBINATIONS)
  for (const bits of ofPeople) people[bits]! += 1
  return overlapsFrom(people).filter(({ keys }) => keys.length > 0)
}

/** In which tracks people have hours, wherever they were. */
export function tracksOfPeople(crowd: Crowd, ofSpan: Uint8Array): Uint8Array {
  const ofPeople = new Uint8Array(crowd.joined.length)
  ofSpan.forEach((bits, span) => {
    ofPeople[crowd.person[span]!]! |= bits
  })
  return ofPeople
}

/**
 * The same by group of a kind, groups that are shown as one together. Whoever was employed there without hours counts
 * under `otherwise`, the track that might be anybody's.
 */
export function overlapsBeside(crowd: Crowd, { ofSpan, kind, shown, otherwise }: Beside): Overlap[][] {
  const rowOfKey = new Map(shown.flatMap((keys, row) => keys.map((key) => [key, row] as const)))
  const groups = crowd.groups[kind]!
  const people = shown.map(() => new Int32Array(COMBINATIONS))
  const ofMovers = new Map<number, number>()
  eachStay(crowd, (span) => {
    const who = crowd.person[span]!
    const row = rowOfKey.get(groups.keys[groups.of[crowd.place[span]!]!]!)
    if (row === undefined) return
    if (hasOneSpan(crowd, who)) people[row]![ofSpan[span]!]! += 1
    else {
      const name = who * shown.length + row
      ofMovers.set(name, (ofMovers.get(name) ?? 0) | ofSpan[span]!)
    }
  })
  for (const [name, bits] of ofMovers) people[name % shown.length]![bits]! += 1
  return people.map((counts) =>
    overlapsFrom(counts).map(({ keys, people }) => ({ keys: keys.length > 0 ? keys : [otherwise], people }))
  )
}

interface Beside {
  ofSpan: Uint8Array
  kind: Kind
  shown: readonly (readonly string[])[]
  otherwise: (typeof TRACK_ROWS)[number]
}

const COMBINATIONS = 2 ** TRACK_ROWS.length

function overlapsFrom(people: Int32Array): Overlap[] {
  return Array.from(people, (count, bits) => ({
    keys: TRACK_ROWS.filter((_, at) => ((bits >> at) & 1) === 1),
    people: count
  })).filter((overlap) => overlap.people > 0)
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
