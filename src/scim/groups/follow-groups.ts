import type { Tx } from '../../../db/client.ts'
import type { AnyContext } from '../../context.ts'
import { leadOf, type RoleByGroup, rolesHeld, setRole } from '../../directory/roles-by-group.ts'
import { storeChanges } from '../../directory/store-changes.ts'
import { teamNamed } from '../../directory/team-named.ts'
import { keepSaid } from '../people/keep-said.ts'
import { writableOf } from '../people/person-document.ts'
import { departmentOf } from '../people/read-fields.ts'
import { listMeanings } from '../queries/groups.ts'
import { findPersonRow, type PersonRow, setGiven } from '../queries/people.ts'

type Meaning = Awaited<ReturnType<typeof listMeanings>>[number]

const teamAmong = (meanings: readonly Meaning[]): string | null =>
  meanings.find(({ teamId, role }) => teamId !== null && role !== 'lead')?.teamId ?? null

function rolesAmong(meanings: readonly Meaning[]): Set<RoleByGroup> {
  return new Set(
    meanings.flatMap(({ role, teamId }): RoleByGroup[] => {
      if (role === 'lead') return teamId ? [leadOf(teamId)] : []
      return role ? [role] : []
    })
  )
}

/** The team that somebody's groups put them into, the group they joined last before others; null where none does. */
export async function teamByGroups(tx: Tx, employeeId: string): Promise<string | null> {
  return teamAmong(await listMeanings(tx, [employeeId]))
}

/**
 * Makes teams and roles what the groups of these people mean now. People are locked, in id order. A role that somebody
 * was given by hand is never taken: only what groups gave, groups take. Who has left has none.
 *
 * @param leftTeams teams that a group put people into until now: who is in no such group any more goes to the team of
 * their department, where they have one.
 */
export async function followGroups(
  tx: Tx,
  ctx: AnyContext,
  employeeIds: readonly string[],
  leftTeams: ReadonlySet<string> = new Set()
): Promise<void> {
  const meanings = await listMeanings(tx, employeeIds)
  for (const id of employeeIds) {
    const row = await findPersonRow(tx, id)
    if (!row || row.person.deactivatedAt !== null) continue
    const own = meanings.filter(({ employeeId }) => employeeId === id)
    await followTeam(tx, ctx, row, own, leftTeams)
    await followRoles(tx, ctx, (await findPersonRow(tx, id))!, rolesAmong(own))
  }
}

async function followTeam(
  tx: Tx,
  ctx: AnyContext,
  row: PersonRow,
  own: readonly Meaning[],
  leftTeams: ReadonlySet<string>
): Promise<void> {
  const byGroup = teamAmong(own)
  const department = departmentOf(writableOf(row))
  if (byGroup !== null) await storeChanges(tx, ctx, row.person, { teamId: byGroup })
  else if (leftTeams.has(row.person.teamId) && row.said && department !== undefined) {
    await storeChanges(tx, ctx, row.person, { teamId: await teamNamed(tx, ctx, department) })
  }
}

async function followRoles(tx: Tx, ctx: AnyContext, row: PersonRow, wanted: ReadonlySet<RoleByGroup>) {
  const given = new Set((row.said?.given ?? []) as RoleByGroup[])
  const held = await rolesHeld(tx, row.person.id)
  const gained = [...wanted].filter((role) => !held.has(role))
  const lost = [...given].filter((role) => !wanted.has(role))
  if (gained.length + lost.length === 0) return
  if (!row.said) await keepSaid(tx, ctx, row.person.id, writableOf(row))
  for (const role of lost) if (held.has(role)) await setRole(tx, ctx, row.person, role, false)
  for (const role of gained) await setRole(tx, ctx, row.person, role, true)
  const kept = [...given].filter((role) => wanted.has(role))
  await setGiven(tx, row.person.id, [...kept, ...gained].sort())
}
