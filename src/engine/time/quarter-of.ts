import { addMonths } from './add-months.ts'
import type { LocalDate } from './local.ts'

/**
 * The calendar quarter that a day lies in, half-open.
 *
 * @example
 * quarterOf('2027-05-20')
 * //=> { fromOn: '2027-04-01', toOn: '2027-07-01' }
 */
export function quarterOf(date: LocalDate): { fromOn: LocalDate; toOn: LocalDate } {
  const firstMonth = Math.floor((Number(date.slice(5, 7)) - 1) / 3) * 3 + 1
  const fromOn = `${date.slice(0, 5)}${String(firstMonth).padStart(2, '0')}-01`
  return { fromOn, toOn: addMonths(fromOn, 3) }
}
