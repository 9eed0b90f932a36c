import { daysBetween } from '../time/days-between.ts'
import type { Interval, LocalDate } from '../time/local.ts'
import { minutesBetween } from '../time/minutes-between.ts'

/** 11 hours between two shifts: the daily rest of the EU Working Time Directive, article 3. */
export const REST_MINUTES = 660

type Dated = Interval & { onDay: LocalDate }

/**
 * Tells whether one person cannot hold both shifts: fewer days apart than their spacing, or too little rest between.
 *
 * @example
 * standsNear(monday, tuesday, 2)
 * //=> true
 */
export function standsNear(a: Dated, b: Dated, spacingDays: number): boolean {
  if (Math.abs(daysBetween(a.onDay, b.onDay)) < spacingDays) return true
  const rest =
    a.startsAt < b.startsAt ? minutesBetween(a.endsAt, b.startsAt) : minutesBetween(b.endsAt, a.startsAt)
  return rest < REST_MINUTES
}
