import { instantOf } from './instant-of.ts'
import type { Interval, LocalDate, Zone } from './local.ts'

/**
 * Gives a local day as an interval of instants: 24 hours, or 23, 25 or so on a day of clock change.
 *
 * @example
 * dayBounds('2027-03-28', 'Europe/Oslo')
 * //=> { startsAt: new Date('2027-03-27T23:00Z'), endsAt: new Date('2027-03-28T22:00Z') }
 */
export function dayBounds(date: LocalDate, zone: Zone): Interval {
  return { startsAt: instantOf(date, '00:00', zone), endsAt: instantOf(date, '24:00', zone) }
}
