import type { Interval } from '../time/local.ts'
import { checkMoves } from './check-moves.ts'
import { movesOf } from './moves-of.ts'
import type { SwapFacts, SwapSeat, SwapViolation } from './swap-facts.ts'

/**
 * Lists every rule that is broken when somebody takes over a seat, or a part of it; both parts keep the rules.
 *
 * @example
 * checkCover(facts, { seat: on(monday, 'hanna'), takerId: 'cy', part: afternoon }) // a guest for the only host
 * //=> [{ rule: 'missing-host', employeeId: null, shiftId: 'monday' }]
 */
export function checkCover(
  facts: SwapFacts,
  { seat, takerId, part = null }: { seat: SwapSeat; takerId: string; part?: Interval | null }
): SwapViolation[] {
  const exchange = { proposerId: seat.employeeId, askedId: takerId, give: seat, take: null, part }
  return checkMoves(facts, movesOf(exchange))
}
