import { isEmployed } from '../facts/is-employed.ts'
import { aboutTakers } from './about-takers.ts'
import type { Change } from './change.ts'
import type { SwapViolation } from './swap-facts.ts'

/**
 * Takers who have not joined by then, or have left.
 *
 * @example
 * const people = facts.people.map((one) => ({ ...one, leavesOn: '2027-02-28' }))
 * checkEmployment(changeOf({ ...facts, people }, [move(monday, 'bo', 'cy')]))
 * //=> [{ rule: 'not-employed', employeeId: 'cy', shiftId: 'monday' }]
 */
export function checkEmployment(change: Change): SwapViolation[] {
  return aboutTakers(change, 'not-employed', (taker, move) => !isEmployed(taker, move))
}
