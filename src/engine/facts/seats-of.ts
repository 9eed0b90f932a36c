import type { Assignments } from '../plan/problem.ts'
import type { BuiltProblem } from './build-problem.ts'
import type { ShiftFact } from './planning-facts.ts'

/** One seat that a plan gives: the indices of the problem and what they mean. */
export type PlannedSeat = { person: number; shift: number; employeeId: string; span: ShiftFact }

/**
 * Reads a plan of a built problem: who sits on which shift, by shift and then by person, without the stand-ins.
 *
 * @example
 * seatsOf({ people: ['bo', 'hanna'], shifts: [monday] }, [[0], [0]]).map(({ employeeId }) => employeeId)
 * //=> ['bo', 'hanna']
 */
export function seatsOf(
  { people, shifts }: Pick<BuiltProblem, 'people' | 'shifts'>,
  plan: Assignments
): PlannedSeat[] {
  return people
    .flatMap((employeeId, person) =>
      (plan[person] ?? []).map((shift) => ({ person, shift, employeeId, span: shifts[shift]! }))
    )
    .sort((a, b) => a.shift - b.shift || a.person - b.person)
}
