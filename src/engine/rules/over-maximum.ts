import type { Assignments, Problem } from '../plan/problem.ts'
import { peopleOnShifts } from './people-on-shifts.ts'
import type { Violation } from './violation.ts'

/**
 * Shifts with more people than their maximum.
 *
 * @example
 * checkOverMaximum(problemWithMaximum(1), [[0], [0]])
 * //=> [{ rule: 'over-maximum', shift: 0, text: 'Shift 0 has 2 people, at most 1.' }]
 */
export function checkOverMaximum(problem: Problem, assignments: Assignments): Violation[] {
  return peopleOnShifts(problem, assignments).flatMap(({ people }, shift): Violation[] => {
    const { max } = problem.shifts[shift]!
    if (people <= max) return []
    return [{ rule: 'over-maximum', shift, text: `Shift ${shift} has ${people} people, at most ${max}.` }]
  })
}
