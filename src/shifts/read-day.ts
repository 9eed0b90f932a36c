import type { Queryable } from '../../db/client.ts'
import { groupBy } from '../engine/facts/group-by.ts'
import { openSeats } from '../engine/swap/open-span.ts'
import { addDays } from '../engine/time/add-days.ts'
import type { LocalDate } from '../engine/time/local.ts'
import { listPeopleOn, listShifts } from './queries.ts'

/** Our own bound: a shift every quarter of an hour. */
const MOST_SHIFTS = 96

/** The shifts of one rotation that begin on one of its days, by start, with who sits on them and what is open. Two queries. */
export async function readDay(db: Queryable, rotationId: string, onDay: LocalDate) {
  const day = { rotationId, fromOn: onDay, toOn: addDays(onDay, 1) }
  const shifts = await listShifts(db, day, { after: null, limit: MOST_SHIFTS })
  const people = await listPeopleOn(
    db,
    shifts.map(({ id }) => id)
  )
  const byShift = groupBy(people, ({ shiftId }) => shiftId)
  return shifts.map((shift) => {
    const on = byShift.get(shift.id) ?? []
    const { startsAt, endsAt } = shift
    const seats = on.map((seat) => ({ name: seat.name, startsAt: seat.startsAt, endsAt: seat.endsAt }))
    return { startsAt, endsAt, people: seats, openSeats: openSeats(shift, on, shift.desiredSeats) }
  })
}

export type DayShift = Awaited<ReturnType<typeof readDay>>[number]
