import { FEWEST_PEOPLE } from './publish-groups.ts'

/** How many people are in all of these groups, and in no other. */
export type Overlap = { keys: readonly string[]; people: number }

/**
 * Decides the same as `publishGroups` where a person may be in several groups at once, as in tracks: who is in two counts
 * once. `whole` is everybody over all the time, `parts` of the time, each over its calendar month, also where a part of it
 * is asked for. What is too few in a part stands together in every report that has a day of it, with the same groups
 * whatever else is asked: so no sum of such reports, however many, is of fewer than five people of a part. `beside` are
 * groups of other kinds that are shown, each with its people: nor is the difference to sums of those.
 *
 * @example
 * const january = [{ keys: ['reviews'], people: 6 }, { keys: ['calls'], people: 9 }, { keys: ['calls', 'pages'], people: 7 }]
 * const february = [{ keys: ['reviews'], people: 1 }, { keys: ['calls'], people: 9 }, { keys: ['pages'], people: 8 }]
 * publishOverlapping({ whole: [...january, ...february], parts: [january, february], beside: [] })
 * //=> [['calls'], ['pages', 'reviews']]
 */
export function publishOverlapping({
  whole,
  parts,
  beside
}: {
  whole: readonly Overlap[]
  parts: readonly (readonly Overlap[])[]
  beside: readonly (readonly (readonly Overlap[])[])[]
}): string[][] {
  const keys = [...new Set(whole.flatMap((overlap) => overlap.keys))].sort()
  if (peopleIn(keys, whole) < FEWEST_PEOPLE) return []
  let shown = keys.map((key) => [key])
  for (const part of [whole, ...parts])
    for (const together of gathered(keys, part)) shown = joined(shown, together)
  for (let thin = firstThin(shown, beside, whole); thin; thin = firstThin(shown, beside, whole))
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

/** What stands together for being too few: small groups, the next smallest while they still are, and in the end all. */
function gathered(keys: readonly string[], part: readonly Overlap[]): string[][] {
  const bySize = keys
    .map((key) => ({ key, people: peopleIn([key], part) }))
    .filter(({ people }) => people > 0)
    .toSorted((a, b) => a.people - b.people || (a.key < b.key ? -1 : 1))
  const small = bySize.filter(({ people }) => people < FEWEST_PEOPLE).map(({ key }) => key)
  if (small.length === 0) return []
  const rest = bySize.slice(small.length)
  while (peopleIn(small, part) < FEWEST_PEOPLE && rest.length > 0) small.push(rest.shift()!.key)
  return [peopleIn(small, part) < FEWEST_PEOPLE ? [...keys] : small]
}

/** All groups that have one of these keys as one. */
function joined(shown: readonly string[][], keys: readonly string[]): string[][] {
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
