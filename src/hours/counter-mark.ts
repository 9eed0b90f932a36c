import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { queueNotices } from '../notices/queue-notices.ts'
import { HoursNotConfirmed, HoursNotYours, HoursReasonNeeded, MarkOfOneself } from './errors.ts'
import { lockSeat } from './lock-seat.ts'
import { plannedMinutes } from './planned-minutes.ts'
import { insertCounterMark, listCounterMarks } from './queries/attendance.ts'
import { listConfirmed } from './queries/ledger.ts'
import { isLeadOf, isSelf } from './standing.ts'

export interface WantedMark {
  agrees: boolean
  /** What it was in the lead's eyes. */
  minutes?: number
  comment?: string
}

/**
 * A lead of the person's team says beside the ledger whether they agree with the hours of a seat; the person is told and
 * sees it. It changes no hours: for that they are corrected. The latest mark stands, the earlier ones stay.
 *
 * @throws {AssignmentNotFound} {@link MarkOfOneself} {@link HoursNotYours} {@link HoursNotConfirmed}
 *   {@link HoursReasonNeeded} when a lead who does not agree does not say why
 */
export async function counterMark(ctx: Context, assignmentId: string, wanted: WantedMark) {
  const { actor } = ctx
  return ctx.db.transaction(async (tx) => {
    const seat = await lockSeat(tx, ctx, assignmentId)
    if (isSelf(actor, seat)) throw new MarkOfOneself()
    if (!isLeadOf(actor, seat)) throw new HoursNotYours()
    const [confirmed] = await listConfirmed(tx, [seat.assignmentId])
    if (!confirmed) throw new HoursNotConfirmed()
    if (!wanted.agrees && wanted.comment === undefined) {
      throw new HoursReasonNeeded({ plannedMinutes: plannedMinutes(seat) })
    }
    const { agrees, minutes = null, comment = null } = wanted
    const mark = { agrees, minutes: agrees ? null : minutes, comment }
    const row = { ...mark, assignmentId: seat.assignmentId, markedAt: ctx.now(), markedBy: actor.employeeId }
    const id = await insertCounterMark(tx, row)
    const { shiftId, onDay, employeeId } = seat
    const by = { id: actor.employeeId, name: actor.name }
    const facts = { assignmentId: seat.assignmentId, shiftId, onDay, ...mark, by }
    await queueNotices(tx, [{ employeeId, kind: 'hours-counter-marked', facts }], ctx.now())
    await recordAudit(tx, ctx, {
      ...{ action: 'hours.counter-marked', objectType: 'assignment', objectId: seat.assignmentId },
      after: { employeeId, ...mark }
    })
    const marks = await listCounterMarks(tx, seat.assignmentId)
    return marks.find((each) => each.id === id)!
  })
}
