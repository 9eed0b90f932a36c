import type { Change } from './change.ts'
import type { Move, SwapRule, SwapSeat, SwapShift, SwapViolation } from './swap-facts.ts'

/**
 * Compares what somebody takes with every other seat that they then hold, and names the shifts that stand in the way.
 *
 * @example
 * againstOthers(changeOf(facts, [move(monday, 'bo', 'amara')]), 'overlap', () => true)
 * //=> [{ rule: 'overlap', employeeId: 'amara', shiftId: 'monday', otherShiftId: 'next-monday' }]
 */
export function againstOthers(
  { moves, after, shiftOf }: Change,
  rule: SwapRule,
  isBroken: (move: Move, other: SwapSeat, shift: SwapShift) => boolean
): SwapViolation[] {
  return moves.flatMap((move) => {
    const others = after.filter((seat) => seat.employeeId === move.to && seat.shiftId !== move.shiftId)
    return others
      .filter((other) => isBroken(move, other, shiftOf(move.shiftId)))
      .map((other) => ({
        rule,
        employeeId: move.to,
        shiftId: move.shiftId,
        otherShiftId: other.shiftId
      }))
  })
}
