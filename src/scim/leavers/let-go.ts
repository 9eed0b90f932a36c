import { subMinutes } from 'date-fns'
import type { Tx } from '../../../db/client.ts'
import type { AnyContext } from '../../context.ts'
import { deactivatePeople } from '../../directory/deactivate-people.ts'
import { suspendPeople } from '../../directory/suspend-people.ts'
import { queueNotices } from '../../notices/queue-notices.ts'
import { insertLeaver, listAdmins, lockBrake, readBrakeFacts } from '../queries/leavers.ts'
import { BRAKE_MINUTES, isHeld } from './brake.ts'

/**
 * Somebody has left, as the identity provider says. Their access ends with this transaction in any case. Everything else
 * of a leaver follows at once too, unless too many leave together: then their seats stay theirs until an administrator
 * confirms, and all administrators are told.
 *
 * @throws {LastAdmin} when no administrator could get in any more.
 */
export async function letGo(tx: Tx, ctx: AnyContext, employeeId: string): Promise<void> {
  const now = ctx.now()
  await lockBrake(tx)
  const facts = await readBrakeFacts(tx, subMinutes(now, BRAKE_MINUTES), employeeId)
  if (!isHeld(facts)) {
    await deactivatePeople(tx, ctx, [employeeId])
    await insertLeaver(tx, { employeeId, at: now })
    return
  }
  await suspendPeople(tx, ctx, [employeeId])
  await insertLeaver(tx, { employeeId, at: now, heldAt: now })
  if (facts.held === 0) await raiseAlarm(tx, now, facts)
}

/** Once for each time the brake goes on; who is held since then stands on the page. */
async function raiseAlarm(
  tx: Tx,
  now: Date,
  { leftBefore, companySize }: { leftBefore: number; companySize: number }
) {
  const admins = await listAdmins(tx)
  const facts = { leavers: leftBefore + 1, companySize, minutes: BRAKE_MINUTES }
  await queueNotices(
    tx,
    admins.map((employeeId) => ({ employeeId, kind: 'leavers-held', facts })),
    now
  )
}
