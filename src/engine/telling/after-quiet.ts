import { addDays } from '../time/add-days.ts'
import { instantOf } from '../time/instant-of.ts'
import type { LocalTime, Zone } from '../time/local.ts'
import { localDateOf } from '../time/local-date-of.ts'
import { localTimeOf } from '../time/local-time-of.ts'

/** When somebody wants to hear nothing that can wait, by their own clock; an end before the start is the next morning. */
export interface QuietHours {
  startsAt: LocalTime
  endsAt: LocalTime
}

/**
 * Moves an instant that falls into somebody's quiet hours to their end; any other stays, and so does every instant for
 * who has none (null).
 *
 * @example
 * const night = { startsAt: '20:00', endsAt: '07:00' }
 * afterQuiet(new Date('2027-03-01T22:30Z'), night, 'Europe/Oslo') // half past eleven at night
 * //=> new Date('2027-03-02T06:00Z')
 * afterQuiet(new Date('2027-03-01T12:00Z'), night, 'Europe/Oslo')
 * //=> new Date('2027-03-01T12:00Z')
 */
export function afterQuiet(at: Date, quiet: QuietHours | null, zone: Zone): Date {
  if (!quiet) return at
  const time = localTimeOf(at, zone)
  const { startsAt, endsAt } = quiet
  const passesMidnight = endsAt <= startsAt
  const isQuiet = passesMidnight ? time >= startsAt || time < endsAt : time >= startsAt && time < endsAt
  if (!isQuiet) return at
  const today = localDateOf(at, zone)
  const end = instantOf(passesMidnight && time >= startsAt ? addDays(today, 1) : today, endsAt, zone)
  // In an hour that the clock shows twice the end may mean the first time round.
  return end > at ? end : at
}
