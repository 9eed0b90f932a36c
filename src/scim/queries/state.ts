import { and, asc, count, eq, isNull, max, sql } from 'drizzle-orm'
import type { Queryable, Tx } from '../../../db/client.ts'
import { employees } from '../../../db/schema/employees.ts'
import { scimLeavers, scimPeople, scimTokens } from '../../../db/schema/scim.ts'
import { scimGroups } from '../../../db/schema/scim-groups.ts'
import { teams } from '../../../db/schema/teams.ts'

/** How far provisioning has come. */
export async function readCounts(db: Queryable) {
  const [people] = await db
    .select({ count: count(), changedAt: max(scimPeople.changedAt) })
    .from(scimPeople)
    .innerJoin(employees, eq(employees.id, scimPeople.employeeId))
    .where(and(isNull(scimPeople.deletedAt), isNull(employees.deactivatedAt)))
  const [groups] = await db.select({ count: count(), changedAt: max(scimGroups.changedAt) }).from(scimGroups)
  const [asked] = await db.select({ at: max(scimTokens.lastUsedAt) }).from(scimTokens)
  const [left] = await db.select({ at: max(scimLeavers.at) }).from(scimLeavers)
  const changes = [people!.changedAt, groups!.changedAt, left!.at].filter((at) => at !== null)
  return {
    people: people!.count,
    groups: groups!.count,
    lastAskedAt: asked!.at,
    lastChangedAt: changes.toSorted((a, b) => b.getTime() - a.getTime())[0] ?? null
  }
}

/** Active people of whom something was assumed, with what it was and what it is now. */
export async function listAssumed(db: Queryable) {
  return db
    .select({
      employeeId: employees.id,
      name: employees.name,
      teamId: employees.teamId,
      teamName: teams.name,
      timeZone: employees.timeZone,
      country: employees.country,
      joinedOn: employees.joinedOn,
      assumed: scimPeople.assumed
    })
    .from(scimPeople)
    .innerJoin(employees, eq(employees.id, scimPeople.employeeId))
    .innerJoin(teams, eq(teams.id, employees.teamId))
    .where(
      and(isNull(employees.deactivatedAt), isNull(scimPeople.deletedAt), sql`${scimPeople.assumed} <> '{}'`)
    )
    .orderBy(asc(employees.name), asc(employees.id))
}

/** What was assumed of somebody is right. False: nothing was. */
export async function clearAssumed(tx: Tx, employeeId: string): Promise<boolean> {
  const rows = await tx
    .update(scimPeople)
    .set({ assumed: {} })
    .where(and(eq(scimPeople.employeeId, employeeId), sql`${scimPeople.assumed} <> '{}'`))
    .returning({ id: scimPeople.employeeId })
  return rows.length > 0
}
