import type { Interval } from '../time/local.ts'
import { checkMoves } from './check-moves.ts'
import type { SwapFacts, SwapViolation } from './swap-facts.ts'

/**
 * Lists every rule that is broken when somebody takes an open seat; `span` is the time that nobody sits there.
 *
 * @example
 * checkTake(facts, { shiftId: 'monday', span: monday, takerId: 'bo' }).map(({ rule }) => rule)
 * //=> ['twice-on-shift']
 */
export function checkTake(
  facts: SwapFacts,
  { shiftId, span, takerId }: { shiftId: string; span: Interval; takerId: string }
): SwapViolation[] {
  const { startsAt, endsAt } = span
  return checkMoves(facts, [{ shiftId, from: null, to: takerId, startsAt, endsAt }])
}
