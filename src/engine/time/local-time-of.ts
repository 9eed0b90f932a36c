import type { LocalTime, Zone } from './local.ts'
import { zoneOffset } from './zone-offset.ts'

const MINUTE = 60_000
const MINUTES = 1440
/** Every minute of a day in words: a company of thousands asks for the same few. */
const TIMES = Array.from({ length: MINUTES }, (_, minute) =>
  new Date(minute * MINUTE).toISOString().slice(11, 16)
)

/**
 * Reads the wall clock of a zone at an instant, '00:00' to '23:59'; seconds are cut off.
 *
 * @example
 * localTimeOf(new Date('2027-07-01T12:00Z'), 'Europe/Oslo')
 * //=> '14:00'
 */
export function localTimeOf(instant: Date, zone: Zone): LocalTime {
  const at = instant.getTime()
  const minute = Math.floor(at / MINUTE) + zoneOffset(at, zone)
  return TIMES[((minute % MINUTES) + MINUTES) % MINUTES]!
}
