import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import type { LearningType } from '../words.ts'
import { lockSeatToAnswer } from './check-may-answer.ts'
import { TicketUrlNotValid } from './errors.ts'
import { type MaskedField, maskLearning } from './mask-learning.ts'
import { findLearning, insertLearning, type LearningRow } from './queries.ts'

export interface NewLearning {
  type: LearningType
  triedTo: string
  obstacle: string
  customerWords?: string
  timesThisShift?: number
  minutesLost?: number
  ticketUrl?: string
  action?: string
}

/**
 * Someone of the shift hands in one point they heard, as many times as there are points. Obvious personal data is
 * masked before it is stored, and the answer says where.
 *
 * @throws {ShiftNotFound} {@link NotOnThisShift} {@link ShiftNotStarted} {@link LearningWindowClosed}
 *   {@link TicketUrlNotValid}
 */
export async function submitLearning(
  ctx: Context,
  shiftId: string,
  learning: NewLearning
): Promise<LearningRow & { masked: MaskedField[] }> {
  checkTicketUrl(learning.ticketUrl)
  const { texts, masked } = maskLearning(learning)
  return ctx.db.transaction(async (tx) => {
    const seat = await lockSeatToAnswer(tx, ctx, shiftId)
    const { employeeId } = ctx.actor
    const row = { ...learning, ...texts, shiftId: seat.shiftId, employeeId, submittedAt: ctx.now() }
    const learningId = await insertLearning(tx, row)
    // Not the texts: what is erased from the learning must not live on here.
    await recordAudit(tx, ctx, {
      action: 'learning.submitted',
      objectType: 'learning',
      objectId: learningId,
      after: { shiftId: seat.shiftId, type: learning.type, masked }
    })
    const stored = await findLearning(tx, learningId)
    return { ...stored!, masked }
  })
}

function checkTicketUrl(ticketUrl: string | undefined): void {
  if (ticketUrl === undefined) return
  if (!URL.canParse(ticketUrl)) throw new TicketUrlNotValid()
  const { protocol, username, password } = new URL(ticketUrl)
  const isWeb = protocol === 'http:' || protocol === 'https:'
  if (!isWeb || username !== '' || password !== '') throw new TicketUrlNotValid()
}
