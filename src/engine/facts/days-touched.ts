import { addDays } from '../time/add-days.ts'
import { eachDate } from '../time/each-date.ts'
import type { Interval, LocalDate, Zone } from '../time/local.ts'
import { localDateOf } from '../time/local-date-of.ts'

/**
 * Lists the local days that a span lies on in a zone; one that ends at midnight does not touch the next day.
 *
 * @example
 * daysTouched({ startsAt: new Date('2027-03-07T21:00Z'), endsAt: new Date('2027-03-08T05:00Z') }, 'Europe/Oslo')
 * //=> ['2027-03-07', '2027-03-08']
 */
export function daysTouched({ startsAt, endsAt }: Interval, zone: Zone): LocalDate[] {
  const first = localDateOf(startsAt, zone)
  const last = localDateOf(new Date(endsAt.getTime() - 1), zone)
  // Nearly always; it is asked of every person and shift.
  return first === last ? [first] : eachDate(first, addDays(last, 1))
}
