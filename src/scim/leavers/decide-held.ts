import { differenceInSeconds } from 'date-fns'
import type { Tx } from '../../../db/client.ts'
import type { AnyContext, Context } from '../../context.ts'
import { deactivatePeople } from '../../directory/deactivate-people.ts'
import { lockToLeave, restorePeople } from '../../directory/suspend-people.ts'
import { NobodyHeld } from '../errors.ts'
import { decideHeld, listHeld, lockBrake, readHeldFigures } from '../queries/leavers.ts'

/** People whom the brake holds: without access, with their seats. */
export const readHeld = ({ db, now }: Context) => listHeld(db, now())

/** How many people the brake holds, and for how many seconds the first of them has waited for an administrator. */
export async function countHeld({
  db,
  now
}: AnyContext): Promise<{ people: number; waitingSeconds: number }> {
  const { people, since } = await readHeldFigures(db)
  return { people, waitingSeconds: since === null ? 0 : Math.max(0, differenceInSeconds(now(), since)) }
}

/**
 * An administrator confirms that these people have left: what holds for every leaver happens now.
 *
 * @throws {NobodyHeld} when none of them is held any more.
 * @throws {YourselfNotDeactivated} {@link LastAdmin}
 */
export async function confirmLeavers(ctx: Context, employeeIds: readonly string[]): Promise<number> {
  return decide(ctx, employeeIds, 'confirmed', async (tx, ids) => {
    await deactivatePeople(tx, ctx, ids)
  })
}

/**
 * They have not left: access is given back, and everything else was theirs all the time.
 *
 * @throws {NobodyHeld} when none of them is held any more.
 */
export async function releaseLeavers(ctx: Context, employeeIds: readonly string[]): Promise<number> {
  return decide(ctx, employeeIds, 'released', (tx, ids) => restorePeople(tx, ctx, ids))
}

async function decide(
  ctx: Context,
  named: readonly string[],
  decision: 'confirmed' | 'released',
  carryOut: (tx: Tx, ids: string[]) => Promise<void>
): Promise<number> {
  const employeeIds = named.map((id) => id.toLowerCase())
  return ctx.db.transaction(async (tx) => {
    await lockToLeave(tx, employeeIds)
    await lockBrake(tx)
    const outcome = { decision, decidedAt: ctx.now(), decidedBy: ctx.actor.employeeId }
    const decided = await decideHeld(tx, employeeIds, outcome)
    if (decided.length === 0) throw new NobodyHeld({ employeeIds })
    await carryOut(tx, decided)
    return decided.length
  })
}
