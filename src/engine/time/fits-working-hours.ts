import { addDays } from './add-days.ts'
import { contains } from './contains.ts'
import type { Interval, LocalTime, Zone } from './local.ts'
import { localDateOf } from './local-date-of.ts'
import { localSpan } from './local-span.ts'
import { weekdayOf } from './weekday-of.ts'

/** A span of instants beside the hours someone works: weekdays (Monday 1) and wall clock in their own zone. */
export type WorkingTime = {
  interval: Interval
  zone: Zone
  workingDays: number[]
  workStartsAt: LocalTime
  workEndsAt: LocalTime
}

/**
 * Tells whether the whole interval lies in the hours of one working day of the person. Hours that end at or
 * before they start pass midnight and belong to the day they begin on; two working days are never joined.
 *
 * @example
 * fitsWorkingHours({
 *   interval: { startsAt: new Date('2027-03-01T08:00Z'), endsAt: new Date('2027-03-01T12:00Z') },
 *   zone: 'Europe/Oslo', workingDays: [1, 2, 3, 4, 5], workStartsAt: '08:00', workEndsAt: '16:00'
 * })
 * //=> true
 */
export function fitsWorkingHours({ interval, zone, workingDays, ...hours }: WorkingTime): boolean {
  const startsOn = localDateOf(interval.startsAt, zone)
  const workHours = { startsAt: hours.workStartsAt, endsAt: hours.workEndsAt }
  return [addDays(startsOn, -1), startsOn].some(
    (day) => workingDays.includes(weekdayOf(day)) && contains(localSpan(day, workHours, zone), interval)
  )
}
