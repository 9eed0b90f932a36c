import type { Change } from './change.ts'
import type { SwapViolation } from './swap-facts.ts'

/**
 * People who would hold two seats, or two separate parts, of one shift.
 *
 * @example
 * checkTwice(changeOf(facts, [move(monday, 'hanna', 'bo')]))
 * //=> [{ rule: 'twice-on-shift', employeeId: 'bo', shiftId: 'monday' }]
 */
export function checkTwice({ moves, after }: Change): SwapViolation[] {
  return moves.flatMap(({ shiftId, from, to }) =>
    [from, to]
      .filter((who) => after.filter((seat) => seat.shiftId === shiftId && seat.employeeId === who).length > 1)
      .map((who) => ({ rule: 'twice-on-shift' as const, employeeId: who, shiftId }))
  )
}
