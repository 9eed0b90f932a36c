import { overlaps } from '../time/overlaps.ts'
import type { Change } from './change.ts'
import { againstOthers } from './other-seats.ts'
import type { SwapViolation } from './swap-facts.ts'

/**
 * Takers who would be on two shifts at once.
 *
 * @example
 * const seats = [{ ...on(nextMonday, 'cy'), ...afternoon }]
 * checkOverlap(changeOf({ ...facts, seats }, [move(monday, null, 'cy')]))
 * //=> [{ rule: 'overlap', employeeId: 'cy', shiftId: 'monday', otherShiftId: 'next-monday' }]
 */
export function checkOverlap(change: Change): SwapViolation[] {
  return againstOthers(change, 'overlap', (move, other) => overlaps(move, other))
}
