import type { DaySpan } from '../engine/ledger/due-counter.ts'
import type { GroupSize } from '../engine/privacy/publish-groups.ts'
import type { Overlap } from '../engine/privacy/publish-overlapping.ts'
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

/** The sizes of the groups in each of the months: only of those in which anybody is then. */
export function sizesIn(sizes: readonly GroupSize[], months: readonly DaySpan[]): GroupSize[][] {
  const all: GroupSize[][] = months.map(() => [])
  for (const { key, changes } of sizes) {
    let [people, at] = [0, 0]
    months.forEach(({ from, to }, month) => {
      for (; at < changes.length && changes[at]![0] <= from; at += 1) people += changes[at]![1]
      const within: (readonly [day: number, more: number])[] = people > 0 ? [[from, people]] : []
      for (; at < changes.length && changes[at]![0] < to; at += 1) {
        within.push(changes[at]!)
        people += changes[at]![1]
      }
      if (within.length > 0) all[month]!.push({ key, changes: within })
    })
  }
  return all
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

/**
 * Calls `take` with each span on a day of which, of these or of all, its person was employed, and the first such day and the
 * one after the last.
 */
function eachStay(
  crowd: Crowd,
  take: (span: number, first: number, end: number) => void,
  days: DaySpan = ALWAYS
): void {
  const { person, from, to, joined, last } = crowd
  for (let span = 0; span < person.length; span += 1) {
    const who = person[span]!
    const first = Math.max(joined[who]!, from[span]!, days.from)
    const end = Math.min(last[who] === NO_DAY ? days.to : last[who]! + 1, to[span]!, days.to)
    if (first < end) take(span, first, end)
  }
}

const ALWAYS: DaySpan = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY }

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
 * The same in a month by group of a kind, groups that are shown as one together. Whoever was employed there without hours counts
 * under `otherwise`, the track that might be anybody's.
 */
export function overlapsBeside(crowd: Crowd, { ofSpan, month, kind, shown, otherwise }: Beside): Overlap[][] {
  const rowOfKey = new Map(shown.flatMap((keys, row) => keys.map((key) => [key, row] as const)))
  const groups = crowd.groups[kind]!
  const people = shown.map(() => new Int32Array(COMBINATIONS))
  const ofMovers = new Map<number, number>()
  eachStay(
    crowd,
    (span) => {
      const who = crowd.person[span]!
      const row = rowOfKey.get(groups.keys[groups.of[crowd.place[span]!]!]!)
      if (row === undefined) return
      if (hasOneSpan(crowd, who)) people[row]![ofSpan[span]!]! += 1
      else {
        const name = who * shown.length + row
        ofMovers.set(name, (ofMovers.get(name) ?? 0) | ofSpan[span]!)
      }
    },
    month
  )
  for (const [name, bits] of ofMovers) people[name % shown.length]![bits]! += 1
  return people.map((counts) =>
    overlapsFrom(counts).map(({ keys, people }) => ({ keys: keys.length > 0 ? keys : [otherwise], people }))
  )
}

interface Beside {
  ofSpan: Uint8Array
  month: DaySpan
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
