import { dayNumberOf } from './day-number.ts'
import type { LocalDate } from './local.ts'

/**
 * Counts the calendar days from one date to another; negative when the second is earlier.
 *
 * @example
 * daysBetween('2028-02-28', '2028-03-01')
 * //=> 2
 */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumberOf(to) - dayNumberOf(from)
}
