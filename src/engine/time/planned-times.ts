import { addDays } from './add-days.ts'
import { eachDate } from './each-date.ts'
import { instantOf } from './instant-of.ts'
import type { Weekday, Zone } from './local.ts'
import { localDateOf } from './local-date-of.ts'
import { weekdayOf } from './weekday-of.ts'

/** What recurs by the wall clock: every listed minute of every listed hour on the days that fit all lists given. */
export interface Recurrence {
  minutes: readonly number[]
  hours: readonly number[]
  weekdays?: readonly Weekday[]
  /** 1 to 31. */
  daysOfMonth?: readonly number[]
  /** 1 to 12. */
  months?: readonly number[]
}

const DAY = 86_400_000

/**
 * Lists the instants in (after, until] at which something recurs in a zone, in order and each once. A time that a
 * clock change skips happens as much later, and one that it doubles happens the first time only (`instantOf`), so
 * that no day goes without and none has two.
 *
 * @example
 * plannedTimes(
 *   { minutes: [0], hours: [8], weekdays: [1] },
 *   'Europe/Oslo',
 *   new Date('2027-03-22T07:00Z'),
 *   new Date('2027-03-29T07:00Z')
 * )
 * //=> [new Date('2027-03-29T06:00Z')]
 */
export function plannedTimes(recurrence: Recurrence, zone: Zone, after: Date, until: Date): Date[] {
  if (until <= after) return []
  // A time that is skipped may move past midnight, so the day before `after` may still hold a time of the span.
  const days = eachDate(
    localDateOf(new Date(after.getTime() - DAY), zone),
    addDays(localDateOf(until, zone), 1)
  )
  const times = new Set<number>()
  for (const day of days) {
    if (!fitsDay(recurrence, day)) continue
    for (const hour of recurrence.hours) {
      for (const minute of recurrence.minutes) {
        const at = instantOf(day, `${twoDigits(hour)}:${twoDigits(minute)}`, zone).getTime()
        if (at > after.getTime() && at <= until.getTime()) times.add(at)
      }
    }
  }
  return [...times].sort((a, b) => a - b).map((at) => new Date(at))
}

function fitsDay({ weekdays, daysOfMonth, months }: Recurrence, day: string): boolean {
  return (
    (months?.includes(Number(day.slice(5, 7))) ?? true) &&
    (daysOfMonth?.includes(Number(day.slice(8))) ?? true) &&
    (weekdays?.includes(weekdayOf(day)) ?? true)
  )
}

const twoDigits = (count: number) => String(count).padStart(2, '0')
