import { constraintOf, type Tx } from '../../db/client.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { minutesBetween } from '../engine/time/minutes-between.ts'
import { bookEntries } from './book-entries.ts'
import { checkMayEnter } from './check-may-enter.ts'
import { AssignmentNotFound, HoursConfirmedBefore, HoursReasonNeeded } from './errors.ts'
import { listConfirmed, listSeats, lockPeople, type Seat } from './queries/ledger.ts'
import { type Entry, readEntries } from './read-entries.ts'
import { maySeeHours } from './standing.ts'
import { tellOfHours } from './tell-of-hours.ts'

/** Minutes left out: as planned. */
export interface HoursWorked {
  minutes?: number
  reason?: string
}

/** The real minutes between a shift's instants, so one over a clock change counts what was sat through. */
export const plannedMinutes = ({ startsAt, endsAt }: Pick<Seat, 'startsAt' | 'endsAt'>): number =>
  Math.round(minutesBetween(startsAt, endsAt))

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
    const row = entryOf(ctx, seat, worked)
    const [entryId] = await insertConfirmations(tx, ctx, [row])
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

    const entryIds = await insertConfirmations(
      tx,
      ctx,
      seats.map((seat) => entryOf(ctx, seat, {}))
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

/** Finds the seat, locks its person and the actor, and reads it again: it may have changed hands meanwhile. */
async function lockSeat(tx: Tx, { actor }: Context, assignmentId: string): Promise<Seat> {
  const [found] = await listSeats(tx, [assignmentId])
  if (!found || !maySeeHours(actor, found)) throw new AssignmentNotFound({ assignmentIds: [assignmentId] })
  await lockPeople(tx, [found.employeeId, actor.employeeId])
  const [seat] = await listSeats(tx, [assignmentId])
  if (!seat) throw new AssignmentNotFound({ assignmentIds: [assignmentId] })
  return seat
}

function entryOf(ctx: Context, seat: Seat, { minutes, reason }: HoursWorked) {
  const planned = plannedMinutes(seat)
  const isAsPlanned = minutes === undefined || minutes === planned
  if (!isAsPlanned && reason === undefined) throw new HoursReasonNeeded({ plannedMinutes: planned })
  return {
    employeeId: seat.employeeId,
    kind: 'worked' as const,
    minutes: minutes ?? planned,
    onDay: seat.onDay,
    assignmentId: seat.assignmentId,
    reason: reason ?? null,
    enteredAt: ctx.now(),
    enteredBy: ctx.actor.employeeId,
    ...(isAsPlanned && { workedFrom: seat.startsAt, workedTo: seat.endsAt })
  }
}

type Confirmation = ReturnType<typeof entryOf>

/** Nobody else can confirm while the people are locked; the unique index holds even where a writer forgets to lock. */
async function insertConfirmations(tx: Tx, ctx: Context, rows: Confirmation[]): Promise<string[]> {
  const assignmentIds = rows.map((row) => row.assignmentId)
  const confirmed = await listConfirmed(tx, assignmentIds)
  if (confirmed.length > 0) throw new HoursConfirmedBefore({ assignmentIds: confirmed })
  return bookEntries(tx, ctx, rows).catch((error: unknown) => {
    if (constraintOf(error) !== 'ledger_entries_confirm_once') throw error
    throw new HoursConfirmedBefore({ assignmentIds })
  })
}
