import type { Change } from './change.ts'
import type { SwapSeat, SwapViolation } from './swap-facts.ts'

/**
 * A change after which everybody has the duty they had before.
 *
 * @example
 * checkDuty(changeOf(facts, [move(monday, 'bo', 'hanna'), move(monday, 'hanna', 'bo')]))
 * //=> [{ rule: 'no-change', employeeId: null, shiftId: 'monday' }]
 */
export function checkDuty({ moves, before, after }: Change): SwapViolation[] {
  const [first] = moves
  if (!first || dutiesOf(before) !== dutiesOf(after)) return []
  return [{ rule: 'no-change', employeeId: null, shiftId: first.shiftId }]
}

function dutiesOf(seats: readonly SwapSeat[]): string {
  return seats
    .map((seat) => `${seat.employeeId} ${seat.shiftId} ${+seat.startsAt} ${+seat.endsAt}`)
    .sort()
    .join()
}
