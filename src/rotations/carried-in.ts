import { unpopularPoints } from '../engine/facts/unpopular-points.ts'
import { minutesBetween } from '../engine/time/minutes-between.ts'

/** A quarter: who did more or less than their share is remembered for one season, and then it is forgiven. */
export const CARRY_DAYS = 91

/** Seats that are alike but for who sits in them. */
interface SeatsBefore {
  employeeIds: readonly string[]
  onDay?: string
  startsAt: Date
  endsAt: Date
  isHoliday: boolean
  isConfirmed: boolean
}

/**
 * What people bring into a period from the shifts before it: minutes promised or worked that the ledger does not
 * hold yet, and unpopular points. Before `booksFromOn` the books are closed: hours that nobody confirmed do not count.
 */
export function carriedIn(
  people: readonly { id: string; zone: string }[],
  seats: readonly SeatsBefore[],
  booksFromOn = ''
) {
  const zoneOf = new Map(people.map(({ id, zone }) => [id, zone]))
  const carried = new Map<string, { promisedMinutes: number; unpopularPoints: number }>()
  for (const seat of seats) {
    const { onDay = booksFromOn, isConfirmed } = seat
    const minutes = isConfirmed || onDay < booksFromOn ? 0 : minutesBetween(seat.startsAt, seat.endsAt)
    const pointsIn = pointsOnce(seat)
    for (const id of seat.employeeIds) {
      const own = carried.get(id) ?? { promisedMinutes: 0, unpopularPoints: 0 }
      own.promisedMinutes += minutes
      own.unpopularPoints += pointsIn(zoneOf.get(id) ?? 'UTC')
      carried.set(id, own)
    }
  }
  return (employeeId: string) => carried.get(employeeId) ?? { promisedMinutes: 0, unpopularPoints: 0 }
}

/** Hundreds of people share a shift and its zone: its points are told once for all of them. */
function pointsOnce(seat: SeatsBefore): (zone: string) => number {
  const known = new Map<string, number>()
  return (zone) => {
    const points = known.get(zone) ?? unpopularPoints(seat, zone, seat.isHoliday)
    known.set(zone, points)
    return points
  }
}
