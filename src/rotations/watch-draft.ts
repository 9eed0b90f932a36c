import { setTimeout as pause } from 'node:timers/promises'
import type { Context } from '../context.ts'
import { readDraftSummary } from './read-drafts.ts'

/** As often as the planner's progress is written down. */
const LOOK_MS = 500

/**
 * The summary of a draft each time it has changed, until the planner is done with it or nobody listens any more.
 *
 * @throws {DraftNotFound} at the first look
 */
export async function* watchDraft(ctx: Context, draftId: string, signal: AbortSignal) {
  let last = ''
  while (!signal.aborted) {
    const summary = await readDraftSummary(ctx, draftId)
    const text = JSON.stringify(summary)
    if (text !== last) yield summary
    if (summary.state !== 'planning') return
    last = text
    await pause(LOOK_MS, undefined, { signal }).catch(() => {})
  }
}
