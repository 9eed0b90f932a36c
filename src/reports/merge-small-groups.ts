import type { Part } from './read-parts.ts'

export interface Group {
  name: string
  id: string | null
  parts: Part[]
}

/** People a group must have to be shown by itself: with fewer, a figure tells of a person (PRACTICE, section 5). */
export const FEWEST_PEOPLE = 5
export const SMALL_GROUPS = 'fewer than five'

/** Different people in the groups together; by weeks, one person is in many. */
export const peopleIn = (groups: Group[]): number =>
  new Set(groups.flatMap(({ parts }) => parts.map(({ person }) => person.employeeId))).size

/**
 * Puts the groups of fewer than five people into one, and the next smallest to it for as long as it is still under
 * five; it comes last. A report of fewer than five people in all has no groups.
 */
export function mergeSmallGroups(groups: Group[]): Group[] {
  const bySize = groups.toSorted((a, b) => peopleIn([a]) - peopleIn([b]))
  const small = bySize.filter((group) => peopleIn([group]) < FEWEST_PEOPLE)
  if (small.length === 0) return groups
  const rest = bySize.slice(small.length)
  while (peopleIn(small) < FEWEST_PEOPLE && rest.length > 0) small.push(rest.shift()!)
  const shown = groups.filter((group) => !small.includes(group))
  if (peopleIn(small) < FEWEST_PEOPLE) return shown
  return [...shown, { name: SMALL_GROUPS, id: null, parts: small.flatMap(({ parts }) => parts) }]
}
