import { constraintOf, type Tx } from '../../db/client.ts'
import { listAbsences } from '../absences/list-absences.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { AnyContext } from '../context.ts'
import { seatsToRestore } from '../engine/facts/seats-to-restore.ts'
import { queueNotices } from '../notices/queue-notices.ts'
import { closeProposalsOf } from '../swaps/close-proposals-of.ts'
import { PublicationConflict, PublicationNotFound, PublicationNotNewest } from './errors.ts'
import {
  type ChangeRow,
  findNewerBeside,
  findPublication,
  listChanges,
  listSeatsOf,
  lockPublication
} from './queries/publications.ts'
import {
  closeUnpublishedShifts,
  lockPeople,
  lockPublishing,
  markReverted,
  releaseSeats,
  restoreSeats
} from './queries/publish.ts'
import { lockRotation } from './queries/rotations.ts'

/**
 * Undoes a publication as far as it lies ahead: seats that it gave are released, seats that it took go back to their
 * people where that is still possible. A second time answers the same and changes nothing.
 *
 * @throws {PublicationNotFound} {@link PublicationNotNewest} {@link PublicationConflict}
 */
export async function revertPublication(ctx: AnyContext, publicationId: string): Promise<void> {
  try {
    await ctx.db.transaction((tx) => revert(tx, ctx, publicationId))
  } catch (error) {
    const constraint = constraintOf(error)
    if (!constraint?.startsWith('assignments_')) throw error
    throw new PublicationConflict({ constraint })
  }
}

async function revert(tx: Tx, ctx: AnyContext, publicationId: string): Promise<void> {
  await lockPublishing(tx)
  const publication = await lockPublication(tx, publicationId)
  if (!publication) throw new PublicationNotFound({ publicationId })
  if (publication.revertedAt) return
  const newer = await findNewerBeside(tx, publication)
  if (newer) throw new PublicationNotNewest({ newerPublicationId: newer })
  await lockRotation(tx, publication.rotationId)

  const now = ctx.now()
  const { released, restored, hindered } = await undo(tx, publicationId, now)
  const assignmentIds = released.map(({ assignmentId }) => assignmentId)
  await closeProposalsOf(tx, ctx, { assignmentIds, cause: 'reverted' })
  const reversion = {
    released: released.length,
    restored: restored.length,
    notRestored: hindered.map(({ seat, cause }) => ({
      employeeId: seat.employeeId,
      shiftId: seat.shiftId,
      startsAt: seat.startsAt.toISOString(),
      cause
    }))
  }
  await markReverted(tx, publicationId, {
    revertedAt: now,
    revertedBy: ctx.actor?.employeeId ?? null,
    reversion
  })
  await closeUnpublishedShifts(tx, { ...publication, after: now })
  await tell(tx, ctx, publicationId, { released, restored, notRestored: hindered.map(({ seat }) => seat) })
  const what = { objectType: 'publication', objectId: publicationId, after: reversion }
  await recordAudit(tx, ctx, { action: 'publication.reverted', ...what })
}

/** With everybody locked, so that what is read here still holds when it is written. */
async function undo(tx: Tx, publicationId: string, now: Date) {
  const employeeIds = [...new Set((await listChanges(tx, publicationId)).map(({ employeeId }) => employeeId))]
  await lockPeople(tx, employeeIds)
  const changes = await listChanges(tx, publicationId)
  const released = changes.filter(
    ({ effect, releasedAt, startsAt }) => effect === 'given' && !releasedAt && startsAt > now
  )
  await releaseSeats(
    tx,
    released.map(({ assignmentId }) => assignmentId),
    now
  )
  const taken = changes
    .filter(({ effect, releasedAt }) => effect === 'taken' && releasedAt)
    .map((change) => ({ ...change, isHere: change.deactivatedAt === null }))
  const latest = new Date(Math.max(now.getTime() + 1, ...taken.map(({ endsAt }) => endsAt.getTime())))
  const { restored, hindered } = seatsToRestore(taken, {
    now,
    held: await listSeatsOf(tx, employeeIds, now),
    absences: await listAbsences(tx, { employeeIds, from: now, to: latest })
  })
  await restoreSeats(
    tx,
    restored.map(({ assignmentId }) => assignmentId)
  )
  return { released, restored, hindered }
}

type Outcome = Record<'released' | 'restored' | 'notRestored', ChangeRow[]>

async function tell(tx: Tx, ctx: AnyContext, publicationId: string, outcome: Outcome): Promise<void> {
  const publication = await findPublication(tx, publicationId)
  const of = (changes: ChangeRow[], employeeId: string) =>
    changes
      .filter((change) => change.employeeId === employeeId)
      .map(({ startsAt, endsAt }) => ({ startsAt, endsAt }))
  const touched = [...outcome.released, ...outcome.restored].map(({ employeeId }) => employeeId)
  const notices = [...new Set(touched)].sort().map((employeeId) => ({
    employeeId,
    kind: 'publication-reverted',
    facts: {
      publicationId,
      rotationId: publication!.rotationId,
      rotationName: publication!.rotationName,
      fromOn: publication!.fromOn,
      toOn: publication!.toOn,
      released: of(outcome.released, employeeId),
      restored: of(outcome.restored, employeeId)
    }
  }))
  await queueNotices(tx, notices, ctx.now())
}
