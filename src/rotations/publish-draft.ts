import { constraintOf, type Tx } from '../../db/client.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { AnyContext } from '../context.ts'
import { checkDraft } from '../engine/facts/check-draft.ts'
import { planChanges } from '../engine/facts/plan-changes.ts'
import { keepLeadersFirst, recordOverride } from '../leadership/keep-leaders-first.ts'
import {
  DraftDiscarded,
  DraftNotFound,
  DraftNotPlanned,
  PublicationConflict,
  PublicationStale,
  RotationNotFound
} from './errors.ts'
import { type DraftSeat, listDraftSeats, listDraftShifts, lockDraft } from './queries/drafts.ts'
import { listNames } from './queries/facts.ts'
import { findPublicationOfDraft, listOwnSeats } from './queries/publications.ts'
import { lockPeople, lockPublishing } from './queries/publish.ts'
import { lockRotation } from './queries/rotations.ts'
import { readFacts } from './read-facts.ts'
import type { Rotation } from './rotation-fields.ts'
import { staleRules } from './stale-rules.ts'
import { tellOfPublication } from './tell-of-publication.ts'
import { writePublication } from './write-publication.ts'

/** Constraints that hold what two writers at once could break. */
const HELD_BY_SCHEMA = new Set([
  'assignments_do_not_overlap',
  'assignments_one_seat_per_person',
  'publications_one_per_draft'
])

/**
 * Makes a draft firm, all or nothing: shifts, seats given and taken, one notice per person touched. Publishing the
 * same draft again answers with the first publication.
 *
 * @param wanted.leadersOverride why it goes ahead although leaders have no shift in it
 * @throws {RotationNotFound} {@link DraftNotFound} {@link DraftDiscarded}
 * @throws {PublicationStale} when facts changed and the draft breaks a hard rule by now; says which
 * @throws {PublicationConflict} when somebody else changed the same seats at the same moment
 * @throws {LeadersNotPlanned} when it gives staff shifts and leaders none, unless with a reason
 */
export async function publishDraft(
  ctx: AnyContext,
  wanted: WantedPublication
): Promise<{ publicationId: string; isNew: boolean }> {
  try {
    return await ctx.db.transaction((tx) => publish(tx, ctx, wanted))
  } catch (error) {
    const constraint = constraintOf(error)
    throw constraint && HELD_BY_SCHEMA.has(constraint) ? new PublicationConflict({ constraint }) : error
  }
}

interface WantedPublication {
  rotationId: string
  draftId: string
  leadersOverride?: string
}

async function publish(tx: Tx, ctx: AnyContext, { rotationId, draftId, leadersOverride }: WantedPublication) {
  await lockPublishing(tx)
  const rotation = await lockRotation(tx, rotationId)
  if (!rotation) throw new RotationNotFound({ rotationId })
  const draft = await lockDraft(tx, draftId)
  if (draft?.rotationId !== rotationId) throw new DraftNotFound({ draftId })
  const published = await findPublicationOfDraft(tx, draftId)
  if (published) return { publicationId: published, isNew: false }
  if (draft.discardedAt) throw new DraftDiscarded({ draftId })
  if (!draft.score) throw new DraftNotPlanned({ draftId })

  const now = ctx.now()
  const drafted = await listDraftSeats(tx, draftId)
  await lockTouched(tx, drafted, { ...draft, after: now })
  const { facts, held } = await refuseStale(tx, rotation, draft, drafted, now)
  const override = leadersOverride === undefined ? {} : { override: leadersOverride }
  const leaders = await keepLeadersFirst(tx, { facts, drafted, ...override })

  const changes = planChanges({ planned: drafted.filter(({ startsAt }) => startsAt > now), held })
  const draftedShifts = (await listDraftShifts(tx, draftId)).filter(({ startsAt }) => startsAt > now)
  const publicationId = await writePublication(tx, ctx, { rotation, draft, draftedShifts, changes })
  const endOf = new Map(draftedShifts.map(({ startsAt, endsAt }) => [startsAt.getTime(), endsAt]))
  await tellOfPublication(tx, ctx, { publicationId, rotation, draft, changes, endOf })
  const { fromOn, toOn } = draft
  if (leaders.length > 0) {
    const what = { rotationName: rotation.name, fromOn, toOn }
    await recordOverride(tx, ctx, { publicationId, leaders, reason: leadersOverride!, ...what })
  }
  const after = { rotationId, draftId, fromOn, toOn }
  const what = { objectType: 'publication', objectId: publicationId, after }
  await recordAudit(tx, ctx, { action: 'rotation.published', ...what })
  return { publicationId, isNew: true }
}

/** Whoever would be given or taken a seat; from here on nothing that they hold changes but by us. */
async function lockTouched(
  tx: Tx,
  drafted: readonly DraftSeat[],
  where: { rotationId: string; fromOn: string; toOn: string; after: Date }
): Promise<void> {
  const held = await listOwnSeats(tx, where)
  await lockPeople(tx, [...new Set([...drafted, ...held].map(({ employeeId }) => employeeId))])
}

/** Judges the draft by present facts and gives these, with the seats that are published now. */
async function refuseStale(
  tx: Tx,
  rotation: Rotation,
  { fromOn, toOn }: { fromOn: string; toOn: string },
  drafted: readonly DraftSeat[],
  now: Date
) {
  const { facts, published, begun } = await readFacts(tx, rotation, { fromOn, toOn }, now)
  const violations = checkDraft(facts, { drafted, begun })
  if (violations.length === 0) return { facts, held: published }
  const ids = violations.flatMap(({ employeeId }) => employeeId ?? [])
  throw new PublicationStale(staleRules(violations, await listNames(tx, ids), rotation.timeZone))
}
