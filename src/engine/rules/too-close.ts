import type { Assignments, Problem } from '../plan/problem.ts'
import { ofHeldPairs } from './held-pairs.ts'
import type { Violation } from './violation.ts'

/**
 * Two shifts of one person with fewer days between them than the person's spacing.
 *
 * @example
 * checkTooClose(problemWithSpacing(14), [[0, 1]]) // days 0 and 7
 * //=> [{ rule: 'too-close', person: 0, shifts: [0, 1], text: 'Person 0: shifts 0 and 1 are 7 days apart, at least 14.' }]
 */
export function checkTooClose(problem: Problem, assignments: Assignments): Violation[] {
  return ofHeldPairs(problem, assignments, ({ person, who, first, then, before, after }) => {
    const days = Math.abs(after.day - before.day)
    if (days >= who.spacingDays) return undefined
    const text = `Person ${person}: shifts ${first} and ${then} are ${days} days apart, at least ${who.spacingDays}.`
    return { rule: 'too-close', person, shifts: [first, then], text }
  })
}
