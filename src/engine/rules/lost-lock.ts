import type { Assignments, Problem } from '../plan/problem.ts'
import type { Violation } from './violation.ts'

/**
 * Locked shifts that their people have lost.
 *
 * @example
 * checkLostLock(problemWhereBoIsLockedOn(3), [[1]])
 * //=> [{ rule: 'lost-lock', person: 0, shift: 3, text: 'Person 0 lost locked shift 3.' }]
 */
export function checkLostLock(problem: Problem, assignments: Assignments): Violation[] {
  return problem.people.flatMap(({ locked = [] }, person) =>
    locked
      .filter((shift) => !assignments[person]?.includes(shift))
      .map((shift): Violation => {
        return { rule: 'lost-lock', person, shift, text: `Person ${person} lost locked shift ${shift}.` }
      })
  )
}
