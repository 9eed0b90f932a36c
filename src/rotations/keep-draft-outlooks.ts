import { subMinutes } from 'date-fns'
import type { AnyContext } from '../context.ts'
import { despiteFailures } from '../lib/despite-failures.ts'
import { reckonOutlook } from './draft-outlook.ts'
import { listDraftsToReckon, markOutlook } from './queries/drafts.ts'

/** Facts change all day: an outlook that is older is reckoned again. */
const OLD_MINUTES = 9
/** Of one run; each reads what a plan would. */
const MOST_DRAFTS = 10

/** Keeps how a draft looks by the facts of this moment, for its page. */
export async function keepDraftOutlook(ctx: Pick<AnyContext, 'db' | 'now'>, draftId: string): Promise<void> {
  await markOutlook(ctx.db, draftId, await reckonOutlook(ctx, draftId))
}

/**
 * Keeps how the drafts look that wait for a decision: their pages say of which moment it is. One that cannot be reckoned
 * keeps none of the others back; the run fails with it in the end.
 */
export async function keepDraftOutlooks(ctx: AnyContext): Promise<void> {
  const now = ctx.now()
  const today = now.toISOString().slice(0, 10)
  const wanted = { today, olderThan: subMinutes(now, OLD_MINUTES), limit: MOST_DRAFTS }
  await despiteFailures(await listDraftsToReckon(ctx.db, wanted), (draftId) => keepDraftOutlook(ctx, draftId))
}
