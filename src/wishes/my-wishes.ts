import type { Tx } from '../../db/client.ts'
import { listUnavailableHours } from '../absences/list-unavailable-hours.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { localDateOf } from '../engine/time/local-date-of.ts'
import { checkWishes, type WantedWish } from './check-wishes.ts'
import { findWorker, listOwn, lockWorker, replaceWishes } from './queries.ts'
import { refuseTooMuch, type ShareView, shareView, tellOfShare } from './share.ts'

/** The actor's own wishes with their reasons; dates that have passed are forgotten. Three queries. */
export async function readMyWishes(ctx: Context) {
  const me = ctx.actor.employeeId
  const worker = await findWorker(ctx.db, me)
  const today = localDateOf(ctx.now(), worker.zone)
  const items = (await listOwn(ctx.db, me)).filter(({ onDay }) => onDay === null || onDay >= today)
  const unavailable = await listUnavailableHours(ctx.db, { employeeIds: [me] })
  return { items, ...shareView({ ...worker, unavailable }, items, today) }
}

/**
 * Replaces the actor's wishes by these. Wishes guide the plans to come: what is published stays promised. Where they
 * and the unavailable hours newly take out more than the documented share, the leads are told the share, no reasons.
 *
 * @throws {WishesNotValid} {@link WishesTakeTooMuch}
 */
export async function replaceMyWishes(ctx: Context, wanted: readonly WantedWish[]) {
  checkWishes(wanted)
  return ctx.db.transaction((tx) => replace(tx, ctx, wanted))
}

async function replace(tx: Tx, ctx: Context, wanted: readonly WantedWish[]) {
  const me = ctx.actor.employeeId
  const worker = await lockWorker(tx, me)
  const today = localDateOf(ctx.now(), worker.zone)
  const unavailable = await listUnavailableHours(tx, { employeeIds: [me] })
  const before = shareView({ ...worker, unavailable }, await listOwn(tx, me), today)
  const rows = wanted
    .map(({ weekday = null, onDay = null, reason = null, ...rest }) => ({ ...rest, weekday, onDay, reason }))
    .filter(({ onDay }) => onDay === null || onDay >= today)
  const after = shareView({ ...worker, unavailable }, rows, today)
  refuseTooMuch(before, after)
  await replaceWishes(
    tx,
    me,
    rows.map((row) => ({ ...row, createdAt: ctx.now() }))
  )
  await tellOfShare(tx, ctx, { before, after })
  await audit(tx, ctx, rows.length, after)
  return { items: await listOwn(tx, me), ...after }
}

/** How many there are, not what they say: wishes are between the person and the planner. */
async function audit(tx: Tx, ctx: Context, count: number, { cannotShare }: ShareView): Promise<void> {
  const { employeeId } = ctx.actor
  const what = { action: 'wishes.replaced', objectType: 'employee', objectId: employeeId }
  await recordAudit(tx, ctx, { ...what, after: { count, cannotShare } })
}
