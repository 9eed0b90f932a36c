import type { LocalTime, Zone } from './local.ts'
import { zoneOffset } from './zone-offset.ts'

/**
 * Reads the wall clock of a zone at an instant, '00:00' to '23:59'; seconds are cut off.
 *
 * @example
 * localTimeOf(new Date('2027-07-01T12:00Z'), 'Europe/Oslo')
 * //=> '14:00'
 */
export function localTimeOf(instant: Date, zone: Zone): LocalTime {
  const at = instant.getTime()
  return new Date(at + zoneOffset(at, zone) * 60_000).toISOString().slice(11, 16)
}
