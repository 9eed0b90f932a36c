import type { Tx } from '../../db/client.ts'
import type { AnyContext } from '../context.ts'
import type { PersonChanges } from '../engine/facts/plan-changes.ts'
import { closeProposalsOf } from '../swaps/close-proposals-of.ts'
import type { DraftSeat, listDraftShifts } from './queries/drafts.ts'
import type { SeatRow } from './queries/facts.ts'
import {
  closeDroppedShifts,
  insertChanges,
  insertPublication,
  insertSeats,
  releaseSeats,
  upsertShifts
} from './queries/publish.ts'
import type { Rotation } from './rotation-fields.ts'

export type Changes = PersonChanges<DraftSeat, SeatRow>[]

interface Publication {
  rotation: Rotation
  draft: { id: string; fromOn: string; toOn: string }
  draftedShifts: Awaited<ReturnType<typeof listDraftShifts>>
  changes: Changes
}

/**
 * Writes what a publication changes, and the record of it. Seats are released before shifts are moved and before new
 * ones are given, so that an exchange of two people never looks like one person in two places.
 */
export async function writePublication(tx: Tx, ctx: AnyContext, publication: Publication): Promise<string> {
  const { rotation, draft, draftedShifts, changes } = publication
  const now = ctx.now()
  const taken = changes.flatMap(({ taken }) => taken.map(({ assignmentId }) => assignmentId))
  await releaseSeats(tx, taken, now)
  const shiftIds = await upsertShifts(
    tx,
    draftedShifts.map(({ id: _, draftId: __, ...shift }) => ({ ...shift, rotationId: rotation.id }))
  )
  const given = await insertSeats(tx, seatRows(changes, shiftIds, now))
  const { fromOn, toOn } = draft
  const keep = [...shiftIds.values()]
  await closeDroppedShifts(tx, { rotationId: rotation.id, fromOn, toOn, after: now }, keep)

  const by = { publishedAt: now, publishedBy: ctx.actor?.employeeId ?? null }
  const row = { rotationId: rotation.id, draftId: draft.id, fromOn, toOn, ...by }
  await closeProposals(tx, ctx, publication)
  const publicationId = await insertPublication(tx, row)
  await insertChanges(tx, publicationId, 'given', given)
  await insertChanges(tx, publicationId, 'taken', taken)
  return publicationId
}

/** What people were proposing about seats that are taken from them, or whose shift is another one by now. */
async function closeProposals(
  tx: Tx,
  ctx: AnyContext,
  { draftedShifts, changes }: Publication
): Promise<void> {
  const endOf = new Map(draftedShifts.map(({ startsAt, endsAt }) => [startsAt.getTime(), endsAt.getTime()]))
  const idsOf = (seats: SeatRow[]) => seats.map(({ assignmentId }) => assignmentId)
  const taken = changes.flatMap((change) => change.taken)
  const isDropped = ({ shiftStartsAt }: SeatRow) => !endOf.has(shiftStartsAt.getTime())
  const moved = changes.flatMap(({ kept }) =>
    kept.filter(({ startsAt, endsAt }) => endOf.get(startsAt.getTime()) !== endsAt.getTime())
  )
  const given = taken.filter((seat) => !isDropped(seat))
  await closeProposalsOf(tx, ctx, { assignmentIds: idsOf(taken.filter(isDropped)), cause: 'cancelled' })
  await closeProposalsOf(tx, ctx, { assignmentIds: idsOf(given), cause: 'changed_hands' })
  await closeProposalsOf(tx, ctx, { assignmentIds: idsOf(moved), cause: 'moved' })
}

function seatRows(changes: Changes, shiftIds: Map<number, string>, createdAt: Date) {
  return changes.flatMap(({ given }) =>
    given.map(({ employeeId, startsAt, endsAt, reason }) => ({
      shiftId: shiftIds.get(startsAt.getTime())!,
      employeeId,
      startsAt,
      endsAt,
      reason,
      createdAt
    }))
  )
}
