import { addMonths } from '../time/add-months.ts'
import type { LocalDate } from '../time/local.ts'

/**
 * Gives the period of the books that a day lies in: so many months, counted from January, half-open. The months
 * must divide the year, else a RangeError.
 *
 * @example
 * booksPeriodOf('2027-05-20', 3)
 * //=> { fromOn: '2027-04-01', toOn: '2027-07-01' }
 */
export function booksPeriodOf(date: LocalDate, months: number): { fromOn: LocalDate; toOn: LocalDate } {
  if (12 % months !== 0) throw new RangeError(`${months} months do not divide the year`)
  const month = Number(date.slice(5, 7)) - 1
  const fromOn = addMonths(`${date.slice(0, 4)}-01-01`, month - (month % months))
  return { fromOn, toOn: addMonths(fromOn, months) }
}
