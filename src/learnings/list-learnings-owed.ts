import type { Context } from '../context.ts'
import { learningDueAt } from '../engine/insight/learning-due-at.ts'
import { readSeatsToTellOf } from '../shifts/read-seats-to-tell-of.ts'
import { listSeatsAnswered } from './queries/owed.ts'

/**
 * The actor's shifts that ended in the last 14 days and of which they have said neither what they heard nor that
 * there was nothing new; the one that closes first comes first. It is due within 48 hours, and accepted until the window
 * closes. Two queries.
 */
export async function listLearningsOwed(ctx: Context) {
  const seats = (await readSeatsToTellOf(ctx)).filter(({ isOver }) => isOver)
  const answered = await listSeatsAnswered(
    ctx.db,
    seats.map(({ assignmentId }) => assignmentId)
  )
  return seats
    .filter(({ assignmentId }) => !answered.has(assignmentId))
    .map(({ isOver: _, ...seat }) => ({ ...seat, dueAt: learningDueAt(seat.endsAt) }))
}
