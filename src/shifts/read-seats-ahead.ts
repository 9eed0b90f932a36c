import type { Context } from '../context.ts'
import { listSeatsHeld, listShiftsByIds } from './queries.ts'

/**
 * The seats that somebody holds on shifts to come, by start, with their rotations: the published schedule, as everybody
 * may see it. Two queries.
 */
export async function readSeatsAhead(ctx: Context, employeeId: string) {
  const now = ctx.now()
  const seats = (await listSeatsHeld(ctx.db, [employeeId], now)).filter(({ startsAt }) => startsAt > now)
  const shifts = await listShiftsByIds(
    ctx.db,
    seats.map(({ shiftId }) => shiftId)
  )
  const shiftOf = new Map(shifts.map((shift) => [shift.id, shift]))
  return seats
    .map(({ assignmentId, shiftId, startsAt, endsAt }) => {
      const { rotationId, rotationName, rotationZone } = shiftOf.get(shiftId)!
      const rotation = { id: rotationId, name: rotationName, timeZone: rotationZone }
      return { assignmentId, shiftId, startsAt, endsAt, rotation }
    })
    .sort((a, b) => +a.startsAt - +b.startsAt || (a.assignmentId < b.assignmentId ? -1 : 1))
}
