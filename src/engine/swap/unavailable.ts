import { isAway } from '../facts/is-away.ts'
import { aboutTakers } from './about-takers.ts'
import type { Change } from './change.ts'
import type { SwapViolation } from './swap-facts.ts'

/**
 * Takers who have said that they cannot be on a shift in those hours of the week.
 *
 * @example
 * const unavailable = [{ weekday: 1, startsAt: '12:30', endsAt: '13:30' }]
 * const people = facts.people.map((one) => ({ ...one, unavailable }))
 * checkHoursFree(changeOf({ ...facts, people }, [move(monday, 'bo', 'cy')]))
 * //=> [{ rule: 'unavailable', employeeId: 'cy', shiftId: 'monday' }]
 */
export function checkHoursFree(change: Change): SwapViolation[] {
  return aboutTakers(change, 'unavailable', (taker, move) => isAway({ ...taker, absences: [] }, move))
}
