import { addDays } from './add-days.ts'
import { instantOf } from './instant-of.ts'
import type { Interval, LocalDate, LocalTime, Zone } from './local.ts'
import { minuteOfDay } from './minute-of-day.ts'

/** Local days off, first and last one included. A half day begins after, or ends at, the middle of the working day. */
export type DaysOff = {
  fromOn: LocalDate
  lastOn: LocalDate
  /** the first day off begins in its middle */
  fromPart?: 'afternoon'
  /** the last day off ends in its middle */
  lastPart?: 'morning'
}

/** The hours whose middle parts a day, by the clock of a zone; an end at or before the start is on the next day. */
type WorkingHours = { zone: Zone; workStartsAt: LocalTime; workEndsAt: LocalTime }

const DAY = 1440

/**
 * Turns local days off into instants: from the first midnight to the one after the last day, 23 or 25 hours on a day of
 * clock change. Who works past midnight is off from the end of one night's work to the end of another's. Half days meet
 * in the middle of the working hours, so 08:00 to 16:00 parts at noon. Empty when the two halves leave nothing.
 *
 * @example
 * const officeHours = { zone: 'Europe/Oslo', workStartsAt: '08:00', workEndsAt: '16:00' }
 * daysOffSpan({ fromOn: '2027-03-01', lastOn: '2027-03-02', lastPart: 'morning' }, officeHours)
 * //=> { startsAt: new Date('2027-02-28T23:00Z'), endsAt: new Date('2027-03-02T11:00Z') }
 */
export function daysOffSpan({ fromOn, lastOn, fromPart, lastPart }: DaysOff, who: WorkingHours): Interval {
  const start = minuteOfDay(who.workStartsAt)
  const end = minuteOfDay(who.workEndsAt)
  const turn = end <= start ? end : 0
  const middle = Math.floor((start + (end <= start ? end + DAY : end)) / 2)
  return {
    startsAt: atMinute(fromOn, fromPart ? middle : turn, who.zone),
    endsAt: atMinute(lastOn, lastPart ? middle : turn + DAY, who.zone)
  }
}

/** A minute of the wall clock counted from a day's midnight; from 1440 on it is the next day's. */
function atMinute(onDay: LocalDate, minute: number, zone: Zone): Date {
  const clock = (part: number) => String(part).padStart(2, '0')
  const time = `${clock(Math.floor((minute % DAY) / 60))}:${clock(minute % 60)}`
  return instantOf(addDays(onDay, Math.floor(minute / DAY)), time, zone)
}
