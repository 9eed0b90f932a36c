import { recordAudit } from '../audit/record-audit.ts'
import type { AnyContext } from '../context.ts'
import { stateOf } from './draft-state.ts'
import { DraftNotFound } from './errors.ts'
import { findDraft, lockDraft, markStopRequested } from './queries/drafts.ts'

/**
 * Asks the planner to stop: within a second of its first legal plan the best so far is the draft. Changes nothing when it
 * is done.
 *
 * @throws {DraftNotFound}
 */
export async function stopPlanning(ctx: AnyContext, draftId: string): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    if (!(await lockDraft(tx, draftId))) throw new DraftNotFound({ draftId })
    const draft = await findDraft(tx, draftId)
    if (!draft || stateOf(ctx.now(), draft) !== 'planning') return
    await markStopRequested(tx, draftId, ctx.now())
    await recordAudit(tx, ctx, { action: 'draft.stopped', objectType: 'draft', objectId: draftId })
  })
}
