import type { Tx } from '../../db/client.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { AnyContext } from '../context.ts'
import { audited, type EmployeeFields } from './employee-fields.ts'
import { defaultFields } from './fields-of-row.ts'
import { insertPerson, markReactivated } from './queries/people.ts'
import { storeChanges } from './store-changes.ts'

/** What a new person must have; the rest has defaults, the same as in an import. */
export type NewPerson = Partial<EmployeeFields> &
  Pick<EmployeeFields, 'name' | 'email' | 'teamId' | 'timeZone' | 'country' | 'joinedOn'>

/** Adds a person whose fields have been checked; one who is not active is there for their history alone. @returns the id */
export async function addPerson(
  tx: Tx,
  ctx: AnyContext,
  person: NewPerson,
  { isActive = true }: { isActive?: boolean } = {}
): Promise<string> {
  const fields = { ...(defaultFields() as EmployeeFields), managerId: null, ...person }
  const now = ctx.now()
  const id = await insertPerson(tx, { ...fields, createdAt: now, deactivatedAt: isActive ? null : now })
  await recordAudit(tx, ctx, {
    action: 'employee.added',
    objectType: 'employee',
    objectId: id,
    after: audited<EmployeeFields>(fields, fields)
  })
  return id
}

/**
 * A person who left is back, with their history: hours, learnings, seats of the past. Sessions, keys, calendar addresses,
 * roles and seats given up are not: who returns starts with none. A last day that is over is taken away, or the job that
 * ends employments would end this one again.
 */
export async function reactivatePerson(
  tx: Tx,
  ctx: AnyContext,
  person: EmployeeFields & { id: string }
): Promise<void> {
  const now = ctx.now()
  await markReactivated(tx, person.id)
  await recordAudit(tx, ctx, {
    action: 'employee.reactivated',
    objectType: 'employee',
    objectId: person.id
  })
  const isOver = person.leavesOn !== null && person.leavesOn < now.toISOString().slice(0, 10)
  if (isOver) await storeChanges(tx, ctx, person, { leavesOn: null })
}
