import type { Tx } from '../../db/client.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { AnyContext } from '../context.ts'
import type { EmployeeFields } from './employee-fields.ts'
import { giveRoleWithin, takeRoleWithin } from './grant-roles.ts'
import { findPerson } from './queries/people.ts'
import { deleteLead, insertLead, leadIdsOf, lockTeam } from './queries/teams.ts'
import { storeChanges } from './store-changes.ts'

/** A role that a group of an identity provider may give. The administrator's cannot be written here. */
export type RoleByGroup = 'hr' | 'host' | `lead:${string}`

export const leadOf = (teamId: string): RoleByGroup => `lead:${teamId}`

/** Which of those roles somebody holds, by whomever given. */
export async function rolesHeld(tx: Tx, employeeId: string): Promise<Set<RoleByGroup>> {
  const person = await findPerson(tx, employeeId)
  const held = new Set<RoleByGroup>(person?.leads.map(leadOf))
  if (person?.grants.includes('hr')) held.add('hr')
  if (person?.isHost) held.add('host')
  return held
}

/** Gives a role to somebody who is locked and active, or takes it; with the same audit entries as by hand. */
export async function setRole(
  tx: Tx,
  ctx: AnyContext,
  person: EmployeeFields & { id: string },
  role: RoleByGroup,
  isGiven: boolean
): Promise<void> {
  if (role === 'hr') await (isGiven ? giveRoleWithin : takeRoleWithin)(tx, ctx, person.id, 'hr')
  else if (role === 'host') await storeChanges(tx, ctx, person, { isHost: isGiven })
  else await setLead(tx, ctx, role.slice('lead:'.length), person.id, isGiven)
}

async function setLead(tx: Tx, ctx: AnyContext, teamId: string, employeeId: string, isGiven: boolean) {
  if (!(await lockTeam(tx, teamId))) return
  const before = await leadIdsOf(tx, teamId)
  await (isGiven ? insertLead : deleteLead)(tx, teamId, employeeId)
  const after = await leadIdsOf(tx, teamId)
  await recordAudit(tx, ctx, {
    action: 'team.leads-named',
    objectType: 'team',
    objectId: teamId,
    before: { leads: before },
    after: { leads: after }
  })
}
