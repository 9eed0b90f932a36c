import { addDays, subDays } from 'date-fns'
import type { Context } from '../context.ts'
import { learningDueAt } from '../engine/insight/learning-due-at.ts'
import { LEARNING_DAYS } from './check-may-answer.ts'
import { listUnansweredShifts } from './queries.ts'

/**
 * The actor's shifts that ended in the last 14 days and of which they have said neither what they heard nor that
 * there was nothing new; the one that closes first comes first. It is due within 48 hours, and accepted until the window
 * closes.
 */
export async function listLearningsOwed(ctx: Context) {
  const now = ctx.now()
  const since = subDays(now, LEARNING_DAYS)
  const shifts = await listUnansweredShifts(ctx.db, ctx.actor.employeeId, { since, now })
  return shifts.map((shift) => ({
    ...shift,
    dueAt: learningDueAt(shift.endsAt),
    closesAt: addDays(shift.endsAt, LEARNING_DAYS)
  }))
}
