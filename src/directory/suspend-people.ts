import type { Tx } from '../../db/client.ts'
import { recordAudits } from '../audit/record-audit.ts'
import type { AnyContext } from '../context.ts'
import { refuseDangerous } from './deactivate-people.ts'
import { lockWithAdmins, markSuspended } from './queries/deactivation.ts'

/**
 * Takes people's access away at once, everywhere, and nothing else: seats, roles, keys and calendar addresses stay, so
 * that it can be undone without loss.
 *
 * @throws {LastAdmin} when no administrator could get in any more.
 */
export async function suspendPeople(tx: Tx, ctx: AnyContext, employeeIds: readonly string[]): Promise<void> {
  await lockWithAdmins(tx, employeeIds)
  await refuseDangerous(tx, ctx, employeeIds)
  await markSuspended(tx, employeeIds, ctx.now())
  await audit(tx, ctx, employeeIds, 'employee.suspended')
}

/** Locks people who are about to leave, with every administrator, in id order: take it before any other lock on them. */
export async function lockToLeave(tx: Tx, employeeIds: readonly string[]): Promise<void> {
  await lockWithAdmins(tx, employeeIds)
}

/** Gives suspended people their access back, as it was. */
export async function restorePeople(tx: Tx, ctx: AnyContext, employeeIds: readonly string[]): Promise<void> {
  await lockWithAdmins(tx, employeeIds)
  await markSuspended(tx, employeeIds, null)
  await audit(tx, ctx, employeeIds, 'employee.restored')
}

async function audit(tx: Tx, ctx: AnyContext, employeeIds: readonly string[], action: string): Promise<void> {
  await recordAudits(
    tx,
    ctx,
    employeeIds.map((objectId) => ({ action, objectType: 'employee', objectId }))
  )
}
