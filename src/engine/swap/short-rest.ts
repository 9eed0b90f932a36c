import { REST_MINUTES } from '../facts/stands-near.ts'
import type { Interval } from '../time/local.ts'
import { minutesBetween } from '../time/minutes-between.ts'
import type { Change } from './change.ts'
import { againstOthers } from './other-seats.ts'
import type { SwapViolation } from './swap-facts.ts'

/**
 * Takers who would rest less than 11 hours before or after what they take.
 *
 * @example
 * const evening = { startsAt: new Date('2027-03-01T22:59Z'), endsAt: new Date('2027-03-02T02:00Z') }
 * const seats = [{ ...on(nextMonday, 'cy'), ...evening }]
 * checkRest(changeOf({ ...facts, seats }, [move(monday, null, 'cy')])) // 10:59 after 12:00
 * //=> [{ rule: 'short-rest', employeeId: 'cy', shiftId: 'monday', otherShiftId: 'next-monday' }]
 */
export function checkRest(change: Change): SwapViolation[] {
  return againstOthers(change, 'short-rest', (move, other) => {
    const rest = restBetween(move, other)
    return 0 <= rest && rest < REST_MINUTES
  })
}

/** Minutes from the end of the earlier to the start of the later; negative when they overlap. */
function restBetween(a: Interval, b: Interval): number {
  return a.startsAt < b.startsAt ? minutesBetween(a.endsAt, b.startsAt) : minutesBetween(b.endsAt, a.startsAt)
}
