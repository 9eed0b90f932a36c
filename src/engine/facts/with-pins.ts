import type { BuiltProblem } from './build-problem.ts'
import type { DatedSeat } from './plan-changes.ts'

/**
 * Puts seats into a problem that every plan of it must keep. Seats that it does not know are passed over: whether they can
 * be kept is for `checkDraft` to say. Whoever is pinned more often than they would be planned may be on so many shifts, since
 * somebody wants it so.
 *
 * @example
 * withPins(built(), [{ employeeId: 'bo', ...tuesday }]).problem.people.map(({ locked }) => locked)
 * //=> [undefined, [1], undefined]
 */
export function withPins(built: BuiltProblem, pins: readonly DatedSeat[]): BuiltProblem {
  const shiftOf = new Map(built.shifts.map(({ startsAt }, index) => [startsAt.getTime(), index]))
  const people = built.problem.people.map((person, index) => {
    const own = pins.filter(({ employeeId }) => employeeId === built.people[index])
    const locked = own.flatMap(({ startsAt }) => shiftOf.get(startsAt.getTime()) ?? []).sort((a, b) => a - b)
    if (locked.length === 0) return person
    return { ...person, locked, maxShifts: Math.max(person.maxShifts, locked.length) }
  })
  return { ...built, problem: { ...built.problem, people } }
}
