import { getTableColumns, sql } from 'drizzle-orm'
import type { Queryable, Tx } from '../../../db/client.ts'
import { employees, teamLeads } from '../../../db/schema/employees.ts'
import { teams } from '../../../db/schema/teams.ts'
import type { Company, ImportPlan, KnownPerson } from '../plan-import.ts'

/** Rows per statement: PostgreSQL takes 65,535 parameters, and a person has twenty. */
const BATCH = 1000

function* batchesOf<Row>(rows: readonly Row[]): Generator<Row[]> {
  for (let from = 0; from < rows.length; from += BATCH) yield rows.slice(from, from + BATCH)
}

/**
 * Nobody else writes or locks people until the import is done, a few seconds at most; reading goes on. Taken
 * before anything else, so whoever holds people already finishes first and no two wait for each other.
 */
export async function lockCompany(tx: Tx): Promise<void> {
  await tx.execute(sql`lock table ${employees} in exclusive mode`)
}

export async function readCompany(db: Queryable): Promise<Company> {
  const { createdAt: _, ...columns } = getTableColumns(employees)
  const people = await db.select(columns).from(employees)
  const leads = await db.select().from(teamLeads)
  const led = new Map<string, string[]>()
  for (const { employeeId, teamId } of leads) led.set(employeeId, [...(led.get(employeeId) ?? []), teamId])
  return {
    people: people.map((person) => ({ ...person, leads: led.get(person.id)?.sort() ?? [] })),
    teams: await db.select({ id: teams.id, name: teams.name }).from(teams)
  }
}

export async function insertTeams(tx: Tx, rows: ImportPlan['newTeams']): Promise<void> {
  for (const batch of batchesOf(rows)) await tx.insert(teams).values(batch)
}

/** All but the id and when the row was made are set anew in a row that is there. */
function columnsToSet() {
  const { id: _, createdAt, ...columns } = getTableColumns(employees)
  const snakeCase = (field: string) => field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  const fields = Object.keys(columns)
  return Object.fromEntries(fields.map((field) => [field, sql.raw(`excluded.${snakeCase(field)}`)]))
}

/** Inserts people or sets them anew by id; whoever is a manager must be there or in the same batch or before. */
export async function putPeople(tx: Tx, people: readonly KnownPerson[], now: Date): Promise<void> {
  for (const batch of batchesOf(people)) {
    const rows = batch.map(({ leads: _, ...person }) => ({ ...person, createdAt: now }))
    await tx.insert(employees).values(rows).onConflictDoUpdate({ target: employees.id, set: columnsToSet() })
  }
}

interface Lead {
  teamId: string
  employeeId: string
}

export async function insertLeads(tx: Tx, leads: readonly Lead[]): Promise<void> {
  for (const batch of batchesOf(leads)) await tx.insert(teamLeads).values(batch)
}

export async function deleteLeads(tx: Tx, leads: readonly Lead[]): Promise<void> {
  for (const batch of batchesOf(leads)) {
    const gone = sql`select * from json_to_recordset(${JSON.stringify(batch)}::json) as gone ("teamId" uuid, "employeeId" uuid)`
    await tx.delete(teamLeads).where(sql`(${teamLeads.teamId}, ${teamLeads.employeeId}) in (${gone})`)
  }
}
