import { HOST_SPACING_DAYS } from '../facts/problem-people.ts'
import { daysBetween } from '../time/days-between.ts'
import type { Change } from './change.ts'
import { againstOthers } from './other-seats.ts'
import type { SwapViolation } from './swap-facts.ts'

/**
 * Takers who would have another shift fewer days away than the rotation spaces a guest's, or two for a host.
 *
 * @example
 * const seats = [{ ...on(nextMonday, 'cy'), onDay: '2027-03-07' }]
 * checkSpacing(changeOf({ ...facts, seats }, [move(monday, null, 'cy')])) // six days, at least seven
 * //=> [{ rule: 'too-close', employeeId: 'cy', shiftId: 'monday', otherShiftId: 'next-monday' }]
 */
export function checkSpacing(change: Change): SwapViolation[] {
  return againstOthers(change, 'too-close', ({ to }, other, { onDay, rotation }) => {
    const spacingDays = change.personOf(to).isHost ? HOST_SPACING_DAYS : rotation.spacingDays
    return Math.abs(daysBetween(onDay, other.onDay)) < spacingDays
  })
}
