import type { Tx } from '../../db/client.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { AnyContext } from '../context.ts'
import { DraftDiscarded, DraftNotFound, DraftPublished, DraftSeatNotFound } from './errors.ts'
import { lockDraft, markPinned } from './queries/drafts.ts'
import { findPublicationOfDraft } from './queries/publications.ts'

/** One seat of a draft. */
export interface PinnedSeat {
  draftId: string
  draftShiftId: string
  employeeId: string
}

/**
 * Pins a seat of a draft: drafts planned with its pins keep it. A second time changes nothing.
 *
 * @throws {DraftNotFound} {@link DraftDiscarded} {@link DraftPublished} {@link DraftSeatNotFound}
 */
export async function pinSeat(ctx: AnyContext, seat: PinnedSeat): Promise<void> {
  const pinned = { pinnedAt: ctx.now(), pinnedBy: ctx.actor?.employeeId ?? null }
  await change(ctx, seat, { pinned, action: 'draft.seat-pinned' })
}

/**
 * Lets go of a pinned seat; of one that is not pinned there is nothing to let go.
 *
 * @throws {DraftNotFound} {@link DraftDiscarded} {@link DraftPublished} {@link DraftSeatNotFound}
 */
export async function releasePin(ctx: AnyContext, seat: PinnedSeat): Promise<void> {
  await change(ctx, seat, { pinned: { pinnedAt: null, pinnedBy: null }, action: 'draft.pin-released' })
}

interface Change {
  pinned: { pinnedAt: Date | null; pinnedBy: string | null }
  action: string
}

async function change(ctx: AnyContext, seat: PinnedSeat, { pinned, action }: Change): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    await lockOpenDraft(tx, seat.draftId)
    const outcome = await markPinned(tx, seat, pinned)
    if (outcome === 'not-found') throw new DraftSeatNotFound()
    if (outcome === 'unchanged') return
    const { draftId, ...after } = seat
    await recordAudit(tx, ctx, { action, objectType: 'draft', objectId: draftId, after })
  })
}

async function lockOpenDraft(tx: Tx, draftId: string): Promise<void> {
  const draft = await lockDraft(tx, draftId)
  if (!draft) throw new DraftNotFound({ draftId })
  if (draft.discardedAt) throw new DraftDiscarded({ draftId })
  const publicationId = await findPublicationOfDraft(tx, draftId)
  if (publicationId) throw new DraftPublished({ draftId, publicationId })
}
