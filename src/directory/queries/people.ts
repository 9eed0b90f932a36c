import { and, asc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Queryable, Tx } from '../../../db/client.ts'
import { employees, grants, teamLeads } from '../../../db/schema/employees.ts'
import { teams } from '../../../db/schema/teams.ts'
import type { Position } from '../../lib/paging.ts'
import type { GrantedRole } from '../../words.ts'
import type { EmployeeFields } from '../employee-fields.ts'

const managers = alias(employees, 'managers')

/** What everybody may see of everybody. */
const PUBLIC_COLUMNS = {
  id: employees.id,
  name: employees.name,
  title: employees.title,
  level: employees.level,
  isHost: employees.isHost,
  timeZone: employees.timeZone,
  teamId: employees.teamId,
  teamName: teams.name,
  deactivatedAt: employees.deactivatedAt
}

/** For the person, the own lead, HR and administrators. */
const PRIVATE_COLUMNS = {
  email: employees.email,
  country: employees.country,
  region: employees.region,
  workingDays: employees.workingDays,
  workStartsAt: employees.workStartsAt,
  workEndsAt: employees.workEndsAt,
  ftePercent: employees.ftePercent,
  joinedOn: employees.joinedOn,
  leavesOn: employees.leavesOn,
  readiness: employees.readiness,
  locale: employees.locale,
  managerId: managers.id,
  managerName: managers.name,
  leads: sql<
    string[]
  >`array(select ${teamLeads.teamId} from ${teamLeads} where ${teamLeads.employeeId} = ${employees.id})`,
  grants: sql<
    GrantedRole[]
  >`array(select ${grants.role}::text from ${grants} where ${grants.employeeId} = ${employees.id})`
}

export interface PeopleFilter {
  teamId?: string
  q?: string
  includeDeactivated?: boolean
}

const containing = (text: string) => `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`

function matching({ teamId, q, includeDeactivated }: PeopleFilter) {
  return and(
    includeDeactivated ? undefined : isNull(employees.deactivatedAt),
    teamId ? eq(employees.teamId, teamId) : undefined,
    q
      ? sql`(${employees.name} ilike ${containing(q)} or ${employees.title} ilike ${containing(q)})`
      : undefined
  )
}

/** By name. */
export async function listPeople(
  db: Queryable,
  filter: PeopleFilter,
  { after, limit }: { after: Position | null; limit: number }
) {
  const later = after
    ? sql`(${employees.name}, ${employees.id}) > (${after.key}, ${after.id}::uuid)`
    : undefined
  return db
    .select(PUBLIC_COLUMNS)
    .from(employees)
    .innerJoin(teams, eq(teams.id, employees.teamId))
    .where(and(matching(filter), later))
    .orderBy(asc(employees.name), asc(employees.id))
    .limit(limit)
}

export async function findPerson(db: Queryable, employeeId: string) {
  const [row] = await db
    .select({ ...PUBLIC_COLUMNS, ...PRIVATE_COLUMNS })
    .from(employees)
    .innerJoin(teams, eq(teams.id, employees.teamId))
    .leftJoin(managers, eq(managers.id, employees.managerId))
    .where(eq(employees.id, employeeId))
  return row ?? null
}

export async function findIdByEmail(db: Queryable, email: string) {
  const [row] = await db
    .select({ id: employees.id })
    .from(employees)
    .where(sql`lower(${employees.email}) = lower(${email})`)
  return row?.id ?? null
}

export async function lockPerson(tx: Tx, employeeId: string) {
  const [row] = await tx.select().from(employees).where(eq(employees.id, employeeId)).for('no key update')
  return row ?? null
}

export async function updatePerson(tx: Tx, employeeId: string, changes: Partial<EmployeeFields>) {
  await tx.update(employees).set(changes).where(eq(employees.id, employeeId))
}

/** Any number will do that nothing else uses: who changes who reports to whom waits for one another. */
const MANAGERS_LOCK = 7283

/** Two people made each other's manager at once would close a loop that neither transaction sees. */
export async function lockManagers(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${MANAGERS_LOCK})`)
}

/** Whether `employeeId` is `managerId` or above; `union` ends the walk even on a loop that is there already. */
export async function isAbove(tx: Tx, managerId: string, employeeId: string): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    with recursive chain (id) as (
      select ${managerId}::uuid
      union
      select e.manager_id from employees e join chain on e.id = chain.id where e.manager_id is not null
    )
    select from chain where id = ${employeeId}`)
  return rows.length > 0
}

/** Active people with a last day, whenever it is. */
export async function listLeaving(db: Queryable) {
  const rows = await db
    .select({ id: employees.id, leavesOn: employees.leavesOn, timeZone: employees.timeZone })
    .from(employees)
    .where(and(isNotNull(employees.leavesOn), isNull(employees.deactivatedAt)))
  return rows.map((row) => ({ ...row, leavesOn: row.leavesOn! }))
}

export async function insertPerson(tx: Tx, row: typeof employees.$inferInsert): Promise<string> {
  const [person] = await tx.insert(employees).values(row).returning({ id: employees.id })
  return person!.id
}

export async function markReactivated(tx: Tx, employeeId: string): Promise<void> {
  await tx.update(employees).set({ deactivatedAt: null }).where(eq(employees.id, employeeId))
}
