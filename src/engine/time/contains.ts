import type { Interval } from './local.ts'

/**
 * Tells whether an instant, or the whole of another interval, lies in a half-open interval.
 *
 * @example
 * const shift = { startsAt: new Date('2027-03-01T08:00Z'), endsAt: new Date('2027-03-01T12:00Z') }
 * contains(shift, shift.startsAt)
 * //=> true
 * contains(shift, shift.endsAt)
 * //=> false
 */
export function contains(outer: Interval, inner: Interval | Date): boolean {
  if (inner instanceof Date) return outer.startsAt <= inner && inner < outer.endsAt
  return outer.startsAt <= inner.startsAt && inner.endsAt <= outer.endsAt
}
