import { groupBy } from '../engine/facts/group-by.ts'
import { unpopularPoints } from '../engine/facts/unpopular-points.ts'
import { minutesBetween } from '../engine/time/minutes-between.ts'

/** A quarter: who did more or less than their share is remembered for one season, and then it is forgiven. */
export const CARRY_DAYS = 91

interface SeatBefore {
  employeeId: string
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
  seats: readonly SeatBefore[],
  booksFromOn = ''
) {
  const zoneOf = new Map(people.map(({ id, zone }) => [id, zone]))
  const pointsOf = pointsOnce()
  const byPerson = groupBy(seats, ({ employeeId }) => employeeId)
  return (employeeId: string) => {
    const own = byPerson.get(employeeId) ?? []
    const zone = zoneOf.get(employeeId) ?? 'UTC'
    return {
      promisedMinutes: own
        .filter(({ isConfirmed, onDay = booksFromOn }) => !isConfirmed && onDay >= booksFromOn)
        .reduce((sum, { startsAt, endsAt }) => sum + minutesBetween(startsAt, endsAt), 0),
      unpopularPoints: own.reduce((sum, seat) => sum + pointsOf(seat, zone), 0)
    }
  }
}

/** Hundreds of people share a shift and its zone: its points are told once for all of them. */
function pointsOnce() {
  const known = new Map<string, number>()
  return (seat: SeatBefore, zone: string): number => {
    const key = `${zone} ${seat.startsAt.getTime()} ${seat.endsAt.getTime()} ${seat.isHoliday}`
    const points = known.get(key) ?? unpopularPoints(seat, zone, seat.isHoliday)
    known.set(key, points)
    return points
  }
}
