import type { Assignments, Problem } from '../plan/problem.ts'
import { peopleOnShifts } from './people-on-shifts.ts'
import type { Violation } from './violation.ts'

/**
 * Shifts where newcomers outnumber the experienced.
 *
 * @example
 * checkNewcomersAlone(problemOfNewcomers(1), [[0]])
 * //=> [{ rule: 'newcomers-alone', shift: 0, text: 'Shift 0 has 1 newcomers and 0 experienced people.' }]
 */
export function checkNewcomersAlone(problem: Problem, assignments: Assignments): Violation[] {
  return peopleOnShifts(problem, assignments).flatMap(({ newcomers, experienced }, shift): Violation[] => {
    if (newcomers <= experienced) return []
    const text = `Shift ${shift} has ${newcomers} newcomers and ${experienced} experienced people.`
    return [{ rule: 'newcomers-alone', shift, text }]
  })
}
