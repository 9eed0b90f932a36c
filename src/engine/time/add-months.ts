import { dateOfDayNumber, dayNumberOf } from './day-number.ts'
import type { LocalDate } from './local.ts'

/**
 * Finds the date a number of months after an anchor; a day the month does not have becomes its last day.
 * For what recurs monthly always count from the anchor (`addMonths(anchor, n)`), never from the date before:
 * in a chain 30 January, 28 February, 28 March the shorter month is never left again.
 *
 * @example
 * [1, 2].map((months) => addMonths('2027-01-30', months))
 * //=> ['2027-02-28', '2027-03-30']
 */
export function addMonths(anchor: LocalDate, months: number): LocalDate {
  const at = new Date(dayNumberOf(anchor) * 86_400_000)
  const lastOfMonth = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + months + 1, 0))
  const shortfall = Math.max(0, lastOfMonth.getUTCDate() - at.getUTCDate())
  return dateOfDayNumber(lastOfMonth.getTime() / 86_400_000 - shortfall)
}
