import type { Tx } from '../../db/client.ts'
import { listUnavailableHours } from '../absences/list-unavailable-hours.ts'
import type { Context } from '../context.ts'
import { localDateOf } from '../engine/time/local-date-of.ts'
import { findWorker, listOwn } from './queries.ts'
import { refuseTooMuch, type ShareView, shareView, tellOfShare } from './share.ts'

/**
 * Makes a change of the actor's unavailable hours and holds what it takes out of their time to the documented share,
 * as a change of wishes is; call it with the actor locked.
 *
 * @throws {WishesTakeTooMuch}
 */
export async function keepShareOfTime(tx: Tx, ctx: Context, change: () => Promise<void>): Promise<void> {
  const before = await shareNow(tx, ctx)
  await change()
  const after = await shareNow(tx, ctx)
  refuseTooMuch(before, after)
  await tellOfShare(tx, ctx, { before, after })
}

async function shareNow(tx: Tx, { actor, now }: Context): Promise<ShareView> {
  const me = actor.employeeId
  const worker = await findWorker(tx, me)
  const unavailable = await listUnavailableHours(tx, { employeeIds: [me] })
  return shareView({ ...worker, unavailable }, await listOwn(tx, me), localDateOf(now(), worker.zone))
}
