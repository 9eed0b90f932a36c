import { addDays, addMinutes } from 'date-fns'
import type { Tx } from '../../db/client.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { CORRECTION_DAYS } from '../engine/ledger/may-correct-hours.ts'
import { answerUntil, noShowState } from '../engine/ledger/no-show-state.ts'
import { queueNotices } from '../notices/queue-notices.ts'
import {
  HoursConfirmedBefore,
  HoursNotYours,
  NoShowNotOpen,
  NoShowNotRaised,
  NoShowOfOneself,
  NoShowRaisedBefore,
  SeatWasAttended
} from './errors.ts'
import { lockSeat } from './lock-seat.ts'
import { noShowFacts } from './no-show-facts.ts'
import {
  findAttendance,
  findNoShow,
  type NoShowRow,
  updateNoShow,
  upsertNoShow
} from './queries/attendance.ts'
import { listConfirmed, type Seat } from './queries/ledger.ts'
import { isSelf } from './standing.ts'

/** Minutes after the start before somebody is missed. Our own: a train is late more often than a colleague is lost. */
const MISSED_AFTER_MINUTES = 15

/** A no-show as those concerned see it. */
export function noShowView(row: NoShowRow) {
  const { raisedAt, raisedBy, answeredAt, answer, withdrawnAt, recordedAt } = row
  const state = noShowState(row)
  return {
    state,
    raisedAt,
    raisedBy,
    answerUntil: answerUntil(raisedAt),
    answeredAt,
    answer,
    withdrawnAt,
    recordedAt
  }
}

/**
 * A lead of the person's team or HR misses somebody on a shift. Nothing is recorded yet: the person alone is told, and has
 * 48 hours to answer. From a quarter of an hour after the start until 14 days after the end.
 *
 * @throws {AssignmentNotFound} {@link NoShowOfOneself} {@link NoShowNotOpen} {@link SeatWasAttended}
 *   {@link HoursConfirmedBefore} {@link NoShowRaisedBefore}
 */
export async function raiseNoShow(ctx: Context, assignmentId: string) {
  const { actor } = ctx
  return ctx.db.transaction(async (tx) => {
    const seat = await lockSeat(tx, ctx, assignmentId)
    if (isSelf(actor, seat)) throw new NoShowOfOneself()
    await refusePresent(tx, ctx, seat)
    const before = await findNoShow(tx, seat.assignmentId)
    if (before && noShowState(before) !== 'withdrawn') throw new NoShowRaisedBefore()
    const { assignmentId: id } = seat
    await upsertNoShow(tx, { assignmentId: id, raisedAt: ctx.now(), raisedBy: actor.employeeId })
    const row = (await findNoShow(tx, id))!
    await tell(tx, ctx, row, { employeeId: row.employeeId, kind: 'no-show-raised' })
    await audit(tx, ctx, row, 'no-show.raised')
    return noShowView(row)
  })
}

async function refusePresent(tx: Tx, ctx: Context, seat: Seat): Promise<void> {
  const opensAt = addMinutes(seat.startsAt, MISSED_AFTER_MINUTES)
  const closesAt = addDays(seat.endsAt, CORRECTION_DAYS)
  if (ctx.now() < opensAt || ctx.now() >= closesAt) throw new NoShowNotOpen({ opensAt, closesAt })
  if (await findAttendance(tx, seat.assignmentId)) throw new SeatWasAttended()
  const confirmed = await listConfirmed(tx, [seat.assignmentId])
  if (confirmed.length > 0) throw new HoursConfirmedBefore({ assignmentIds: confirmed })
}

/**
 * The person says what happened; the no-show is not recorded then, and whoever raised it is told.
 *
 * @throws {AssignmentNotFound} {@link HoursNotYours} {@link NoShowNotRaised}
 */
export async function answerNoShow(ctx: Context, assignmentId: string, answer: string) {
  return ctx.db.transaction(async (tx) => {
    const { seat, row } = await lockRaised(tx, ctx, assignmentId)
    if (!isSelf(ctx.actor, seat)) throw new HoursNotYours()
    await updateNoShow(tx, row.id, { answeredAt: ctx.now(), answer })
    await tell(tx, ctx, row, { employeeId: row.raisedBy.id, kind: 'no-show-answered' }, { answer })
    await audit(tx, ctx, row, 'no-show.answered')
    return noShowView((await findNoShow(tx, row.assignmentId))!)
  })
}

/**
 * A lead of the team or HR takes it back; the person is told.
 *
 * @throws {AssignmentNotFound} {@link NoShowOfOneself} {@link NoShowNotRaised}
 */
export async function withdrawNoShow(ctx: Context, assignmentId: string) {
  return ctx.db.transaction(async (tx) => {
    const { seat, row } = await lockRaised(tx, ctx, assignmentId)
    if (isSelf(ctx.actor, seat)) throw new NoShowOfOneself()
    await updateNoShow(tx, row.id, { withdrawnAt: ctx.now() })
    await tell(tx, ctx, row, { employeeId: row.employeeId, kind: 'no-show-withdrawn' })
    await audit(tx, ctx, row, 'no-show.withdrawn')
    return noShowView((await findNoShow(tx, row.assignmentId))!)
  })
}

/** The 48 hours are the person's whether or not the job has come by. */
async function lockRaised(tx: Tx, ctx: Context, assignmentId: string) {
  const seat = await lockSeat(tx, ctx, assignmentId)
  const row = await findNoShow(tx, seat.assignmentId)
  const isOpen = row && noShowState(row) === 'raised' && ctx.now() < answerUntil(row.raisedAt)
  if (!row || !isOpen) throw new NoShowNotRaised()
  return { seat, row }
}

async function tell(
  tx: Tx,
  { actor, now }: Context,
  row: NoShowRow,
  to: { employeeId: string; kind: string },
  more: Record<string, unknown> = {}
): Promise<void> {
  if (to.employeeId === actor.employeeId) return
  const facts = { ...noShowFacts(row), answerUntil: answerUntil(row.raisedAt), ...more }
  await queueNotices(tx, [{ ...to, facts }], now())
}

async function audit(tx: Tx, ctx: Context, row: NoShowRow, action: string): Promise<void> {
  const what = { action, objectType: 'assignment', objectId: row.assignmentId }
  await recordAudit(tx, ctx, { ...what, after: { employeeId: row.employeeId } })
}
