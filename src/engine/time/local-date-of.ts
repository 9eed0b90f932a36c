import { dateOfDayNumber } from './day-number.ts'
import type { LocalDate, Zone } from './local.ts'
import { zoneOffset } from './zone-offset.ts'

const DAY = 86_400_000

/**
 * Reads the calendar date in a zone at an instant.
 *
 * @example
 * localDateOf(new Date('2027-01-31T23:30Z'), 'Europe/Oslo')
 * //=> '2027-02-01'
 */
export function localDateOf(instant: Date, zone: Zone): LocalDate {
  const at = instant.getTime()
  return dateOfDayNumber(Math.floor((at + zoneOffset(at, zone) * 60_000) / DAY))
}
