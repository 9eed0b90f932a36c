import type { Interval } from './local.ts'
import { minutesBetween } from './minutes-between.ts'

/**
 * Counts the minutes two half-open intervals share, 0 when they do not overlap.
 *
 * @example
 * const early = { startsAt: new Date('2027-03-01T08:00Z'), endsAt: new Date('2027-03-01T12:00Z') }
 * const lunch = { startsAt: new Date('2027-03-01T11:30Z'), endsAt: new Date('2027-03-01T12:30Z') }
 * overlapMinutes(early, lunch)
 * //=> 30
 */
export function overlapMinutes(a: Interval, b: Interval): number {
  const startsAt = a.startsAt > b.startsAt ? a.startsAt : b.startsAt
  const endsAt = a.endsAt < b.endsAt ? a.endsAt : b.endsAt
  return Math.max(0, minutesBetween(startsAt, endsAt))
}
