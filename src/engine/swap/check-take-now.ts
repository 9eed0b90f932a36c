import { checkStart } from './already-started.ts'
import { CHANGE_RULES, checkMoves } from './check-moves.ts'
import type { SwapFacts, SwapSeat, SwapViolation } from './swap-facts.ts'

/**
 * Lists every rule that is broken when somebody takes over at once for one who cannot come, or what is left of a seat
 * whose time has begun. Nothing is left of one that is over.
 *
 * @example
 * checkTakeNow({ ...facts, now: afternoon.startsAt }, { seat: on(monday, 'bo'), takerId: 'cy' })
 * //=> []
 * checkTakeNow({ ...facts, now: monday.endsAt }, { seat: on(monday, 'bo'), takerId: 'cy' })
 * //=> [{ rule: 'already-started', employeeId: null, shiftId: 'monday' }]
 */
export function checkTakeNow(
  facts: SwapFacts,
  { seat, takerId }: { seat: SwapSeat; takerId: string }
): SwapViolation[] {
  const { shiftId, employeeId, endsAt } = seat
  if (endsAt <= facts.now) return [{ rule: 'already-started', employeeId: null, shiftId }]
  const startsAt = seat.startsAt > facts.now ? seat.startsAt : facts.now
  const rules = CHANGE_RULES.filter((rule) => rule !== checkStart)
  return checkMoves(facts, [{ shiftId, from: employeeId, to: takerId, startsAt, endsAt }], rules)
}
