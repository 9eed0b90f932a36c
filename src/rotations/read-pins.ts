import type { Queryable } from '../../db/client.ts'
import { checkDraft } from '../engine/facts/check-draft.ts'
import type { PlanningFacts } from '../engine/facts/planning-facts.ts'
import { DraftNotFound, PinsNotPossible } from './errors.ts'
import type { Period } from './period.ts'
import { findDraft, listDraftSeats } from './queries/drafts.ts'
import { listNames } from './queries/facts.ts'
import type { Rotation } from './rotation-fields.ts'
import { staleRules } from './stale-rules.ts'

/** What the planner mends by putting others beside those pinned. */
const MENDED_BY_OTHERS = new Set(['missing-host', 'newcomers-alone'])

interface Wanted {
  rotation: Rotation
  period: Period
  facts: PlanningFacts
}

/**
 * The pinned seats of a draft that a plan of these days can still keep.
 *
 * @throws {DraftNotFound} when the draft is none of this rotation's
 * @throws {PinsNotPossible} when pins break a rule by themselves; says which
 */
export async function readPins(db: Queryable, draftId: string, { rotation, period, facts }: Wanted) {
  const draft = await findDraft(db, draftId)
  if (draft?.rotationId !== rotation.id) throw new DraftNotFound({ draftId })
  const pins = (await listDraftSeats(db, draftId)).filter(
    ({ pinnedAt, startsAt, onDay }) =>
      pinnedAt !== null && startsAt > facts.now && period.fromOn <= onDay && onDay < period.toOn
  )
  const broken = checkDraft(facts, { drafted: pins, begun: [] }).filter(
    ({ rule }) => !MENDED_BY_OTHERS.has(rule)
  )
  if (broken.length === 0) return pins
  const names = await listNames(
    db,
    broken.flatMap(({ employeeId }) => employeeId ?? [])
  )
  throw new PinsNotPossible(staleRules(broken, names, rotation.timeZone))
}
