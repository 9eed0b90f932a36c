import { dateOfDayNumber, dayNumberOf } from './day-number.ts'
import type { LocalDate } from './local.ts'

/**
 * Lists the dates in [from, to): the first belongs to it, the last does not. Empty when `to` is not later.
 *
 * @example
 * eachDate('2028-02-28', '2028-03-01')
 * //=> ['2028-02-28', '2028-02-29']
 */
export function eachDate(from: LocalDate, to: LocalDate): LocalDate[] {
  const first = dayNumberOf(from)
  const length = Math.max(0, dayNumberOf(to) - first)
  return Array.from({ length }, (_, index) => dateOfDayNumber(first + index))
}
