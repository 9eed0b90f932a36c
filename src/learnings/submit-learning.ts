import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import type { LearningType } from '../words.ts'
import { lockSeatToAnswer } from './check-may-answer.ts'
import { checkTicketUrl } from './check-ticket-url.ts'
import { AreaNotOffered } from './errors.ts'
import { type Learning, readLearningIn } from './list-learnings.ts'
import { type MaskedField, maskLearning } from './mask-learning.ts'
import { insertLearning, isAreaOffered } from './queries.ts'
import { placeWithin } from './themes/place-learning.ts'

export interface NewLearning {
  type: LearningType
  triedTo: string
  obstacle: string
  customerWords?: string
  timesThisShift?: number
  minutesLost?: number
  ticketUrl?: string
  action?: string
  areaId?: string
  /** "I can fix this." */
  canFix?: boolean
  /** The theme that says the same. */
  themeId?: string
}

/**
 * Someone of the shift hands in one point they heard, as many times as there are points. Obvious personal data is
 * masked before it is stored, and the answer says where. It may go into a theme at once.
 *
 * @throws {ShiftNotFound} {@link NotOnThisShift} {@link ShiftNotStarted} {@link LearningWindowClosed}
 *   {@link TicketUrlNotValid} {@link TicketUrlHasPersonalData} {@link AreaNotOffered} {@link ThemeNotFound}
 *   {@link ThemeStandsWithin}
 */
export async function submitLearning(
  ctx: Context,
  shiftId: string,
  { themeId, ...learning }: NewLearning
): Promise<Learning & { masked: MaskedField[] }> {
  checkTicketUrl(learning.ticketUrl)
  const { texts, masked } = maskLearning(learning)
  return ctx.db.transaction(async (tx) => {
    const seat = await lockSeatToAnswer(tx, ctx, shiftId)
    const { employeeId } = ctx.actor
    const { areaId, type } = learning
    if (areaId !== undefined && !(await isAreaOffered(tx, areaId))) throw new AreaNotOffered({ areaId })
    const row = { ...learning, ...texts, shiftId: seat.shiftId, employeeId, submittedAt: ctx.now() }
    const learningId = await insertLearning(tx, row)
    // Not the texts: what is erased from the learning must not live on here.
    await recordAudit(tx, ctx, {
      action: 'learning.submitted',
      objectType: 'learning',
      objectId: learningId,
      after: { shiftId: seat.shiftId, type, masked }
    })
    if (themeId !== undefined) await placeWithin(tx, ctx, learningId, themeId)
    return { ...(await readLearningIn(tx, learningId)), masked }
  })
}
