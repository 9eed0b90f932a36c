import { daysTouched } from '../facts/days-touched.ts'
import { holidayCalendarOf } from '../facts/holiday-calendar.ts'
import { aboutTakers } from './about-takers.ts'
import type { Change } from './change.ts'
import type { SwapViolation } from './swap-facts.ts'

/**
 * Takers who have a public holiday or company day then, where the rotation skips those.
 *
 * @example
 * checkDayOff(changeOf({ ...facts, holidays: { NO: ['2027-03-01'] } }, [move(monday, 'bo', 'cy')]))
 * //=> [{ rule: 'day-off', employeeId: 'cy', shiftId: 'monday' }]
 */
export function checkDayOff(change: Change): SwapViolation[] {
  return aboutTakers(change, 'day-off', (taker, move, { rotation }) => {
    const free = change.facts.holidays[holidayCalendarOf(taker)] ?? []
    if (rotation.holidayRule !== 'skip' || free.length === 0) return false
    return daysTouched(move, taker.zone).some((day) => free.includes(day))
  })
}
