import { addHours } from 'date-fns'
import type { Tx } from '../../db/client.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { maskPersonalData, type PersonalData } from '../engine/insight/mask-personal-data.ts'
import { queueNotices } from '../notices/queue-notices.ts'
import { HandoverNotNow, HandoverNotYours, ShiftNotFound } from './errors.ts'
import {
  deleteHandover,
  findHandover,
  findNextShiftId,
  lockAuthor,
  putHandover
} from './queries/handovers.ts'
import { findSeatOf, listPeopleOn, listShiftsByIds } from './queries.ts'
import { readHandovers } from './read-handovers.ts'

/** Hours after its end in which a shift's people still write to those who come next. Our own. */
const OPEN_HOURS = 24

/**
 * Somebody on a shift leaves a note for those who come next, or changes theirs, from its start until a day after its end.
 * What looks like personal data is masked, as in learnings. The people of the next shift are told of a new note.
 *
 * @throws {ShiftNotFound} {@link HandoverNotYours} {@link HandoverNotNow}
 */
export async function leaveHandover(ctx: Context, shiftId: string, note: string) {
  const { text, masked } = maskPersonalData(note.trim())
  await ctx.db.transaction(async (tx) => {
    await lockSeatToHandOver(tx, ctx, shiftId)
    const { employeeId } = ctx.actor
    const before = await findHandover(tx, shiftId, employeeId)
    if (before?.note === text) return
    await putHandover(tx, { shiftId, employeeId, note: text, writtenAt: ctx.now() })
    await recordAudit(tx, ctx, {
      ...{ action: 'shift.handover-left', objectType: 'shift', objectId: shiftId },
      ...(before && { before: { note: before.note } }),
      after: { note: text }
    })
    if (!before) await tellNext(tx, ctx, shiftId)
  })
  return { ...(await readHandovers(ctx, shiftId)), masked: masked satisfies PersonalData[] }
}

/**
 * Takes the own note back; where there is none, nothing happens.
 *
 * @throws {ShiftNotFound} {@link HandoverNotYours} {@link HandoverNotNow}
 */
export async function takeHandoverBack(ctx: Context, shiftId: string): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    await lockSeatToHandOver(tx, ctx, shiftId)
    const before = await findHandover(tx, shiftId, ctx.actor.employeeId)
    if (!before) return
    await deleteHandover(tx, shiftId, ctx.actor.employeeId)
    await recordAudit(tx, ctx, {
      ...{ action: 'shift.handover-taken-back', objectType: 'shift', objectId: shiftId },
      before: { note: before.note }
    })
  })
}

/** Whether the time for a note has come and is not over. */
export function isHandoverOpen({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }, now: Date): boolean {
  return startsAt <= now && now < addHours(endsAt, OPEN_HOURS)
}

async function lockSeatToHandOver(tx: Tx, ctx: Context, shiftId: string): Promise<void> {
  await lockAuthor(tx, ctx.actor.employeeId)
  const seat = await findSeatOf(tx, shiftId, ctx.actor.employeeId)
  if (!seat) throw new ShiftNotFound({ shiftId })
  if (seat.assignmentId === null) throw new HandoverNotYours({ shiftId })
  const { startsAt, endsAt } = seat
  if (!isHandoverOpen(seat, ctx.now()))
    throw new HandoverNotNow({ opensAt: startsAt, closesAt: addHours(endsAt, OPEN_HOURS) })
}

async function tellNext(tx: Tx, ctx: Context, shiftId: string): Promise<void> {
  const nextId = await findNextShiftId(tx, shiftId)
  const [next] = nextId === null ? [] : await listShiftsByIds(tx, [nextId])
  if (!next || next.endsAt <= ctx.now()) return
  const { employeeId: id, name } = ctx.actor
  const { rotationId, rotationName, startsAt, endsAt } = next
  const facts = { shiftId: next.id, rotationId, rotationName, startsAt, endsAt, by: { id, name } }
  const people = (await listPeopleOn(tx, [next.id])).filter(({ employeeId }) => employeeId !== id)
  await queueNotices(
    tx,
    people.map(({ employeeId }) => ({ employeeId, kind: 'handover-left', facts })),
    ctx.now()
  )
}
