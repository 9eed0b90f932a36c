import type { Change } from './change.ts'
import { worseShifts } from './on-shift-at.ts'
import type { SwapViolation } from './swap-facts.ts'

/**
 * Shifts on which newcomers would outnumber the experienced at some time.
 *
 * @example
 * const seats = [on(monday, 'hanna')]
 * const people = facts.people.map((one) => (one.id === 'hanna' ? one : { ...one, readiness: 'shadowing' }))
 * checkNewcomers(changeOf({ ...facts, seats, people }, [move(monday, null, 'bo'), move(monday, null, 'cy')]))
 * //=> [{ rule: 'newcomers-alone', employeeId: null, shiftId: 'monday' }]
 */
export function checkNewcomers(change: Change): SwapViolation[] {
  return worseShifts(change, 'newcomers-alone', ({ newcomers, experienced }) => newcomers - experienced)
}
