import type { BuiltProblem } from './build-problem.ts'
import type { DatedSeat } from './plan-changes.ts'

/**
 * Puts seats into a built problem, stand-ins included: the plan, and the seats that the problem does not know any more,
 * because the shift has begun or is gone, or the person has left.
 *
 * @example
 * const { assignments, unknown } = assignmentsFrom(built(), [{ employeeId: 'bo', ...tuesday }])
 * assignments // of amara, bo and hanna
 * //=> [[], [1], []]
 */
export function assignmentsFrom<Seat extends DatedSeat>(
  { problem, people, shifts }: BuiltProblem,
  seats: readonly Seat[]
): { assignments: number[][]; unknown: Seat[] } {
  const assignments = problem.people.map(({ locked = [] }) => [...locked])
  const personOf = new Map(people.map((id, index) => [id, index]))
  const shiftOf = new Map(shifts.map(({ startsAt }, index) => [startsAt.getTime(), index]))
  const unknown: Seat[] = []
  for (const seat of seats) {
    const person = personOf.get(seat.employeeId)
    const shift = shiftOf.get(seat.startsAt.getTime())
    if (person === undefined || shift === undefined) unknown.push(seat)
    else assignments[person]!.push(shift)
  }
  return { assignments: assignments.map((held) => held.sort((a, b) => a - b)), unknown }
}
