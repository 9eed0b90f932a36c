import { dateOfDayNumber, dayNumberOf } from './day-number.ts'
import type { LocalDate } from './local.ts'

/**
 * Moves a calendar date by whole days, backwards when negative.
 *
 * @example
 * addDays('2028-02-28', 1)
 * //=> '2028-02-29'
 */
export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOfDayNumber(dayNumberOf(date) + days)
}
