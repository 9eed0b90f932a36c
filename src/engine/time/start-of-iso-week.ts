import { addDays } from './add-days.ts'
import type { LocalDate } from './local.ts'
import { weekdayOf } from './weekday-of.ts'

/**
 * Finds the Monday of the week a date lies in.
 *
 * @example
 * startOfIsoWeek('2027-01-03')
 * //=> '2026-12-28'
 */
export function startOfIsoWeek(date: LocalDate): LocalDate {
  return addDays(date, 1 - weekdayOf(date))
}
