import type { Change } from './change.ts'
import type { Move, SwapPerson, SwapRule, SwapShift, SwapViolation } from './swap-facts.ts'

/**
 * Asks of everybody who takes something whether a rule about the person, the span and its shift is broken.
 *
 * @example
 * aboutTakers(changeOf(facts, [move(monday, 'bo', 'cy')]), 'in-training', ({ id }) => id === 'cy')
 * //=> [{ rule: 'in-training', employeeId: 'cy', shiftId: 'monday' }]
 */
export function aboutTakers(
  { moves, personOf, shiftOf }: Change,
  rule: SwapRule,
  isBroken: (taker: SwapPerson, move: Move, shift: SwapShift) => boolean
): SwapViolation[] {
  return moves
    .filter((move) => isBroken(personOf(move.to), move, shiftOf(move.shiftId)))
    .map(({ to, shiftId }) => ({ rule, employeeId: to, shiftId }))
}
