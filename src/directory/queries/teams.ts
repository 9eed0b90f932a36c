import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { Queryable, Tx } from '../../../db/client.ts'
import { employees, teamLeads } from '../../../db/schema/employees.ts'
import { teams } from '../../../db/schema/teams.ts'
import type { Position } from '../../lib/paging.ts'

/** `teams.id` in plain SQL: in a select from one table drizzle writes a bare `id`, which would be that of `e`. */
const TEAM_COLUMNS = {
  id: teams.id,
  name: teams.name,
  supportCap: teams.supportCap,
  peopleCount: sql<number>`(
    select count(*)::int from employees e where e.team_id = teams.id and e.deactivated_at is null
  )`,
  leads: sql<{ id: string; name: string }[]>`(
    select coalesce(json_agg(json_build_object('id', e.id, 'name', e.name) order by e.name, e.id), '[]'::json)
    from team_leads l join employees e on e.id = l.employee_id where l.team_id = teams.id
  )`
}

/** By name. */
export async function listTeams(db: Queryable, { after, limit }: { after: Position | null; limit: number }) {
  return db
    .select(TEAM_COLUMNS)
    .from(teams)
    .where(after ? sql`(${teams.name}, ${teams.id}) > (${after.key}, ${after.id}::uuid)` : undefined)
    .orderBy(asc(teams.name), asc(teams.id))
    .limit(limit)
}

export async function findTeam(db: Queryable, teamId: string) {
  const [row] = await db.select(TEAM_COLUMNS).from(teams).where(eq(teams.id, teamId))
  return row ?? null
}

export async function lockTeam(tx: Tx, teamId: string) {
  const [row] = await tx.select().from(teams).where(eq(teams.id, teamId)).for('no key update')
  return row ?? null
}

export async function updateTeam(tx: Tx, teamId: string, changes: { name?: string; supportCap?: number }) {
  await tx.update(teams).set(changes).where(eq(teams.id, teamId))
}

/** The active ones of these people, locked in id order. */
export async function lockActive(tx: Tx, employeeIds: readonly string[]): Promise<string[]> {
  const rows = await tx
    .select({ id: employees.id })
    .from(employees)
    .where(
      and(sql`${employees.id} = any(${sql.param([...employeeIds])}::uuid[])`, isNull(employees.deactivatedAt))
    )
    .orderBy(asc(employees.id))
    .for('no key update')
  return rows.map(({ id }) => id)
}

export async function leadIdsOf(tx: Tx, teamId: string): Promise<string[]> {
  const rows = await tx
    .select({ id: teamLeads.employeeId })
    .from(teamLeads)
    .where(eq(teamLeads.teamId, teamId))
    .orderBy(asc(teamLeads.employeeId))
  return rows.map(({ id }) => id)
}

export async function replaceLeads(tx: Tx, teamId: string, employeeIds: readonly string[]): Promise<void> {
  await tx.delete(teamLeads).where(eq(teamLeads.teamId, teamId))
  await tx.insert(teamLeads).values(employeeIds.map((employeeId) => ({ teamId, employeeId })))
}

export async function findTeamByName(tx: Tx, name: string): Promise<string | null> {
  const [row] = await tx
    .select({ id: teams.id })
    .from(teams)
    .where(sql`lower(${teams.name}) = lower(${name})`)
  return row?.id ?? null
}

/** False: somebody else made a team of that name at the same moment. */
export async function insertTeamOnce(tx: Tx, row: typeof teams.$inferInsert): Promise<boolean> {
  const rows = await tx.insert(teams).values(row).onConflictDoNothing().returning({ id: teams.id })
  return rows.length > 0
}

export async function insertLead(tx: Tx, teamId: string, employeeId: string): Promise<void> {
  await tx.insert(teamLeads).values({ teamId, employeeId }).onConflictDoNothing()
}

export async function deleteLead(tx: Tx, teamId: string, employeeId: string): Promise<void> {
  await tx.delete(teamLeads).where(and(eq(teamLeads.teamId, teamId), eq(teamLeads.employeeId, employeeId)))
}
