import type { Assignments, Problem } from '../plan/problem.ts'
import { ofHeldPairs } from './held-pairs.ts'
import type { Violation } from './violation.ts'

/**
 * Two shifts of one person with too little rest between the end of one and the start of the next, overlap included.
 *
 * @example
 * checkShortRest(problemWithRest(660), [[0, 1]]) // 08:00-12:00 and 18:00-22:00
 * //=> [{ rule: 'short-rest', person: 0, shifts: [0, 1], text: 'Person 0: 360 minutes between shifts 0 and 1, at least 660.' }]
 */
export function checkShortRest(problem: Problem, assignments: Assignments): Violation[] {
  return ofHeldPairs(problem, assignments, ({ person, first, then, before, after }) => {
    const rest = after.start - before.end
    if (rest >= problem.restMinutes) return undefined
    const between = rest < 0 ? 'an overlap' : `${rest} minutes`
    const text = `Person ${person}: ${between} between shifts ${first} and ${then}, at least ${problem.restMinutes}.`
    return { rule: 'short-rest', person, shifts: [first, then], text }
  })
}
