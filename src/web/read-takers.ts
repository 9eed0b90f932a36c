import type { Context } from '../context.ts'
import { ShiftNotFound } from '../shifts/errors.ts'
import { readSeatsAhead } from '../shifts/read-seats-ahead.ts'
import { readShift } from '../shifts/read-shifts.ts'
import { findTakers } from '../swaps/find-takers.ts'

/** More than anybody asks. */
const MOST_TAKERS = 20

/**
 * A shift and the actor's own seat on it.
 *
 * @throws {ShiftNotFound} also where the actor holds no seat
 */
export async function readMySeatOn(ctx: Context, shiftId: string) {
  const shift = await readShift(ctx, shiftId)
  const mine = shift.people.find(({ employeeId }) => employeeId === ctx.actor.employeeId)
  if (!mine) throw new ShiftNotFound({ shiftId })
  return { shift, mine }
}

/**
 * Who could take over the actor's seat on a shift; with `partnerId` also that person's shifts to come, to swap for.
 *
 * @throws {ShiftNotFound} also where the actor holds no seat
 */
export async function readTakersPage(ctx: Context, shiftId: string, partnerId: string | undefined) {
  const { shift, mine } = await readMySeatOn(ctx, shiftId)
  const takers = await findTakers(ctx, mine.assignmentId, { limit: MOST_TAKERS })
  const partner = takers.items.find(({ employee }) => employee.id === partnerId)?.employee ?? null
  const theirs = partner ? await readSeatsAhead(ctx, partner.id) : []
  return { shift, mine, takers, partner, theirs: theirs.filter((seat) => seat.shiftId !== shiftId) }
}

export type TakersView = Awaited<ReturnType<typeof readTakersPage>>
