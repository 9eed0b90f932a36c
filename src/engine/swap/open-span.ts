import { contains } from '../time/contains.ts'
import type { Interval } from '../time/local.ts'
import { momentsOf } from './change.ts'

/**
 * Finds when a shift has a seat that nobody sits in: the first stretch with fewer people than desired, or null. The
 * whole shift when a whole seat is open, a part of it when only a part was given up.
 *
 * @example
 * openSpan(monday, [on(monday, 'bo'), on(monday, 'hanna', morning)], 2)
 * //=> { startsAt: afternoon.startsAt, endsAt: monday.endsAt }
 * openSpan(monday, [on(monday, 'bo'), on(monday, 'hanna')], 2)
 * //=> null
 */
export function openSpan(shift: Interval, seats: readonly Interval[], desired: number): Interval | null {
  const moments = momentsOf(shift, seats)
  const isOpen = (at: Date) => seats.filter((seat) => contains(seat, at)).length < desired
  const first = moments.findIndex(isOpen)
  if (first < 0) return null
  const end = moments.findIndex((at, i) => i > first && !isOpen(at))
  return { startsAt: moments[first]!, endsAt: end < 0 ? shift.endsAt : moments[end]! }
}

/**
 * Counts the seats that nobody sits in, at the time when most are open; a seat of which only a part is open counts.
 *
 * @example
 * openSeats(monday, [on(monday, 'bo'), on(monday, 'hanna', morning)], 2)
 * //=> 1
 */
export function openSeats(shift: Interval, seats: readonly Interval[], desired: number): number {
  const present = momentsOf(shift, seats).map((at) => seats.filter((seat) => contains(seat, at)).length)
  return Math.max(0, desired - Math.min(...present))
}
