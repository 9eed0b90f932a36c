import { recordAudit } from '../audit/record-audit.ts'
import type { AnyContext } from '../context.ts'
import { DraftNotFound, DraftPublished } from './errors.ts'
import { lockDraft, markDiscarded } from './queries/drafts.ts'
import { findPublicationOfDraft } from './queries/publications.ts'

/**
 * Throws a draft away; a second time changes nothing.
 *
 * @throws {DraftNotFound} {@link DraftPublished}
 */
export async function discardDraft(ctx: AnyContext, draftId: string): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const draft = await lockDraft(tx, draftId)
    if (!draft) throw new DraftNotFound({ draftId })
    const publicationId = await findPublicationOfDraft(tx, draftId)
    if (publicationId) throw new DraftPublished({ draftId, publicationId })
    if (draft.discardedAt) return
    await markDiscarded(tx, draftId, ctx.now())
    await recordAudit(tx, ctx, { action: 'draft.discarded', objectType: 'draft', objectId: draftId })
  })
}
