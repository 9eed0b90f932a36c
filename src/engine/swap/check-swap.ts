import { checkMoves } from './check-moves.ts'
import { type Exchange, movesOf } from './moves-of.ts'
import type { SwapFacts, SwapViolation } from './swap-facts.ts'

/**
 * Lists every rule that a swap or a cover would break; an empty list means it may go ahead. Of a cover of a part both
 * halves keep the rules.
 *
 * @example
 * const swap = { proposerId: 'bo', askedId: 'amara', give: on(monday, 'bo'), take: on(nextMonday, 'amara'), part: null }
 * checkSwap(facts, swap)
 * //=> []
 * const cover = { proposerId: 'hanna', askedId: 'cy', give: on(monday, 'hanna'), take: null, part: afternoon }
 * checkSwap(facts, cover) // a guest for the only host
 * //=> [{ rule: 'missing-host', employeeId: null, shiftId: 'monday' }]
 */
export function checkSwap(facts: SwapFacts, exchange: Exchange): SwapViolation[] {
  return checkMoves(facts, movesOf(exchange))
}
