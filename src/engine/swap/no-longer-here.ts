import { aboutTakers } from './about-takers.ts'
import type { Change } from './change.ts'
import type { SwapViolation } from './swap-facts.ts'

/**
 * Takers who were deactivated.
 *
 * @example
 * const people = facts.people.map((one) => ({ ...one, isHere: one.id !== 'cy' }))
 * checkPresence(changeOf({ ...facts, people }, [move(monday, 'bo', 'cy')]))
 * //=> [{ rule: 'no-longer-here', employeeId: 'cy', shiftId: 'monday' }]
 */
export function checkPresence(change: Change): SwapViolation[] {
  return aboutTakers(change, 'no-longer-here', ({ isHere }) => !isHere)
}
