import { FEWEST_PEOPLE } from './publish-groups.ts'

/** How many people are in all of these groups, and in no other. */
export type Overlap = { keys: readonly string[]; people: number }

/**
 * Decides the same as `publishGroups` of a month where a person may be in several groups at once, as in tracks: who is in two
 * counts once. `beside` are groups of other kinds that are shown of the month, each with its people: nor is the difference to
 * sums of those of fewer than five. Null where all together are too few.
 *
 * @example
 * publishOverlapping([
 *   { keys: ['reviews'], people: 1 }, { keys: ['calls'], people: 9 }, { keys: ['pages'], people: 8 }
 * ], [])
 * //=> [['calls'], ['pages', 'reviews']]
 */
export function publishOverlapping(
  month: readonly Overlap[],
  beside: readonly (readonly (readonly Overlap[])[])[]
): string[][] | null {
  const keys = [...new Set(month.flatMap((overlap) => overlap.keys))].sort()
  const together = gathered(keys, month)
  if (!together) return null
  let shown = joined(
    keys.map((key) => [key]),
    together
  )
  for (let thin = firstThin(shown, beside, month); thin; thin = firstThin(shown, beside, month))
    shown = joined(shown, thin)
  return shown
}

/**
 * How many people are in any of these groups.
 *
 * @example
 * peopleIn(['reviews', 'pages'], [{ keys: ['reviews', 'pages'], people: 3 }, { keys: ['pages', 'calls'], people: 2 }])
 * //=> 5
 */
export function peopleIn(keys: readonly string[], overlaps: readonly Overlap[]): number {
  return overlaps.reduce(
    (sum, overlap) => sum + (overlap.keys.some((key) => keys.includes(key)) ? overlap.people : 0),
    0
  )
}

/** What stands together for being too few: small groups, and the next smallest while they still are; null where all are. */
function gathered(keys: readonly string[], month: readonly Overlap[]): string[] | null {
  const bySize = keys
    .map((key) => ({ key, people: peopleIn([key], month) }))
    .toSorted((a, b) => a.people - b.people || (a.key < b.key ? -1 : 1))
  const small = bySize.filter(({ people }) => people < FEWEST_PEOPLE).map(({ key }) => key)
  const rest = bySize.slice(small.length)
  while (small.length > 0 && peopleIn(small, month) < FEWEST_PEOPLE && rest.length > 0)
    small.push(rest.shift()!.key)
  return small.length > 0 && peopleIn(small, month) < FEWEST_PEOPLE ? null : small
}

/** All groups that have one of these keys as one. */
function joined(shown: readonly string[][], keys: readonly string[]): string[][] {
  if (keys.length === 0) return [...shown]
  const touched = shown.filter((group) => group.some((key) => keys.includes(key)))
  return [...shown.filter((group) => !touched.includes(group)), touched.flat().sort()]
}

/** Two groups on both sides of a thin cut, the smallest of each side. */
function firstThin(
  shown: readonly string[][],
  beside: readonly (readonly (readonly Overlap[])[])[],
  whole: readonly Overlap[]
): string[] | null {
  // The last group stays on one side: a cut is the same seen from the other.
  for (let sides = 1; sides < 2 ** (shown.length - 1); sides += 1) {
    const isInside = (at: number) => ((sides >> at) & 1) === 1
    const inside = shown.filter((_, at) => isInside(at))
    const outside = shown.filter((_, at) => !isInside(at))
    if (beside.some((groups) => isThin(inside.flat(), outside.flat(), groups)))
      return [smallest(inside, whole), smallest(outside, whole)].flat()
  }
  return null
}

/**
 * Whether sums of groups of another kind can be chosen so that their difference to the groups inside is of some people, but
 * fewer than five: each group there is taken or left, whichever leaves fewer of its people over.
 */
function isThin(
  inside: readonly string[],
  outside: readonly string[],
  groups: readonly (readonly Overlap[])[]
): boolean {
  const left = groups.map((people) => {
    const [taken, not] = [peopleIn(outside, people), peopleIn(inside, people)]
    return { least: Math.min(taken, not), most: Math.max(taken, not) }
  })
  const least = left.reduce((sum, group) => sum + group.least, 0)
  const next = least > 0 ? least : Math.min(...left.map(({ most }) => most).filter((most) => most > 0))
  return next < FEWEST_PEOPLE
}

const smallest = (groups: readonly string[][], whole: readonly Overlap[]): string[] =>
  groups.toSorted((a, b) => peopleIn(a, whole) - peopleIn(b, whole) || (a[0]! < b[0]! ? -1 : 1))[0]!
