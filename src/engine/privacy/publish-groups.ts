import type { DaySpan } from '../ledger/due-counter.ts'
import { type Cell, thinCut } from './thin-cut.ts'

/**
 * A group with how many people it has from which day on, each as a change to the day before: `[day, more]`, days as
 * `time/day-number.ts` counts.
 */
export type GroupSize = { key: string; changes: readonly (readonly [day: number, more: number])[] }

/** Groups of another kind that are published already, and who is in both. */
export type Published = { groups: readonly (readonly string[])[]; cells: readonly Cell[] }

/** People a group must have to be shown by itself: with fewer, a figure tells of a person (PRACTICE, section 5). */
export const FEWEST_PEOPLE = 5

/**
 * Decides which groups of a month are shown by themselves and which together, so that neither a sum, nor what is left of the total,
 * nor the difference to sums of other kinds of groups is of fewer than five people. A group counts by its smallest
 * day: else the days on which it was small could be had by taking one period from another. Small groups are put together, and the
 * next smallest with them while they are still too few; then groups whose difference to one of another kind is too thin.
 * In `cells` `a` is the key here and `b` that of the other kind. Fewer than five people in all: null. What is shown of several
 * months, or of days of them, is said by `joinMonths`.
 *
 * @example
 * publishGroups([
 *   { key: 'Product', changes: [[20_800, 9]] },
 *   { key: 'Legal', changes: [[20_800, 3]] },
 *   { key: 'Board', changes: [[20_800, 1]] },
 *   { key: 'Support', changes: [[20_800, 6]] }
 * ], [])
 * //=> [['Product'], ['Board', 'Legal', 'Support']]
 */
export function publishGroups(groups: readonly GroupSize[], others: readonly Published[]): string[][] | null {
  const sizes = new Map(groups.map((group) => [group.key, group]))
  let shown = gatherSmall(
    groups.map(({ key }) => [key]),
    sizes
  )
  if (!shown) return null
  for (let thin = firstThin(shown, others); thin; thin = firstThin(shown, others)) {
    shown = merge(shown, thin)
  }
  return shown
}

type Sizes = ReadonlyMap<string, GroupSize>

const leastOf = (keys: readonly string[], sizes: Sizes) => leastOn(keys.map((key) => sizes.get(key)!))

/**
 * Counts the people of groups together on their smallest day, of those on which there is anybody; 0 where there is none.
 * With days: only of those in [from, to).
 *
 * @example
 * leastOn([{ key: 'Product', changes: [[20_800, 9], [20_831, -2], [20_859, 4]] }])
 * //=> 7
 */
export function leastOn(groups: readonly GroupSize[], { from, to }: DaySpan = ALWAYS): number {
  const changes = inOrder(groups.length === 1 ? groups[0]!.changes : groups.flatMap((group) => group.changes))
  let people = 0
  let least = Number.POSITIVE_INFINITY
  for (let at = 0; at < changes.length && changes[at]![0] < to; at += 1) {
    people += changes[at]![1]
    // What changes on one day changes at once, and what did before the first day has by then.
    const next = changes[at + 1]?.[0] ?? to
    if (people > 0 && next > from && next > changes[at]![0]) least = Math.min(least, people)
  }
  return least === Number.POSITIVE_INFINITY ? 0 : least
}

const ALWAYS: DaySpan = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY }

/** By day; mostly they are already. */
function inOrder(changes: GroupSize['changes']): GroupSize['changes'] {
  for (let at = 1; at < changes.length; at += 1)
    if (changes[at]![0] < changes[at - 1]![0]) return changes.toSorted((a, b) => a[0] - b[0])
  return changes
}

function gatherSmall(groups: string[][], sizes: Sizes): string[][] | null {
  const bySize = groups
    .map((keys) => ({ keys, least: leastOf(keys, sizes) }))
    .toSorted((a, b) => a.least - b.least || (a.keys[0]! < b.keys[0]! ? -1 : 1))
  const small = bySize.filter(({ least }) => least < FEWEST_PEOPLE)
  if (small.length === 0) return groups
  const rest = bySize.slice(small.length)
  const gathered = small.flatMap(({ keys }) => keys)
  while (leastOf(gathered, sizes) < FEWEST_PEOPLE && rest.length > 0) gathered.push(...rest.shift()!.keys)
  if (leastOf(gathered, sizes) < FEWEST_PEOPLE) return null
  const isGathered = new Set(gathered)
  return [...groups.filter((keys) => !isGathered.has(keys[0]!)), gathered.sort()]
}

/** Two groups here with people on both sides of a thin cut. */
function firstThin(shown: readonly string[][], others: readonly Published[]): [string, string] | null {
  for (const { groups, cells } of others) {
    const side = thinCut(joined(cells, shown, groups), FEWEST_PEOPLE)
    if (!side) continue
    const inside = shown.filter((_, at) => side.includes(`a:${at}`))
    const outside = shown.filter((_, at) => !side.includes(`a:${at}`))
    const [near, far] = [inside[0], neighbourOf(inside, outside, groups, cells)]
    if (near && far) return [near[0]!, far[0]!]
  }
  return null
}

/** The smallest piece of the other side that shares a published group of the other kind with this side. */
function neighbourOf(
  inside: readonly string[][],
  outside: readonly string[][],
  groups: Published['groups'],
  cells: readonly Cell[]
): string[] | undefined {
  const groupOf = indexOf(groups)
  const near = new Set(
    cells.filter(({ a }) => inside.some((keys) => keys.includes(a))).map(({ b }) => groupOf.get(b))
  )
  const touching = outside.filter((keys) =>
    cells.some(({ a, b }) => keys.includes(a) && near.has(groupOf.get(b)))
  )
  return touching.toSorted((a, b) => a.length - b.length || (a[0]! < b[0]! ? -1 : 1))[0] ?? outside[0]
}

const indexOf = (groups: readonly (readonly string[])[]): Map<string, string> =>
  new Map(groups.flatMap((keys, at) => keys.map((key) => [key, String(at)] as const)))

/** The cells of published groups: what is not published on one of the sides is left out. */
function joined(cells: readonly Cell[], shown: readonly string[][], groups: Published['groups']): Cell[] {
  const [ofA, ofB] = [indexOf(shown), indexOf(groups)]
  return cells.flatMap(({ a, b, people }) => {
    const [at, other] = [ofA.get(a), ofB.get(b)]
    return at === undefined || other === undefined ? [] : [{ a: at, b: other, people }]
  })
}

function merge(shown: readonly string[][], [one, other]: [string, string]): string[][] {
  const both = shown.filter((keys) => keys.includes(one) || keys.includes(other))
  const rest = shown.filter((keys) => !both.includes(keys))
  return [...rest, both.flat().sort()]
}
