import { dayNumberOf } from './day-number.ts'
import type { LocalDate, LocalTime, Zone } from './local.ts'
import { minuteOfDay } from './minute-of-day.ts'
import { zoneOffset } from './zone-offset.ts'

const MINUTE = 60_000
const DAY = 86_400_000

/**
 * Turns a wall-clock time on a date in a zone into the instant it means. The one rule for clock changes:
 * a skipped local time moves forward by the length of the gap (02:30 becomes 03:30), and a doubled local
 * time means its first occurrence. '24:00' is the start of the next day.
 * Throws a RangeError when the date, the time or the zone is none.
 *
 * @example
 * instantOf('2027-03-28', '02:30', 'Europe/Oslo') // skipped: it is 03:30 there
 * //=> new Date('2027-03-28T01:30Z')
 * instantOf('2027-10-31', '02:30', 'Europe/Oslo') // doubled: still summer time
 * //=> new Date('2027-10-31T00:30Z')
 */
export function instantOf(onDate: LocalDate, atTime: LocalTime, zone: Zone): Date {
  const dial = dayNumberOf(onDate) * DAY + minuteOfDay(atTime) * MINUTE
  if (Number.isNaN(dial)) throw new RangeError(`Not a time of day: ${atTime}`)

  // A day away on either side lies beyond any change that could touch this time, whatever the zone's offset.
  const before = zoneOffset(dial - DAY, zone)
  const after = zoneOffset(dial + DAY, zone)
  const first = dial - Math.max(before, after) * MINUTE
  const second = dial - Math.min(before, after) * MINUTE
  if (readsAs(first, dial, zone)) return new Date(first)
  if (readsAs(second, dial, zone)) return new Date(second)
  return new Date(dial - before * MINUTE)
}

/** Whether the zone's wall clock shows the wanted dial at this instant. */
function readsAs(at: number, dial: number, zone: Zone): boolean {
  return at + zoneOffset(at, zone) * MINUTE === dial
}
