import { subDays } from 'date-fns'
import type { Context } from '../context.ts'
import { LEARNING_DAYS } from './check-may-answer.ts'
import { listUnansweredShifts } from './queries.ts'

/**
 * The actor's shifts that ended in the last 14 days and of which they have said neither what they heard nor that
 * there was nothing new; the one that closes first comes first.
 */
export async function listLearningsOwed(ctx: Context) {
  const now = ctx.now()
  return listUnansweredShifts(ctx.db, ctx.actor.employeeId, { since: subDays(now, LEARNING_DAYS), now })
}
