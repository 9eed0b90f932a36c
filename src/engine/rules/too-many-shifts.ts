import type { Assignments, Problem } from '../plan/problem.ts'
import type { Violation } from './violation.ts'

/**
 * People with more shifts than they may have in the horizon.
 *
 * @example
 * checkTooManyShifts(problemWhereBoMayHave(1), [[0, 4]])
 * //=> [{ rule: 'too-many-shifts', person: 0, shifts: [0, 4], text: 'Person 0 has 2 shifts, at most 1.' }]
 */
export function checkTooManyShifts(problem: Problem, assignments: Assignments): Violation[] {
  return problem.people.flatMap(({ maxShifts }, person): Violation[] => {
    const shifts = assignments[person] ?? []
    if (shifts.length <= maxShifts) return []
    const text = `Person ${person} has ${shifts.length} shifts, at most ${maxShifts}.`
    return [{ rule: 'too-many-shifts', person, shifts, text }]
  })
}
