import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { lockSeatToAnswer } from './lock-seat.ts'
import { upsertMood } from './queries/served.ts'

/**
 * One tap after a shift of mine: how I feel, 1 to 5. A second tap replaces the first. Others only see means of five
 * people or more.
 *
 * @throws {ShiftNotFound} {@link NotOnThisShift} {@link ShiftNotStarted} {@link ShiftNotOver} {@link AnswerWindowClosed}
 */
export async function tellMood(ctx: Context, shiftId: string, mood: number) {
  return ctx.db.transaction(async (tx) => {
    const { seatId } = await lockSeatToAnswer(tx, ctx, shiftId, 'after')
    const answer = { mood, answeredAt: ctx.now() }
    await upsertMood(tx, { assignmentId: seatId, ...answer })
    // How somebody felt is not for those who read the log.
    await recordAudit(tx, ctx, { action: 'mood.told', objectType: 'assignment', objectId: seatId })
    return answer
  })
}
