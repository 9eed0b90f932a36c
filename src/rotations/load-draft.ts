import type { Tx } from '../../db/client.ts'
import type { Context } from '../context.ts'
import { assignmentsFrom } from '../engine/facts/assignments-from.ts'
import { buildProblem } from '../engine/facts/build-problem.ts'
import type { PlanningFacts } from '../engine/facts/planning-facts.ts'
import { loadFacts } from '../engine/plan/facts.ts'
import { DraftNotFound, DraftNotPlanned } from './errors.ts'
import { findDraft, listDraftSeats, listDraftShifts } from './queries/drafts.ts'
import { digestOf, readFacts } from './read-facts.ts'
import { readRotation } from './rotations.ts'

/**
 * A planned draft beside the facts of this moment, loaded for questions about single seats. What has begun since, or whom
 * the facts no longer know, is left out of the plan; `factsChanged` says whether the draft was planned from other facts.
 *
 * @throws {DraftNotFound} {@link DraftNotPlanned}
 */
export async function loadDraft(ctx: Context, draftId: string) {
  return inOneMoment(ctx, (tx) => loadDraftIn(tx, ctx, draftId))
}

/** Runs what reads a draft and its facts, in a transaction in which nothing changes. */
export async function inOneMoment<Answer>(
  ctx: Pick<Context, 'db'>,
  work: (tx: Tx) => Promise<Answer>
): Promise<Answer> {
  return ctx.db.transaction(work, { isolationLevel: 'repeatable read', accessMode: 'read only' })
}

/** The same within a transaction that reads more. */
export async function loadDraftIn(tx: Tx, ctx: Pick<Context, 'now'>, draftId: string) {
  const draft = await findDraft(tx, draftId)
  if (!draft) throw new DraftNotFound({ draftId })
  if (!draft.score) throw new DraftNotPlanned({ draftId })
  const rotation = await readRotation(tx, draft.rotationId)
  const { fromOn, toOn } = draft
  const { facts } = await readFacts(tx, rotation, { fromOn, toOn }, ctx.now())
  const seats = await listDraftSeats(tx, draftId)
  const shifts = await listDraftShifts(tx, draftId)
  const built = buildProblem(facts)
  const { assignments } = assignmentsFrom(built, seats)
  const factsChanged = !knownFrom(facts, draft)
  const plan = loadFacts(built.problem, assignments)
  return { draft, facts, seats, shifts, built, plan, assignments, factsChanged }
}

export type LoadedDraft = Awaited<ReturnType<typeof loadDraft>>

/** That the draft itself was published is no change of facts that it was planned from. */
function knownFrom(
  facts: PlanningFacts,
  { factsDigest, publicationId }: { factsDigest: string; publicationId: string | null }
): boolean {
  if (digestOf(facts) === factsDigest) return true
  return publicationId !== null && digestOf({ ...facts, published: null }) === factsDigest
}
