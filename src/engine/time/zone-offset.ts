import { tzOffset } from '@date-fns/tz'
import type { Zone } from './local.ts'

const DAY = 86_400_000
/** Days kept per zone before the cache starts anew: about 27 years, well above any horizon of a plan. */
const DAYS_KEPT = 10_000
const knownDays = new Map<Zone, Map<number, number>>()

/**
 * Tells how many minutes a zone's wall clock is ahead of UTC at an instant (milliseconds since 1970).
 * Depends on the instant and the zone alone, never on the zone of the process. Right from 1972 on: before
 * that a zone between -01:00 and 00:00 is misread by the date library. Throws a RangeError for an unknown zone.
 *
 * @example
 * zoneOffset(Date.parse('2027-07-01T12:00Z'), 'Europe/Oslo')
 * //=> 120
 */
export function zoneOffset(at: number, zone: Zone): number {
  const days = knownDaysOf(zone)
  const day = Math.floor(at / DAY)
  let offset = days.get(day)
  if (offset === undefined) {
    offset = offsetOfWholeDay(day, zone)
    knownDays.set(zone, days.set(day, offset))
  }
  return Number.isNaN(offset) ? readOffset(at, zone) : offset
}

/** The offset that holds all through a UTC day, or NaN on a day of change. No zone changes twice in one day. */
function offsetOfWholeDay(day: number, zone: Zone): number {
  const first = readOffset(day * DAY, zone)
  return first === readOffset((day + 1) * DAY, zone) ? first : Number.NaN
}

function readOffset(at: number, zone: Zone): number {
  const offset = tzOffset(zone, new Date(at))
  if (Number.isNaN(offset)) throw new RangeError(`Not a time zone: ${zone}`)
  return offset
}

/** Offsets never change once read, so the memory only saves time: the answer is the same without it. */
function knownDaysOf(zone: Zone): Map<number, number> {
  const known = knownDays.get(zone)
  return known && known.size < DAYS_KEPT ? known : new Map()
}
