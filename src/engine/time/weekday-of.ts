import { dayNumberOf } from './day-number.ts'
import type { LocalDate, Weekday } from './local.ts'

/**
 * Tells the ISO weekday of a date: Monday is 1, Sunday is 7.
 *
 * @example
 * weekdayOf('2027-01-03')
 * //=> 7
 */
export function weekdayOf(date: LocalDate): Weekday {
  // 1970-01-01 was a Thursday; the double remainder keeps dates before it positive.
  return (((((dayNumberOf(date) + 3) % 7) + 7) % 7) + 1) as Weekday
}
