import type { Interval } from '../time/local.ts'

/** How far the hours of a seat have come. Proposed: the shift is over and nobody has confirmed them yet. */
export type HoursStatus = 'upcoming' | 'running' | 'proposed' | 'confirmed'

/** A shift that someone holds a seat on, and the worked entry of that seat if the ledger has one. */
export type HoursQuestion = Interval & { entry?: { minutes: number } | null | undefined; now: Date }

/**
 * Derives the state of the hours of a seat. An entry in the ledger is the confirmation; without one the
 * clock decides, and hours count as proposed from the moment the shift ends.
 *
 * @example
 * const shift = { startsAt: new Date('2027-03-01T08:00Z'), endsAt: new Date('2027-03-01T12:00Z') }
 * hoursStatus({ ...shift, now: new Date('2027-03-01T12:00Z') })
 * //=> 'proposed'
 * hoursStatus({ ...shift, now: new Date('2027-03-01T12:00Z'), entry: { minutes: 240 } })
 * //=> 'confirmed'
 */
export function hoursStatus({ startsAt, endsAt, entry, now }: HoursQuestion): HoursStatus {
  if (entry) return 'confirmed'
  if (now < startsAt) return 'upcoming'
  return now < endsAt ? 'running' : 'proposed'
}
