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
  if (!first) return []
  // Seats that nothing happens to are the same objects: only the others can differ.
  const [was, is] = [new Set(before), new Set(after)]
  if (dutiesOf(before.filter((seat) => !is.has(seat))) !== dutiesOf(after.filter((seat) => !was.has(seat)))) {
    return []
  }
  return [{ rule: 'no-change', employeeId: null, shiftId: first.shiftId }]
}

function dutiesOf(seats: readonly SwapSeat[]): string {
  return seats
    .map((seat) => `${seat.employeeId} ${seat.shiftId} ${+seat.startsAt} ${+seat.endsAt}`)
    .sort()
    .join()
}
