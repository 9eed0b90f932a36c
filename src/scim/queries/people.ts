import { and, asc, count, eq, isNull, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Queryable, Tx } from '../../../db/client.ts'
import { employees } from '../../../db/schema/employees.ts'
import { scimPeople } from '../../../db/schema/scim.ts'
import { teams } from '../../../db/schema/teams.ts'

const managers = alias(employees, 'managers')

/** A person with what the identity provider said of them, if it has said anything yet. */
const COLUMNS = {
  person: employees,
  said: scimPeople,
  teamName: teams.name,
  managerName: managers.name,
  /** Plain names: in a subquery drizzle would write columns of the outer tables without their table. */
  groups: sql<{ value: string; display: string }[]>`(
    select coalesce(json_agg(json_build_object('value', g.id, 'display', g.display_name) order by g.id), '[]'::json)
    from scim_group_members m join scim_groups g on g.id = m.group_id where m.employee_id = "employees"."id"
  )`
}

/** Erased people are nobody any more, and what was deleted at the provider is no resource. */
const isThere = and(
  isNull(scimPeople.deletedAt),
  sql`not exists (select from erasures x where x.employee_id = ${employees.id})`
)

const rows = (db: Queryable) =>
  db
    .select(COLUMNS)
    .from(employees)
    .innerJoin(teams, eq(teams.id, employees.teamId))
    .leftJoin(scimPeople, eq(scimPeople.employeeId, employees.id))
    .leftJoin(managers, eq(managers.id, employees.managerId))

/** What a filter asks for by a name that has an index, so that not everybody need be looked at. */
export type PersonKey = { by: 'id' | 'userName' | 'externalId' | 'email'; value: string }

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
export const isId = (text: string): boolean => UUID.test(text)

/** At least those whom the key means; the filter itself decides. */
function among(key: PersonKey | null): SQL | undefined {
  if (!key) return undefined
  const { by, value } = key
  if (by === 'id') return isId(value) ? eq(employees.id, value) : sql`false`
  if (by === 'externalId') return eq(scimPeople.externalId, value)
  const hasEmail = sql`lower(${employees.email}) = lower(${value})`
  if (by === 'userName') {
    return or(
      sql`lower(${scimPeople.userName}) = lower(${value})`,
      and(isNull(scimPeople.userName), hasEmail)
    )
  }
  const quoted = JSON.stringify(value)
  return or(hasEmail, sql`position(lower(${quoted}) in lower(${scimPeople.resource}::text)) > 0`)
}

/** In an order that stays. */
export async function listPersonRows(
  db: Queryable,
  key: PersonKey | null,
  page?: { offset: number; limit: number }
) {
  const all = rows(db)
    .where(and(isThere, among(key)))
    .orderBy(asc(employees.id))
  return page ? all.offset(page.offset).limit(page.limit) : all
}

export async function countPeople(db: Queryable): Promise<number> {
  const [row] = await db
    .select({ count: count() })
    .from(employees)
    .leftJoin(scimPeople, eq(scimPeople.employeeId, employees.id))
    .where(isThere)
  return row!.count
}

export async function findPersonRow(db: Queryable, id: string) {
  const [row] = await rows(db).where(and(isThere, eq(employees.id, id)))
  return row ?? null
}

export type PersonRow = NonNullable<Awaited<ReturnType<typeof findPersonRow>>>

/** Locked in id order. */
export async function lockMany(tx: Tx, employeeIds: readonly string[]): Promise<void> {
  await tx
    .select({ id: employees.id })
    .from(employees)
    .where(sql`${employees.id} = any(${sql.param([...employeeIds])}::uuid[])`)
    .orderBy(asc(employees.id))
    .for('no key update')
}

/** Everybody, deleted ones too, who goes by this user name, address or, once deleted, external id; never the erased. */
export async function findNamesakes(
  db: Queryable,
  { userName, email, externalId }: { userName: string; email: string; externalId: string | null }
) {
  const isNotErased = sql`not exists (select from erasures x where x.employee_id = ${employees.id})`
  return db
    .select({ id: employees.id, deletedAt: scimPeople.deletedAt, externalId: scimPeople.externalId })
    .from(employees)
    .leftJoin(scimPeople, eq(scimPeople.employeeId, employees.id))
    .where(
      and(
        isNotErased,
        or(
          sql`lower(${scimPeople.userName}) = lower(${userName})`,
          sql`lower(${employees.email}) in (lower(${email}), lower(${userName}))`,
          externalId === null
            ? undefined
            : and(eq(scimPeople.externalId, externalId), sql`${scimPeople.deletedAt} is not null`)
        )
      )
    )
    .orderBy(asc(employees.id))
}

type Said = Omit<typeof scimPeople.$inferInsert, 'assumed'> & { assumed?: Record<string, string> }

/** Written anew or changed; what is not named stays. */
export async function putSaid(tx: Tx, { createdAt, ...row }: Said & { createdAt: Date }): Promise<void> {
  const { employeeId: _, ...set } = row
  await tx
    .insert(scimPeople)
    .values({ assumed: {}, ...row, createdAt })
    .onConflictDoUpdate({ target: scimPeople.employeeId, set })
}

export async function markDeleted(tx: Tx, employeeId: string, at: Date): Promise<void> {
  await tx
    .update(scimPeople)
    .set({ deletedAt: at, changedAt: at })
    .where(eq(scimPeople.employeeId, employeeId))
}

export async function setGiven(tx: Tx, employeeId: string, given: string[]): Promise<void> {
  await tx.update(scimPeople).set({ given }).where(eq(scimPeople.employeeId, employeeId))
}
