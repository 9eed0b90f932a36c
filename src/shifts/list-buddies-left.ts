import type { Queryable } from '../../db/client.ts'
import { groupBy } from '../engine/facts/group-by.ts'
import { buddyOf } from './buddy-of.ts'
import { listPeopleOn } from './queries.ts'

interface Gone {
  id: string
  name: string
  isHost: boolean
}

interface Seat {
  shiftId: string
  employeeId: string
  startsAt: Date
  endsAt: Date
}

/**
 * Who looked after people that have just given up these seats, as the shifts were before: one entry per seat of a guest
 * with a buddy who is still there.
 */
export async function listBuddiesLeft(db: Queryable, gone: readonly Gone[], seats: readonly Seat[]) {
  const guests = new Map(gone.map((person) => [person.id, person]))
  const byShift = groupBy(seats, ({ shiftId }) => shiftId)
  const staying = groupBy(await listPeopleOn(db, [...byShift.keys()]), ({ shiftId }) => shiftId)
  return [...byShift].flatMap(([shiftId, given]) => {
    const before = [
      ...(staying.get(shiftId) ?? []),
      ...given.flatMap(({ employeeId }) => {
        const person = guests.get(employeeId)
        return person ? [{ employeeId, name: person.name, isHost: person.isHost }] : []
      })
    ]
    return given.flatMap((seat) => {
      const buddy = buddyOf(before, seat.employeeId)
      if (!buddy || guests.has(buddy.employeeId)) return []
      const { employeeId, ...rest } = seat
      return [{ buddyId: buddy.employeeId, employeeId, name: guests.get(employeeId)?.name ?? '', seat: rest }]
    })
  })
}
