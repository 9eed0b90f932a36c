import type { Queryable } from '../../db/client.ts'
import { groupBy } from '../engine/facts/group-by.ts'
import { isAway } from '../engine/facts/is-away.ts'
import { listAbsences } from './list-absences.ts'
import { listUnavailableHours } from './list-unavailable-hours.ts'
import { listSeatsAhead, type SeatAhead } from './queries/seats.ts'

/** A seat of somebody who is away for part of it. */
export type FlaggedSeat = SeatAhead

/**
 * Lists the seats in force that end after an instant and fall on an absence or on unavailable hours of their holder: the
 * flag is derived from the facts, so it comes and goes with them. Three queries, however many people.
 */
export async function listFlagged(
  db: Queryable,
  { employeeIds, after }: { employeeIds: readonly string[]; after: Date }
): Promise<FlaggedSeat[]> {
  const seats = await listSeatsAhead(db, employeeIds, after)
  if (seats.length === 0) return []
  const holders = [...new Set(seats.map(({ employeeId }) => employeeId))]
  const to = new Date(Math.max(...seats.map(({ endsAt }) => endsAt.getTime())))
  const absences = groupBy(await listAbsences(db, { employeeIds: holders, from: after, to }), idOf)
  const hours = groupBy(await listUnavailableHours(db, { employeeIds: holders }), idOf)
  return seats.filter((seat) =>
    isAway(
      {
        zone: seat.zone,
        absences: absences.get(seat.employeeId) ?? [],
        unavailable: hours.get(seat.employeeId) ?? []
      },
      seat
    )
  )
}

const idOf = ({ employeeId }: { employeeId: string }) => employeeId
