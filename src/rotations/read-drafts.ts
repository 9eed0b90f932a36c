import type { AnyContext, Context } from '../context.ts'
import { groupBy } from '../engine/facts/group-by.ts'
import { planChanges } from '../engine/facts/plan-changes.ts'
import { daysBetween } from '../engine/time/days-between.ts'
import { localDateOf } from '../engine/time/local-date-of.ts'
import { pageOf, readInstantCursor } from '../lib/paging.ts'
import { maySeeReason } from '../shifts/may-see-reason.ts'
import { stateOf } from './draft-state.ts'
import { DraftNotFound, DraftNotPlanned } from './errors.ts'
import { type DraftRow, findDraft, listDraftSeats, listDraftShifts, listDrafts } from './queries/drafts.ts'
import { listNames } from './queries/facts.ts'
import { listOwnSeats } from './queries/publications.ts'
import { readRotation } from './rotations.ts'

/**
 * A page of a rotation's drafts, newest first, without their shifts.
 *
 * @throws {RotationNotFound}
 */
export async function readDrafts(
  ctx: Context,
  rotationId: string,
  { cursor, limit = 50 }: { cursor?: string; limit?: number }
) {
  await readRotation(ctx.db, rotationId)
  const rows = await listDrafts(ctx.db, rotationId, { after: readInstantCursor(cursor), limit: limit + 1 })
  const page = pageOf(rows, limit, ({ id, createdAt }) => ({ key: createdAt.toISOString(), id }))
  return { ...page, items: page.items.map((draft) => summaryOf(ctx.now(), draft)) }
}

/**
 * What a draft amounts to: period, score, bound, open seats, state.
 *
 * @throws {DraftNotFound}
 */
export async function readDraftSummary(ctx: AnyContext, draftId: string) {
  return summaryOf(ctx.now(), await findKnown(ctx, draftId))
}

/**
 * One draft with its shifts, who would sit on them and why. Reasons are shown to whom they concern.
 *
 * @throws {DraftNotFound}
 */
export async function readDraft(ctx: Context, draftId: string) {
  const draft = await findKnown(ctx, draftId)
  const shifts = await listDraftShifts(ctx.db, draftId)
  return draftView(ctx, draft, { shifts, seats: await listDraftSeats(ctx.db, draftId) })
}

/**
 * The same with what publishing it would change, of one reading; a draft that is not planned changes nothing.
 *
 * @throws {DraftNotFound}
 */
export async function readDraftWithChanges(ctx: Context, draftId: string) {
  const draft = await findKnown(ctx, draftId)
  const shifts = await listDraftShifts(ctx.db, draftId)
  const seats = await listDraftSeats(ctx.db, draftId)
  return {
    draft: draftView(ctx, draft, { shifts, seats }),
    changes: draft.score ? await changesBy(ctx, draft, seats) : []
  }
}

type SeatRow = Awaited<ReturnType<typeof listDraftSeats>>[number]

function draftView(
  ctx: Context,
  draft: DraftRow,
  of: { shifts: Awaited<ReturnType<typeof listDraftShifts>>; seats: SeatRow[] }
) {
  const seats = groupBy(of.seats, ({ draftShiftId }) => draftShiftId)
  const first = of.shifts[0]
  return {
    ...summaryOf(ctx.now(), draft),
    warnings: first ? warningsOf(draft, first.onDay) : [],
    shifts: of.shifts.map(({ id, draftId: _, minSeats, desiredSeats, maxSeats, ...shift }) => {
      const people = seats.get(id) ?? []
      return {
        id,
        ...shift,
        seats: { min: minSeats, desired: desiredSeats, max: maxSeats },
        openSeats: Math.max(0, desiredSeats - people.length),
        assignments: people.map(({ employeeId, name, teamId, isHost, reason, pinnedAt }) => ({
          employeeId,
          name,
          isHost,
          isPinned: pinnedAt !== null,
          reason: maySeeReason(ctx.actor, { employeeId, teamId }) ? reason : null
        }))
      }
    })
  }
}

/** @throws {DraftNotFound} */
async function findKnown({ db }: AnyContext, draftId: string): Promise<DraftRow> {
  const draft = await findDraft(db, draftId)
  if (!draft) throw new DraftNotFound({ draftId })
  return draft
}

/**
 * What publishing the draft now would give to whom, take from whom and leave, beside the seats still to come.
 *
 * @throws {DraftNotFound} {@link DraftNotPlanned}
 */
export async function readDraftChanges(ctx: Context, draftId: string) {
  const draft = await findKnown(ctx, draftId)
  if (!draft.score) throw new DraftNotPlanned({ draftId })
  return { draftId, people: await changesBy(ctx, draft, await listDraftSeats(ctx.db, draftId)) }
}

async function changesBy(ctx: Context, { rotationId, fromOn, toOn }: DraftRow, seats: readonly SeatRow[]) {
  const now = ctx.now()
  const planned = seats.filter(({ startsAt }) => startsAt > now)
  const held = await listOwnSeats(ctx.db, { rotationId, fromOn, toOn, after: now })
  const changes = planChanges({ planned, held })
  const names = await listNames(
    ctx.db,
    changes.map(({ employeeId }) => employeeId)
  )
  const span = ({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }) => ({ startsAt, endsAt })
  return changes.map(({ employeeId, given, taken, kept }) => ({
    employeeId,
    name: names.get(employeeId) ?? '',
    given: given.map(span),
    taken: taken.map(span),
    kept: kept.length
  }))
}

function summaryOf(now: Date, draft: DraftRow) {
  const { createdById, createdByName, leadTimeDays: _, heardAt: __, factsDigest: ___, ...shown } = draft
  const { score, bound, progress, ...rest } = shown
  return {
    ...rest,
    score,
    bound,
    gap: score && bound !== null ? gapOf(score.total, bound) : null,
    progress: score ? null : progress,
    createdBy: createdById === null ? null : { id: createdById, name: createdByName ?? '' },
    state: stateOf(now, draft)
  }
}

const gapOf = (score: number, bound: number) => (score > 0 ? (score - bound) / score : 0)

function warningsOf({ createdAt, timeZone, leadTimeDays }: DraftRow, firstOn: string) {
  const days = daysBetween(localDateOf(createdAt, timeZone), firstOn)
  if (days >= leadTimeDays) return []
  const sentence = `The first shift is ${days} days away; people are promised ${leadTimeDays}.`
  return [{ code: 'SHORT_LEAD_TIME', sentence }]
}
