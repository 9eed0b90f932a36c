import type { DraftOutlook } from '../../db/schema/drafts.ts'
import type { Context } from '../context.ts'
import { fairnessReport } from '../engine/plan/fairness-report.ts'
import { findMissingLeaders } from '../leadership/keep-leaders-first.ts'
import { inOneMoment, type LoadedDraft, loadDraftIn } from './load-draft.ts'

/** What the facts and the plan together say of a draft, in a form that can be kept. */
export function fairnessFrom({ built, assignments, plan, factsChanged }: LoadedDraft) {
  const { unused, ...fairness } = fairnessReport(built.problem, assignments, plan)
  const known = unused.flatMap(({ person, why }) => {
    const id = built.people[person]
    return id === undefined ? [] : [{ id, why }]
  })
  const ids = known.map(({ id }) => id)
  return { ...fairness, factsChanged, unused: { ids, why: known.map(({ why }) => why) } }
}

export type DraftFairness = ReturnType<typeof fairnessFrom>

/**
 * Reckons how a draft looks beside the facts of this moment, with the leaders for whose sake it would be refused if it were
 * published now; all of one moment.
 *
 * @throws {DraftNotFound} {@link DraftNotPlanned}
 */
export async function reckonOutlook(
  ctx: Pick<Context, 'db' | 'now'>,
  draftId: string
): Promise<DraftOutlook> {
  return inOneMoment(ctx, async (tx) => {
    const loaded = await loadDraftIn(tx, ctx, draftId)
    const leaders = await findMissingLeaders(tx, loaded.facts, loaded.seats)
    const at = loaded.facts.now.toISOString()
    return { at, ...fairnessFrom(loaded), leaders: leaders.map(({ employeeId }) => employeeId) }
  })
}
