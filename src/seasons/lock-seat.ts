import type { Tx } from '../../db/client.ts'
import type { Context } from '../context.ts'
import { answerWindow } from '../engine/insight/answer-window.ts'
import { readSeatOf } from '../shifts/read-seat-of.ts'
import { AnswerWindowClosed, NotOnThisShift, ShiftNotFound, ShiftNotOver, ShiftNotStarted } from './errors.ts'
import { lockEmployee } from './queries/people.ts'

/**
 * Locks the actor and finds the seat from which they say how a shift goes: from its start or, `after` it, from its end,
 * until 14 days after its end.
 *
 * @throws {ShiftNotFound} {@link NotOnThisShift} {@link ShiftNotStarted} {@link ShiftNotOver} {@link AnswerWindowClosed}
 */
export async function lockSeatToAnswer(
  tx: Tx,
  ctx: Context,
  shiftId: string,
  when: 'during' | 'after'
): Promise<{ seatId: string; shiftId: string }> {
  const { employeeId } = ctx.actor
  await lockEmployee(tx, employeeId)
  const shift = await readSeatOf(tx, shiftId, employeeId)
  if (!shift) throw new ShiftNotFound({ shiftId })
  const { assignmentId: seatId, startsAt, endsAt } = shift
  if (seatId === null) throw new NotOnThisShift({ shiftId })
  const { state, closesAt } = answerWindow(shift, ctx.now())
  if (state === 'before') throw new ShiftNotStarted({ startsAt })
  if (when === 'after' && state === 'during') throw new ShiftNotOver({ endsAt })
  if (state === 'closed') throw new AnswerWindowClosed({ closedAt: closesAt })
  return { seatId, shiftId: shift.shiftId }
}
