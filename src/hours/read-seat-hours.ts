import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { hoursStatus } from '../engine/ledger/hours-status.ts'
import { AssignmentNotFound } from './errors.ts'
import { noShowView } from './no-shows.ts'
import { plannedMinutes } from './planned-minutes.ts'
import { findAttendance, findNoShow, listCounterMarks, listEntryIdsOfSeat } from './queries/attendance.ts'
import { listSeats } from './queries/ledger.ts'
import { readEntries } from './read-entries.ts'
import { isSelf, maySeeHours } from './standing.ts'

/**
 * All that is known of the hours of one seat, the same for the person, their leads and HR: when they came and went, what is
 * in the ledger, what a lead says of it, and a no-show. When somebody else looks, that is written down.
 *
 * @throws {AssignmentNotFound} also where the hours are not the actor's to see
 */
export async function readSeatHours(ctx: Context, assignmentId: string) {
  const [seat] = await listSeats(ctx.db, [assignmentId])
  if (!seat || !maySeeHours(ctx.actor, seat)) throw new AssignmentNotFound({ assignmentIds: [assignmentId] })
  const { employeeId, shiftId, onDay, startsAt, endsAt } = seat
  if (!isSelf(ctx.actor, seat)) {
    await ctx.db.transaction((tx) =>
      recordAudit(tx, ctx, { action: 'hours.viewed', objectType: 'employee', objectId: employeeId })
    )
  }
  const entries = await readEntries(ctx.db, await listEntryIdsOfSeat(ctx.db, seat.assignmentId))
  const worked = entries.find(({ kind }) => kind === 'worked')
  const attendance = await findAttendance(ctx.db, seat.assignmentId)
  const noShow = await findNoShow(ctx.db, seat.assignmentId)
  return {
    ...{ assignmentId: seat.assignmentId, employeeId, shiftId, onDay, startsAt, endsAt },
    plannedMinutes: plannedMinutes(seat),
    status: hoursStatus({ startsAt, endsAt, entry: worked, now: ctx.now() }),
    checkedInAt: attendance?.checkedInAt ?? null,
    checkedOutAt: attendance?.checkedOutAt ?? null,
    entries,
    counterMarks: await listCounterMarks(ctx.db, seat.assignmentId),
    noShow: noShow && noShowView(noShow)
  }
}
