import type { Queryable } from '../../db/client.ts'
import { readDaysOff } from '../absences/read-days-off.ts'
import { minutesBetween } from '../engine/time/minutes-between.ts'
import type { Period } from './period.ts'
import { shiftsOfPattern } from './planned-shifts.ts'
import { listRotations } from './queries/rotations.ts'

/** More rotations than any company has. */
const ALL = 10_000

/** Seats that all rotations want on the days of a period, and their minutes; two queries, however many rotations. */
export async function countWantedSeats(
  db: Queryable,
  period: Period
): Promise<{ seats: number; minutes: number }> {
  const rotations = await listRotations(db, { after: null, limit: ALL })
  const places = rotations.map(({ holidayCountry: country }) => ({ country }))
  const daysOff = await readDaysOff(db, places, period)
  const spans = rotations.flatMap((rotation) =>
    shiftsOfPattern(rotation, period, new Set(daysOff[rotation.holidayCountry]))
      .filter(({ isHoliday }) => !(isHoliday && rotation.holidayRule === 'skip'))
      .map(({ startsAt, endsAt }) => ({
        seats: rotation.seats.desired,
        minutes: rotation.seats.desired * minutesBetween(startsAt, endsAt)
      }))
  )
  return {
    seats: spans.reduce((sum, span) => sum + span.seats, 0),
    minutes: spans.reduce((sum, span) => sum + span.minutes, 0)
  }
}
