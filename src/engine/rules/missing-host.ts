import type { Assignments, Problem } from '../plan/problem.ts'
import { peopleOnShifts } from './people-on-shifts.ts'
import type { Violation } from './violation.ts'

/**
 * Shifts that somebody works with fewer hosts than they need. An empty shift needs none.
 *
 * @example
 * checkMissingHost(problemWithOneHostNeeded(), [[0]]) // a guest alone
 * //=> [{ rule: 'missing-host', shift: 0, text: 'Shift 0 has 0 hosts, needs 1.' }]
 */
export function checkMissingHost(problem: Problem, assignments: Assignments): Violation[] {
  return peopleOnShifts(problem, assignments).flatMap(({ people, hosts }, shift): Violation[] => {
    const needed = problem.shifts[shift]!.hosts
    if (people === 0 || hosts >= needed) return []
    return [{ rule: 'missing-host', shift, text: `Shift ${shift} has ${hosts} hosts, needs ${needed}.` }]
  })
}
