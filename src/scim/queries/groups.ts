import { and, asc, count, desc, eq, inArray, or, type SQL, sql } from 'drizzle-orm'
import type { Queryable, Tx } from '../../../db/client.ts'
import { employees } from '../../../db/schema/employees.ts'
import { scimPeople } from '../../../db/schema/scim.ts'
import { scimGroupMembers, scimGroups } from '../../../db/schema/scim-groups.ts'
import { teams } from '../../../db/schema/teams.ts'
import { isId } from './people.ts'

export type GroupRow = typeof scimGroups.$inferSelect
export interface Member {
  value: string
  display: string
}

export type GroupKey = { by: 'id' | 'displayName' | 'externalId' | 'member'; value: string }

/** At least those whom the key means; the filter itself decides. */
function among(key: GroupKey | null): SQL | undefined {
  if (!key) return undefined
  const { by, value } = key
  if (by === 'externalId') return eq(scimGroups.externalId, value)
  if (by === 'displayName') return sql`lower(${scimGroups.displayName}) = lower(${value})`
  if (!isId(value)) return sql`false`
  if (by === 'id') return eq(scimGroups.id, value)
  return sql`exists (select from scim_group_members m where m.group_id = ${scimGroups.id} and m.employee_id = ${value})`
}

/** In an order that stays. */
export async function listGroups(
  db: Queryable,
  key: GroupKey | null,
  page?: { offset: number; limit: number }
): Promise<GroupRow[]> {
  const all = db.select().from(scimGroups).where(among(key)).orderBy(asc(scimGroups.id))
  return page ? all.offset(page.offset).limit(page.limit) : all
}

export async function countGroups(db: Queryable): Promise<number> {
  const [row] = await db.select({ count: count() }).from(scimGroups)
  return row!.count
}

export async function findGroup(db: Queryable, id: string): Promise<GroupRow | null> {
  const [row] = await db.select().from(scimGroups).where(eq(scimGroups.id, id))
  return row ?? null
}

export async function lockGroup(tx: Tx, id: string): Promise<GroupRow | null> {
  const [row] = await tx.select().from(scimGroups).where(eq(scimGroups.id, id)).for('no key update')
  return row ?? null
}

/** Locked in id order. */
export async function lockGroupsOf(tx: Tx, employeeId: string): Promise<void> {
  await tx
    .select({ id: scimGroups.id })
    .from(scimGroups)
    .where(
      sql`exists (select from scim_group_members m where m.group_id = ${scimGroups.id} and m.employee_id = ${employeeId})`
    )
    .orderBy(asc(scimGroups.id))
    .for('no key update')
}

/** By group, in id order. */
export async function listMembers(
  db: Queryable,
  groupIds: readonly string[]
): Promise<Map<string, Member[]>> {
  const byGroup = new Map<string, Member[]>(groupIds.map((id) => [id, []]))
  if (groupIds.length === 0) return byGroup
  const rows = await db
    .select({ groupId: scimGroupMembers.groupId, value: employees.id, display: employees.name })
    .from(scimGroupMembers)
    .innerJoin(employees, eq(employees.id, scimGroupMembers.employeeId))
    .where(inArray(scimGroupMembers.groupId, [...groupIds]))
    .orderBy(asc(employees.id))
  for (const { groupId, ...member } of rows) byGroup.get(groupId)?.push(member)
  return byGroup
}

const anyOf = (ids: readonly string[]) => sql`any(${sql.param([...ids])}::uuid[])`

/** Those of the ids that are people whom the provider may name. */
export async function listNameable(db: Queryable, ids: readonly string[]): Promise<Set<string>> {
  const rows = await db
    .select({ id: employees.id })
    .from(employees)
    .leftJoin(scimPeople, eq(scimPeople.employeeId, employees.id))
    .where(
      sql`${employees.id} = ${anyOf(ids)} and ${scimPeople.deletedAt} is null
        and not exists (select from erasures x where x.employee_id = ${employees.id})`
    )
  return new Set(rows.map(({ id }) => id))
}

export async function insertGroup(tx: Tx, row: typeof scimGroups.$inferInsert): Promise<string> {
  const [group] = await tx.insert(scimGroups).values(row).returning({ id: scimGroups.id })
  return group!.id
}

type Changes = Partial<Pick<GroupRow, 'displayName' | 'externalId' | 'changedAt' | 'teamId' | 'role'>>

/** Every change counts, so that two states of a group are never called the same. */
export async function updateGroup(tx: Tx, id: string, changes: Changes): Promise<void> {
  await tx
    .update(scimGroups)
    .set({ ...changes, revision: sql`${scimGroups.revision} + 1` })
    .where(eq(scimGroups.id, id))
}

export async function deleteGroupRow(tx: Tx, id: string): Promise<void> {
  await tx.delete(scimGroups).where(eq(scimGroups.id, id))
}

const BATCH = 10_000

export async function addMembers(tx: Tx, groupId: string, employeeIds: readonly string[], addedAt: Date) {
  for (let from = 0; from < employeeIds.length; from += BATCH) {
    const rows = employeeIds.slice(from, from + BATCH).map((employeeId) => ({ groupId, employeeId, addedAt }))
    await tx.insert(scimGroupMembers).values(rows).onConflictDoNothing()
  }
}

export async function removeMembers(tx: Tx, groupId: string, employeeIds: readonly string[]): Promise<void> {
  await tx
    .delete(scimGroupMembers)
    .where(
      and(eq(scimGroupMembers.groupId, groupId), sql`${scimGroupMembers.employeeId} = ${anyOf(employeeIds)}`)
    )
}

/** Takes somebody out of every group; which those were. */
export async function removeFromAll(tx: Tx, employeeId: string): Promise<string[]> {
  const rows = await tx
    .delete(scimGroupMembers)
    .where(eq(scimGroupMembers.employeeId, employeeId))
    .returning({ groupId: scimGroupMembers.groupId })
  return rows.map(({ groupId }) => groupId)
}

/** What the groups of these people mean, the newest membership first. */
export async function listMeanings(db: Queryable, employeeIds: readonly string[]) {
  return db
    .select({
      employeeId: scimGroupMembers.employeeId,
      groupId: scimGroups.id,
      teamId: scimGroups.teamId,
      role: scimGroups.role
    })
    .from(scimGroupMembers)
    .innerJoin(scimGroups, eq(scimGroups.id, scimGroupMembers.groupId))
    .where(
      and(
        sql`${scimGroupMembers.employeeId} = ${anyOf(employeeIds)}`,
        or(sql`${scimGroups.teamId} is not null`, sql`${scimGroups.role} is not null`)
      )
    )
    .orderBy(desc(scimGroupMembers.addedAt), desc(scimGroups.id))
}

/** Every group with its meaning and size, by name, for the administrator. */
export async function listGroupsWithMeaning(db: Queryable) {
  return db
    .select({
      id: scimGroups.id,
      displayName: scimGroups.displayName,
      teamId: scimGroups.teamId,
      teamName: teams.name,
      role: scimGroups.role,
      members: sql<number>`(
        select count(*)::int from scim_group_members m where m.group_id = "scim_groups"."id"
      )`
    })
    .from(scimGroups)
    .leftJoin(teams, eq(teams.id, scimGroups.teamId))
    .orderBy(asc(scimGroups.displayName), asc(scimGroups.id))
}
