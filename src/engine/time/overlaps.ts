import type { Interval } from './local.ts'
import { overlapMinutes } from './overlap-minutes.ts'

/**
 * Tells whether two half-open intervals share any time; ones that only touch do not.
 *
 * @example
 * const early = { startsAt: new Date('2027-03-01T08:00Z'), endsAt: new Date('2027-03-01T12:00Z') }
 * const late = { startsAt: new Date('2027-03-01T12:00Z'), endsAt: new Date('2027-03-01T16:00Z') }
 * overlaps(early, late)
 * //=> false
 */
export function overlaps(a: Interval, b: Interval): boolean {
  return overlapMinutes(a, b) > 0
}
