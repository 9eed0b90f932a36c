import type { Tx } from '../../db/client.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { pageOf, readInstantCursor } from '../lib/paging.ts'
import type { AbsenceKind } from '../words.ts'
import { AbsenceFromCalendar, AbsenceNotFound, AbsenceOverlaps } from './errors.ts'
import { listFlagged } from './list-flagged.ts'
import { lockActor } from './lock-actor.ts'
import { deleteAbsence, findOwn, insertAbsence, listNoted, listOwn } from './queries/absences.ts'
import { readSpan, type WantedSpan } from './read-span.ts'
import { tellingOfFlags } from './telling-of-flags.ts'

/** The actor's own absences with their kind, latest start first. */
export async function readMyAbsences(
  ctx: Context,
  { cursor, limit = 50 }: { cursor?: string; limit?: number }
) {
  const rows = await listOwn(ctx.db, ctx.actor.employeeId, {
    after: readInstantCursor(cursor),
    limit: limit + 1
  })
  return pageOf(rows, limit, ({ startsAt, id }) => ({ key: startsAt.toISOString(), id }))
}

/**
 * Notes that the actor is away, by instants or by local days and halves of them. The kind stays with the person: not
 * even the audit log has it. Published shifts in the way are told to the actor and the leads.
 *
 * @returns the absence, and the actor's shifts that it falls on
 * @throws {AbsenceNotValid} {@link AbsenceOverlaps}
 */
export async function noteAbsence(ctx: Context, { kind, ...wanted }: WantedSpan & { kind: AbsenceKind }) {
  const { employeeId } = ctx.actor
  return ctx.db.transaction(async (tx) => {
    const person = await lockActor(tx, ctx)
    const span = readSpan(wanted, person)
    await refuseOverlap(tx, employeeId, span)
    const absence = await tellingOfFlags(tx, ctx, [employeeId], () =>
      insertAbsence(tx, { ...span, kind, employeeId, createdAt: ctx.now() })
    )
    await recordAudit(tx, ctx, {
      action: 'absence.noted',
      objectType: 'absence',
      objectId: absence.id,
      after: { employeeId, ...span }
    })
    const flagged = await listFlagged(tx, { employeeIds: [employeeId], after: ctx.now() })
    const met = flagged.filter(({ startsAt, endsAt }) => startsAt < span.endsAt && span.startsAt < endsAt)
    return { ...absence, shiftsInTheWay: met }
  })
}

async function refuseOverlap(tx: Tx, employeeId: string, span: { startsAt: Date; endsAt: Date }) {
  const [other] = await listNoted(tx, { employeeIds: [employeeId], from: span.startsAt, to: span.endsAt })
  if (!other) return
  throw new AbsenceOverlaps({ absenceId: other.id, startsAt: other.startsAt, endsAt: other.endsAt })
}

/**
 * Deletes an absence of the actor; shifts that it put in question are clear again, which the leads hear.
 *
 * @throws {AbsenceNotFound} also for somebody else's, whose existence is private.
 * @throws {AbsenceFromCalendar}
 */
export async function deleteMyAbsence(ctx: Context, absenceId: string): Promise<void> {
  const { employeeId } = ctx.actor
  await ctx.db.transaction(async (tx) => {
    await lockActor(tx, ctx)
    const absence = await findOwn(tx, absenceId, employeeId)
    if (!absence) throw new AbsenceNotFound({ absenceId })
    if (absence.source === 'feed') throw new AbsenceFromCalendar({ absenceId })
    await tellingOfFlags(tx, ctx, [employeeId], () => deleteAbsence(tx, absenceId))
    await recordAudit(tx, ctx, {
      action: 'absence.deleted',
      objectType: 'absence',
      objectId: absenceId,
      before: { employeeId, startsAt: absence.startsAt, endsAt: absence.endsAt }
    })
  })
}
