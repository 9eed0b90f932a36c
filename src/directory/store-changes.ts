import type { Tx } from '../../db/client.ts'
import { tellingOfFlags } from '../absences/telling-of-flags.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { AnyContext } from '../context.ts'
import { audited, changesTo, type EmployeeFields } from './employee-fields.ts'
import { updatePerson } from './queries/people.ts'

/**
 * Writes fields of a person who is locked, as far as they are not so already, with the audit entry. Whoever calls has
 * checked that they may be stored, and that the actor may.
 *
 * @returns the fields that have changed
 */
export async function storeChanges(
  tx: Tx,
  ctx: AnyContext,
  person: EmployeeFields & { id: string },
  wanted: Partial<EmployeeFields>
): Promise<Partial<EmployeeFields>> {
  const changes = changesTo<EmployeeFields>(person, wanted)
  if (Object.keys(changes).length === 0) return changes
  await movingAway(tx, ctx, person.id, changes, () => updatePerson(tx, person.id, changes))
  await recordAudit(tx, ctx, {
    action: 'employee.changed',
    objectType: 'employee',
    objectId: person.id,
    before: audited<EmployeeFields>(person, changes),
    after: audited<Partial<EmployeeFields>>(changes, changes)
  })
  return changes
}

/** Unavailable hours go by the person's clock, so with another zone they may fall on other published shifts. */
async function movingAway(
  tx: Tx,
  ctx: AnyContext,
  employeeId: string,
  { timeZone }: Partial<EmployeeFields>,
  change: () => Promise<void>
): Promise<void> {
  if (timeZone === undefined) await change()
  else await tellingOfFlags(tx, ctx, [employeeId], change)
}
