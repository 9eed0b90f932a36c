import type { Context } from '../context.ts'
import { findMissingLeaders, type MissingLeader } from '../leadership/keep-leaders-first.ts'
import { DraftNotFound, DraftNotPlanned } from './errors.ts'
import { findDraft, listDraftSeats } from './queries/drafts.ts'
import { readFacts } from './read-facts.ts'
import { readRotation } from './rotations.ts'

/**
 * The leaders for whose sake a draft would be refused if it were published now, so that somebody can plan them first;
 * by the same rule.
 *
 * @throws {DraftNotFound} {@link DraftNotPlanned}
 */
export async function readLeadersFirstOfDraft(
  ctx: Context,
  draftId: string
): Promise<{ leaders: MissingLeader[] }> {
  return ctx.db.transaction(
    async (tx) => {
      const draft = await findDraft(tx, draftId)
      if (!draft) throw new DraftNotFound({ draftId })
      if (!draft.score) throw new DraftNotPlanned({ draftId })
      const rotation = await readRotation(tx, draft.rotationId)
      const { facts } = await readFacts(tx, rotation, draft, ctx.now())
      return { leaders: await findMissingLeaders(tx, facts, await listDraftSeats(tx, draftId)) }
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' }
  )
}
