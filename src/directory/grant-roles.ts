import type { Tx } from '../../db/client.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { AnyContext, Context } from '../context.ts'
import type { GrantedRole } from '../words.ts'
import { EmployeeNotActive, EmployeeNotFound, LastAdmin } from './errors.ts'
import { activeAdminIds, deleteGrant, insertGrant, lockWithAdmins } from './queries/deactivation.ts'
import { findIdByEmail } from './queries/people.ts'

/** A client may write an id in capitals; from here on it is as PostgreSQL writes it. */
async function lockNamed(tx: Tx, employeeId: string) {
  const locked = await lockWithAdmins(tx, [employeeId])
  const person = locked.find(({ id }) => id === employeeId.toLowerCase())
  if (!person) throw new EmployeeNotFound({ employeeId })
  return person
}

/**
 * Gives a person a role; giving it twice changes nothing.
 *
 * @throws {EmployeeNotFound}
 * @throws {EmployeeNotActive} when the person is deactivated.
 */
export async function giveRole(ctx: AnyContext, named: string, role: GrantedRole): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const { id: employeeId, deactivatedAt } = await lockNamed(tx, named)
    if (deactivatedAt) throw new EmployeeNotActive({ employeeIds: [employeeId] })
    await giveRoleWithin(tx, ctx, employeeId, role)
  })
}

/** The same for somebody who is locked and active, in an open transaction. */
export async function giveRoleWithin(tx: Tx, ctx: AnyContext, employeeId: string, role: GrantedRole) {
  const grantedBy = ctx.actor?.employeeId ?? null
  if (!(await insertGrant(tx, { employeeId, role, grantedAt: ctx.now(), grantedBy }))) return
  await recordAudit(tx, ctx, {
    action: 'role.given',
    objectType: 'employee',
    objectId: employeeId,
    after: { role }
  })
}

/**
 * Takes a role away; taking it twice changes nothing.
 *
 * @throws {EmployeeNotFound}
 * @throws {LastAdmin} when nobody would be administrator any more.
 */
export async function takeRole(ctx: Context, named: string, role: GrantedRole): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const { id: employeeId } = await lockNamed(tx, named)
    const admins = role === 'admin' ? await activeAdminIds(tx) : []
    if (admins.length === 1 && admins[0] === employeeId) throw new LastAdmin()
    await takeRoleWithin(tx, ctx, employeeId, role)
  })
}

/** The same in an open transaction, for somebody who is locked and, if administrator, not the last. */
export async function takeRoleWithin(tx: Tx, ctx: AnyContext, employeeId: string, role: GrantedRole) {
  if (!(await deleteGrant(tx, employeeId, role))) return
  await recordAudit(tx, ctx, {
    action: 'role.taken',
    objectType: 'employee',
    objectId: employeeId,
    before: { role }
  })
}

/**
 * Gives a role by e-mail address (case does not matter), as the command line does for the first administrator.
 *
 * @throws {EmployeeNotFound}
 * @throws {EmployeeNotActive}
 */
export async function grantRole(ctx: AnyContext, email: string, role: GrantedRole): Promise<void> {
  const employeeId = await findIdByEmail(ctx.db, email)
  if (!employeeId) throw new EmployeeNotFound({ email })
  await giveRole(ctx, employeeId, role)
}
