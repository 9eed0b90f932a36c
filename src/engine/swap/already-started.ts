import type { Change } from './change.ts'
import type { SwapViolation } from './swap-facts.ts'

/**
 * Seats that cannot change hands any more, because their time has begun.
 *
 * @example
 * checkStart(changeOf({ ...facts, now: monday.startsAt }, [move(monday, 'bo', 'cy')]))
 * //=> [{ rule: 'already-started', employeeId: null, shiftId: 'monday' }]
 */
export function checkStart({ facts, moves }: Change): SwapViolation[] {
  return moves
    .filter(({ startsAt }) => startsAt <= facts.now)
    .map(({ shiftId }) => ({ rule: 'already-started', employeeId: null, shiftId }))
}
