import type { Interval, Zone } from '../time/local.ts'
import { localDateOf } from '../time/local-date-of.ts'
import { localTimeOf } from '../time/local-time-of.ts'
import { weekdayOf } from '../time/weekday-of.ts'

/** Our own default: a weekend shift costs family time that no weekday gives back, so it weighs as two early ones. */
export const WEEKEND_POINTS = 2
/** Our own default: before 08:00 or past 17:00 in the person's own zone a shift moves school runs and dinners. */
export const ODD_HOURS_POINTS = 1
/** Our own default: a public holiday is rarer than a weekend and is shared with others. */
export const HOLIDAY_POINTS = 3

const DAY_STARTS = '08:00'
const DAY_ENDS = '17:00'

/**
 * Counts how unpopular a shift is for somebody, in points: weekend 2, before 08:00 or after 17:00 in their own
 * zone 1, public holiday 3. The points add up, and the weekday is that of the start. The numbers are ours.
 *
 * @example
 * const early = { startsAt: new Date('2027-03-07T06:00Z'), endsAt: new Date('2027-03-07T10:00Z') }
 * unpopularPoints(early, 'Europe/Oslo', false) // Sunday from 07:00
 * //=> 3
 */
export function unpopularPoints(span: Interval, zone: Zone, isHoliday: boolean): number {
  const isWeekend = weekdayOf(localDateOf(span.startsAt, zone)) >= 6
  return (
    (isWeekend ? WEEKEND_POINTS : 0) +
    (hasOddHours(span, zone) ? ODD_HOURS_POINTS : 0) +
    (isHoliday ? HOLIDAY_POINTS : 0)
  )
}

function hasOddHours({ startsAt, endsAt }: Interval, zone: Zone): boolean {
  const endsNextDay = localDateOf(endsAt, zone) > localDateOf(startsAt, zone)
  return endsNextDay || localTimeOf(startsAt, zone) < DAY_STARTS || localTimeOf(endsAt, zone) > DAY_ENDS
}
