import { constraintOf, type Tx } from '../../db/client.ts'
import type { Context } from '../context.ts'
import { keepFromPublishing } from '../rotations/keep-from-publishing.ts'
import { SwapConflict } from './errors.ts'
import { lockPeople, lockShifts, lockTeamsOf } from './queries/lock.ts'

/**
 * Opens the transaction of a change. What two writers at once could still break, a constraint holds, and it becomes a
 * refusal.
 *
 * @throws {SwapConflict}
 */
export async function changeSeats<Answer>(ctx: Context, work: (tx: Tx) => Promise<Answer>): Promise<Answer> {
  try {
    return await ctx.db.transaction(work)
  } catch (error) {
    const constraint = constraintOf(error)
    throw constraint?.startsWith('assignments_') ? new SwapConflict({ constraint }) : error
  }
}

/**
 * Locks all that decides whether seats may change hands, always in the same order: publications, the people with the
 * actor among them, their teams, the shifts. The proposal comes last. What is read before must be read again.
 */
export async function lockAround(
  tx: Tx,
  { actor }: Context,
  { employeeIds, shiftIds }: { employeeIds: readonly string[]; shiftIds: readonly string[] }
): Promise<void> {
  await keepFromPublishing(tx)
  await lockPeople(tx, [...new Set([...employeeIds, actor.employeeId])])
  await lockTeamsOf(tx, employeeIds)
  await lockShifts(tx, [...new Set(shiftIds)])
}
