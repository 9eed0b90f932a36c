import { groupBy } from '../facts/group-by.ts'
import { contains } from '../time/contains.ts'
import type { Interval } from '../time/local.ts'
import { momentsOf } from './change.ts'
import type { SwapFacts, SwapPerson, SwapShift } from './swap-facts.ts'

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
  return firstOpen(shift, seats, (there) => there.length < desired)
}

/** Somebody's time on a shift, and whether they are a host. */
export type HeldTime = Interval & Pick<SwapPerson, 'isHost'>

/**
 * Finds when a shift has a seat for somebody: for everybody while fewer sit there than desired, for a host also while it
 * has fewer hosts than it needs and fewer people than may be on it at most. The first such stretch, or null.
 *
 * @example
 * const guests = [on(monday, 'bo'), on(monday, 'cy')].map((seat) => ({ ...seat, isHost: false }))
 * openSpanFor({ isHost: false }, monday, guests) // two are desired, four may come at most
 * //=> null
 * openSpanFor({ isHost: true }, monday, guests)
 * //=> { startsAt: monday.startsAt, endsAt: monday.endsAt }
 */
export function openSpanFor(
  { isHost }: Pick<SwapPerson, 'isHost'>,
  shift: Interval & Pick<SwapShift, 'seats'>,
  seats: readonly HeldTime[]
): Interval | null {
  const { desired, max, hosts } = shift.seats
  const lacksHost = (there: readonly HeldTime[]) =>
    there.length > 0 && there.length < max && there.filter((seat) => seat.isHost).length < hosts
  return firstOpen(shift, seats, (there) => there.length < desired || (isHost && lacksHost(there)))
}

/**
 * Lays out who sits when, by shift.
 *
 * @example
 * heldTimes(facts).get('monday').map(({ isHost }) => isHost)
 * //=> [true, false]
 */
export function heldTimes({ seats, people }: Pick<SwapFacts, 'seats' | 'people'>): Map<string, HeldTime[]> {
  const hosts = new Set(people.flatMap(({ id, isHost }) => (isHost ? [id] : [])))
  const times = seats.map((seat) => ({ ...seat, isHost: hosts.has(seat.employeeId) }))
  return groupBy(times, ({ shiftId }) => shiftId)
}

function firstOpen<Seat extends Interval>(
  shift: Interval,
  seats: readonly Seat[],
  isOpenWith: (there: Seat[]) => boolean
): Interval | null {
  const moments = momentsOf(shift, seats)
  const isOpen = (at: Date) => isOpenWith(seats.filter((seat) => contains(seat, at)))
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
