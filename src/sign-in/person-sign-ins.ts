import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { EmployeeNotFound } from '../directory/errors.ts'
import { IdentityNotFound } from './errors.ts'
import { endSessions } from './own-sessions.ts'
import { deleteIdentity, listIdentities } from './queries/identities.ts'
import { isEmployee, listSessions } from './queries/own-sessions.ts'

async function refuseStranger(ctx: Context, employeeId: string): Promise<void> {
  if (!(await isEmployee(ctx.db, employeeId))) throw new EmployeeNotFound({ employeeId })
}

/**
 * Where anybody is signed in and by which accounts they may be, for administrators.
 *
 * @throws {EmployeeNotFound}
 */
export async function readSignInsOf(ctx: Context, employeeId: string) {
  await refuseStranger(ctx, employeeId)
  // One after the other, here and wherever a change is answered with what is now: that has one connection.
  const sessions = await listSessions(ctx.db, employeeId, ctx.now())
  const identities = await listIdentities(ctx.db, employeeId)
  return { sessions, identities }
}

/**
 * Signs anybody out everywhere, by an administrator: on every replica with the next request.
 *
 * @returns how many sessions ended
 * @throws {EmployeeNotFound}
 */
export async function endSessionsOf(ctx: Context, employeeId: string): Promise<number> {
  await refuseStranger(ctx, employeeId)
  return ctx.db.transaction((tx) => endSessions(tx, ctx, { employeeId }))
}

/**
 * Unlinks a person's account at a provider and ends the sessions it opened, so that another account may be linked: the next
 * sign-in there with a verified address links anew.
 *
 * @throws {IdentityNotFound} also for an identity of somebody else
 */
export async function unlinkIdentity(ctx: Context, employeeId: string, identityId: string): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const gone = await deleteIdentity(tx, employeeId, identityId, ctx.now())
    if (!gone) throw new IdentityNotFound({ identityId })
    await recordAudit(tx, ctx, {
      ...{ action: 'identity.unlinked', objectType: 'employee', objectId: employeeId },
      before: { identityId, issuer: gone.issuer }
    })
  })
}
