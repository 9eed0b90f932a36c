import { addDays } from 'date-fns'
import type { Tx } from '../../db/client.ts'
import type { Context } from '../context.ts'
import { readSeatOf } from '../shifts/read-seat-of.ts'
import { LearningWindowClosed, NotOnThisShift, ShiftNotFound, ShiftNotStarted } from './errors.ts'
import { lockEmployee } from './queries.ts'

/** Days after a shift in which its people hand in what they heard; the same as for their hours. */
export const LEARNING_DAYS = 14

/**
 * Locks the actor and finds the seat from which they may say what they heard, from the shift's start until 14 days
 * after its end.
 *
 * @throws {ShiftNotFound} {@link NotOnThisShift} {@link ShiftNotStarted} {@link LearningWindowClosed}
 */
export async function lockSeatToAnswer(tx: Tx, ctx: Context, shiftId: string) {
  const { employeeId } = ctx.actor
  await lockEmployee(tx, employeeId)
  const shift = await readSeatOf(tx, shiftId, employeeId)
  if (!shift) throw new ShiftNotFound({ shiftId })
  const { assignmentId, startsAt, endsAt } = shift
  if (assignmentId === null) throw new NotOnThisShift({ shiftId })
  if (ctx.now() < startsAt) throw new ShiftNotStarted({ startsAt })
  const closedAt = addDays(endsAt, LEARNING_DAYS)
  if (ctx.now() >= closedAt) throw new LearningWindowClosed({ closedAt })
  return { shiftId: shift.shiftId, assignmentId }
}
