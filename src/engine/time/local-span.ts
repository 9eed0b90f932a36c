import { addDays } from './add-days.ts'
import { instantOf } from './instant-of.ts'
import type { Interval, LocalDate, LocalTime, Zone } from './local.ts'

/** Wall-clock hours that begin on some local day. An end at or before the start is on the day after. */
export type LocalHours = { startsAt: LocalTime; endsAt: LocalTime }

/**
 * Turns wall-clock hours that begin on a local day into instants. An end at or before the start passes
 * midnight, so 22:00-06:00 ends the next day and 00:00-00:00 is the whole day. Both ends follow the rule
 * of `instantOf`; hours that lie within a gap may come out empty or turned round.
 *
 * @example
 * localSpan('2027-02-28', { startsAt: '22:00', endsAt: '06:00' }, 'Europe/Oslo')
 * //=> { startsAt: new Date('2027-02-28T21:00Z'), endsAt: new Date('2027-03-01T05:00Z') }
 */
export function localSpan(onDay: LocalDate, hours: LocalHours, zone: Zone): Interval {
  const endsOn = endDayOf(onDay, hours)
  return { startsAt: instantOf(onDay, hours.startsAt, zone), endsAt: instantOf(endsOn, hours.endsAt, zone) }
}

/**
 * Tells on which local day hours end that begin on `onDay`: the same, or the next when they pass midnight.
 *
 * @example
 * endDayOf('2027-02-28', { startsAt: '22:00', endsAt: '06:00' })
 * //=> '2027-03-01'
 */
export function endDayOf(onDay: LocalDate, hours: LocalHours): LocalDate {
  return hours.endsAt <= hours.startsAt ? addDays(onDay, 1) : onDay
}
