import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { lockSeatToAnswer } from './check-may-answer.ts'
import { LearningsHandedIn } from './errors.ts'
import { countLearnings, findNothingNew, insertNothingNew } from './queries.ts'

/**
 * "Nothing new" is an answer too, and counted once per seat; saying it again changes nothing. A learning handed in
 * later counts beside it.
 *
 * @throws {ShiftNotFound} {@link NotOnThisShift} {@link ShiftNotStarted} {@link LearningWindowClosed}
 *   {@link LearningsHandedIn}
 */
export async function answerNothingNew(ctx: Context, shiftId: string) {
  return ctx.db.transaction(async (tx) => {
    const { assignmentId } = await lockSeatToAnswer(tx, ctx, shiftId)
    const before = await findNothingNew(tx, assignmentId)
    if (before) return before

    const learnings = await countLearnings(tx, shiftId, ctx.actor.employeeId)
    if (learnings > 0) throw new LearningsHandedIn({ learnings })
    const answer = { assignmentId, answeredAt: ctx.now() }
    await insertNothingNew(tx, answer)
    await recordAudit(tx, ctx, {
      action: 'learning.nothing-new',
      objectType: 'assignment',
      objectId: assignmentId,
      after: { shiftId }
    })
    return answer
  })
}
