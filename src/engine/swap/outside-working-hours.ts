import { fitsWorkingHours } from '../time/fits-working-hours.ts'
import { aboutTakers } from './about-takers.ts'
import type { Change } from './change.ts'
import type { SwapViolation } from './swap-facts.ts'

/**
 * Takers who are not at work then, by the clock of their own zone.
 *
 * @example
 * const people = facts.people.map((one) => ({ ...one, zone: 'America/New_York' }))
 * checkWorkingHours(changeOf({ ...facts, people }, [move(monday, 'bo', 'cy')])) // three in the morning
 * //=> [{ rule: 'outside-working-hours', employeeId: 'cy', shiftId: 'monday' }]
 */
export function checkWorkingHours(change: Change): SwapViolation[] {
  return aboutTakers(
    change,
    'outside-working-hours',
    (taker, interval) => !fitsWorkingHours({ interval, ...taker })
  )
}
