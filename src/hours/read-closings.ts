import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { EmployeeNotFound } from './errors.ts'
import { listClosedOf, listClosings } from './queries/closings.ts'
import { findPerson } from './queries/ledger.ts'
import { isSelf, maySeeHours } from './standing.ts'

/** The periods of the books that are closed, latest first. */
export async function readClosings(ctx: Context) {
  const rows = (await listClosings(ctx.db)).reverse()
  return rows.map(({ closedById, closedByName, ...closing }) => ({
    ...closing,
    closedBy: closedById === null ? null : { id: closedById, name: closedByName ?? '' }
  }))
}

/**
 * Where a person stood at the end of each closed period, for themselves, their leads and HR. When somebody else looks,
 * that is written down.
 *
 * @throws {EmployeeNotFound} also where the hours are not the actor's to see
 */
export async function readClosedBalances(ctx: Context, employeeId: string) {
  const person = await findPerson(ctx.db, employeeId)
  if (!person || !maySeeHours(ctx.actor, person)) throw new EmployeeNotFound({ employeeId })
  if (!isSelf(ctx.actor, person)) {
    await ctx.db.transaction((tx) =>
      recordAudit(tx, ctx, { action: 'hours.viewed', objectType: 'employee', objectId: person.employeeId })
    )
  }
  return listClosedOf(ctx.db, person.employeeId)
}
