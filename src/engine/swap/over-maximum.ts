import type { Change } from './change.ts'
import { worseShifts } from './on-shift-at.ts'
import type { SwapViolation } from './swap-facts.ts'

/**
 * Shifts that would have more people than seats at some time.
 *
 * @example
 * const small = { ...monday, seats: { ...monday.seats, max: 2 } }
 * checkMaximum(changeOf({ ...facts, shifts: [small, nextMonday] }, [move(monday, null, 'cy')]))
 * //=> [{ rule: 'over-maximum', employeeId: null, shiftId: 'monday' }]
 */
export function checkMaximum(change: Change): SwapViolation[] {
  return worseShifts(change, 'over-maximum', ({ people }, { seats }) => people - seats.max)
}
