import type { Interval } from '../time/local.ts'
import { minutesBetween } from '../time/minutes-between.ts'
import { overlaps } from '../time/overlaps.ts'
import { activityWindow } from './activity-window.ts'

/** The longest that one report may be; longer ones are a clock or a forgotten tab. Our own. */
const MOST_HOURS = 24

/** Why a report cannot be taken. */
export type ActivityRefusal =
  | 'ends-before-start'
  | 'too-long'
  | 'in-the-future'
  | 'no-shift'
  | 'hours-confirmed'

/** A report, the seats its person holds around it, and the time. */
export interface ActivityClaim {
  report: Interval
  seats: readonly (Interval & { isConfirmed: boolean })[]
  now: Date
}

/**
 * Says why a report of a help desk cannot be taken, or null when it can: it must lie in the past, last a day at most, and
 * touch the time of a seat whose hours are not confirmed.
 *
 * @example
 * const at = (hour) => new Date(Date.UTC(2027, 2, 1, hour))
 * const seats = [{ startsAt: at(8), endsAt: at(12), isConfirmed: false }]
 * activityRefusal({ report: { startsAt: at(11), endsAt: at(14) }, seats, now: at(20) })
 * //=> null
 * activityRefusal({ report: { startsAt: at(13), endsAt: at(14) }, seats, now: at(20) })
 * //=> 'no-shift'
 */
export function activityRefusal({ report, seats, now }: ActivityClaim): ActivityRefusal | null {
  if (report.endsAt <= report.startsAt) return 'ends-before-start'
  if (minutesBetween(report.startsAt, report.endsAt) > MOST_HOURS * 60) return 'too-long'
  if (report.endsAt > now) return 'in-the-future'
  const touched = seats.filter((seat) => overlaps(report, activityWindow(seat, seats)))
  if (touched.length === 0) return 'no-shift'
  return touched.every(({ isConfirmed }) => isConfirmed) ? 'hours-confirmed' : null
}
