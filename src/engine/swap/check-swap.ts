import { checkMoves } from './check-moves.ts'
import { movesOf } from './moves-of.ts'
import type { SwapFacts, SwapSeat, SwapViolation } from './swap-facts.ts'

/**
 * Lists every rule that an exchange of two seats would break; an empty list means it may go ahead.
 *
 * @example
 * checkSwap(facts, { give: on(monday, 'bo'), take: on(nextMonday, 'amara') })
 * //=> []
 */
export function checkSwap(
  facts: SwapFacts,
  { give, take }: { give: SwapSeat; take: SwapSeat }
): SwapViolation[] {
  return checkMoves(
    facts,
    movesOf({ give, take, part: null, proposerId: give.employeeId, askedId: take.employeeId })
  )
}
