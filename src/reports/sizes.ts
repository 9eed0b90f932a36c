import type { DaySpan } from '../engine/ledger/due-counter.ts'
import type { GroupSize } from '../engine/privacy/publish-groups.ts'
import type { Crowd } from './queries/crowd.ts'
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
