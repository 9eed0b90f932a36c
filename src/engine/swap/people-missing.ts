import { contains } from '../time/contains.ts'
import type { Interval } from '../time/local.ts'
import { momentsOf } from './change.ts'

/** How many must still come to a shift: people up to its minimum, and hosts of those it needs. */
export type Missing = { people: number; hosts: number }

/**
 * Counts who must still come to a shift, at the time when most are missing. Hosts are missing where anybody is there: of a
 * shift that nobody is on the minimum says enough.
 *
 * @example
 * const seats = [{ ...on(monday, 'bo'), isHost: false }]
 * peopleMissing({ ...monday, min: 2, hosts: 1 }, seats)
 * //=> { people: 1, hosts: 1 }
 */
export function peopleMissing(
  shift: Interval & { min: number; hosts: number },
  seats: readonly (Interval & { isHost: boolean })[]
): Missing {
  const missing: Missing = { people: 0, hosts: 0 }
  for (const at of momentsOf(shift, seats)) {
    const present = seats.filter((seat) => contains(seat, at))
    missing.people = Math.max(missing.people, shift.min - present.length)
    if (present.length === 0) continue
    const hosts = present.filter(({ isHost }) => isHost).length
    missing.hosts = Math.max(missing.hosts, shift.hosts - hosts)
  }
  return missing
}
