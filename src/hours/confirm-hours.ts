import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { bookWorked, type Worked } from './book-worked.ts'
import { checkMayEnter } from './check-may-enter.ts'
import { AssignmentNotFound, HoursReasonNeeded } from './errors.ts'
import { lockSeat } from './lock-seat.ts'
import { plannedMinutes } from './planned-minutes.ts'
import { listSeats, lockPeople, type Seat } from './queries/ledger.ts'
import { type Entry, readEntries } from './read-entries.ts'
import { tellOfHours } from './tell-of-hours.ts'

/** Minutes left out: as planned. */
export interface HoursWorked {
  minutes?: number
  reason?: string
}

/**
 * The hours of one seat go into the ledger, as planned or with other minutes and the reason for them. The employee
 * does so in the 14 days after the shift, a lead of their team at any time after it; whoever's hours somebody else
 * enters is told.
 *
 * @throws {AssignmentNotFound} {@link HoursNotYours} {@link ShiftNotOver} {@link HoursWindowClosed}
 *   {@link HoursReasonNeeded} {@link HoursConfirmedBefore}
 */
export async function confirmHours(ctx: Context, assignmentId: string, worked: HoursWorked): Promise<Entry> {
  return ctx.db.transaction(async (tx) => {
    const seat = await lockSeat(tx, ctx, assignmentId)
    checkMayEnter(ctx, seat)
    const row = workedOf(seat, worked)
    const [entryId] = await bookWorked(tx, ctx, [row])
    const { shiftId, onDay } = seat
    await tellOfHours(tx, ctx, seat.employeeId, 'hours-entered', {
      shiftId,
      onDay,
      ...worked,
      minutes: row.minutes
    })
    await recordAudit(tx, ctx, {
      action: 'hours.confirmed',
      objectType: 'ledger-entry',
      objectId: entryId!,
      after: { employeeId: seat.employeeId, assignmentId, minutes: row.minutes, reason: row.reason }
    })
    const [entry] = await readEntries(tx, [entryId!])
    return entry!
  })
}

/**
 * The actor confirms several of their own shifts as planned: all of them or, when one cannot be, none.
 *
 * @throws the same as `confirmHours`
 */
export async function confirmManyHours(ctx: Context, wanted: string[]): Promise<Entry[]> {
  const assignmentIds = [...new Set(wanted.map((id) => id.toLowerCase()))]
  return ctx.db.transaction(async (tx) => {
    const { employeeId } = ctx.actor
    await lockPeople(tx, [employeeId])
    const seats = await listSeats(tx, assignmentIds)
    const mine = new Set(
      seats.filter((seat) => seat.employeeId === employeeId).map((seat) => seat.assignmentId)
    )
    const foreign = assignmentIds.filter((id) => !mine.has(id))
    if (foreign.length > 0) throw new AssignmentNotFound({ assignmentIds: foreign })
    for (const seat of seats) checkMayEnter(ctx, seat)

    const entryIds = await bookWorked(
      tx,
      ctx,
      seats.map((seat) => workedOf(seat, {}))
    )
    await recordAudit(tx, ctx, {
      action: 'hours.confirmed',
      objectType: 'employee',
      objectId: employeeId,
      after: { assignmentIds, entryIds }
    })
    return readEntries(tx, entryIds)
  })
}

function workedOf(seat: Seat, { minutes, reason }: HoursWorked): Worked {
  const planned = plannedMinutes(seat)
  const isAsPlanned = minutes === undefined || minutes === planned
  if (!isAsPlanned && reason === undefined) throw new HoursReasonNeeded({ plannedMinutes: planned })
  const span = isAsPlanned ? { workedFrom: seat.startsAt, workedTo: seat.endsAt } : {}
  return { seat, minutes: minutes ?? planned, reason: reason ?? null, ...span }
}
