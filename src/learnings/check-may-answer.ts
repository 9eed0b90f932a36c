import type { Tx } from '../../db/client.ts'
import type { Context } from '../context.ts'
import { answerWindow } from '../engine/insight/answer-window.ts'
import { readSeatOf } from '../shifts/read-seat-of.ts'
import { LearningWindowClosed, NotOnThisShift, ShiftNotFound, ShiftNotStarted } from './errors.ts'
import { lockEmployee } from './queries.ts'

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
  const { assignmentId, startsAt } = shift
  if (assignmentId === null) throw new NotOnThisShift({ shiftId })
  const { state, closesAt } = answerWindow(shift, ctx.now())
  if (state === 'before') throw new ShiftNotStarted({ startsAt })
  if (state === 'closed') throw new LearningWindowClosed({ closedAt: closesAt })
  return { shiftId: shift.shiftId, assignmentId }
}
