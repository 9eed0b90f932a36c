import type { Tx } from '../../db/client.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { attendedSpan, mayCheckIn, mayCheckOut } from '../engine/ledger/attended-minutes.ts'
import { bookWorked } from './book-worked.ts'
import {
  CheckedInBefore,
  CheckInNotOpen,
  CheckOutTooLate,
  HoursConfirmedBefore,
  HoursNotYours,
  NotCheckedIn
} from './errors.ts'
import { lockSeat } from './lock-seat.ts'
import { findAttendance, insertCheckIn, markCheckedOut } from './queries/attendance.ts'
import { listConfirmed, type Seat } from './queries/ledger.ts'
import { type Entry, readEntries } from './read-entries.ts'
import { isSelf } from './standing.ts'

/**
 * The person on a seat says that they are there (now), from half an hour before the start until the end.
 *
 * @throws {AssignmentNotFound} {@link HoursNotYours} {@link CheckInNotOpen} {@link CheckedInBefore}
 *   {@link HoursConfirmedBefore}
 */
export async function checkIn(ctx: Context, assignmentId: string) {
  return ctx.db.transaction(async (tx) => {
    const seat = await lockOwnSeat(tx, ctx, assignmentId)
    const now = ctx.now()
    const { startsAt, endsAt } = seat
    if (!mayCheckIn({ startsAt, endsAt, now })) throw new CheckInNotOpen({ startsAt, endsAt })
    if (await findAttendance(tx, seat.assignmentId)) throw new CheckedInBefore()
    await refuseConfirmed(tx, seat)
    const attendance = { assignmentId: seat.assignmentId, checkedInAt: now }
    await insertCheckIn(tx, attendance)
    await recordAudit(tx, ctx, {
      ...{ action: 'seat.checked-in', objectType: 'assignment', objectId: seat.assignmentId },
      after: { checkedInAt: now }
    })
    return attendance
  })
}

/**
 * The person on a seat says that they leave (now), an hour after the end at the latest. What they attended goes into the
 * ledger: from the start until they left, five minutes either way as on time.
 *
 * @throws {AssignmentNotFound} {@link HoursNotYours} {@link NotCheckedIn} {@link CheckOutTooLate}
 *   {@link HoursConfirmedBefore}
 */
export async function checkOut(ctx: Context, assignmentId: string): Promise<Entry> {
  return ctx.db.transaction(async (tx) => {
    const seat = await lockOwnSeat(tx, ctx, assignmentId)
    const checkedOutAt = ctx.now()
    const attendance = await findAttendance(tx, seat.assignmentId)
    if (!attendance) throw new NotCheckedIn()
    await refuseConfirmed(tx, seat)
    if (!mayCheckOut({ endsAt: seat.endsAt, now: checkedOutAt })) throw new CheckOutTooLate()
    await markCheckedOut(tx, seat.assignmentId, checkedOutAt)
    const attended = attendedSpan({ ...seat, checkedInAt: attendance.checkedInAt, checkedOutAt })
    const [entryId] = await bookWorked(tx, ctx, [{ seat, ...attended }])
    await recordAudit(tx, ctx, {
      ...{ action: 'seat.checked-out', objectType: 'assignment', objectId: seat.assignmentId },
      after: { checkedOutAt, minutes: attended.minutes, entryId }
    })
    const [entry] = await readEntries(tx, [entryId!])
    return entry!
  })
}

async function lockOwnSeat(tx: Tx, ctx: Context, assignmentId: string): Promise<Seat> {
  const seat = await lockSeat(tx, ctx, assignmentId)
  if (!isSelf(ctx.actor, seat)) throw new HoursNotYours()
  return seat
}

async function refuseConfirmed(tx: Tx, { assignmentId }: Seat): Promise<void> {
  const confirmed = await listConfirmed(tx, [assignmentId])
  if (confirmed.length > 0) throw new HoursConfirmedBefore({ assignmentIds: confirmed })
}
