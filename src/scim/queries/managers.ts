import { asc, eq, sql } from 'drizzle-orm'
import type { Queryable, Tx } from '../../../db/client.ts'
import { employees } from '../../../db/schema/employees.ts'
import { scimPeople } from '../../../db/schema/scim.ts'
import { isId } from './people.ts'

/** The person whom an identity provider means by an id, an external id, a user name or an address; null for nobody. */
export async function findByAnyName(db: Queryable, name: string): Promise<string | null> {
  const isById = sql`${employees.id} = ${isId(name) ? name : null}::uuid`
  const [row] = await db
    .select({ id: employees.id })
    .from(employees)
    .leftJoin(scimPeople, eq(scimPeople.employeeId, employees.id))
    .where(
      sql`(${isById} or ${scimPeople.externalId} = ${name} or lower(${scimPeople.userName}) = lower(${name})
        or lower(${employees.email}) = lower(${name}))
        and not exists (select from erasures x where x.employee_id = ${employees.id})`
    )
    .orderBy(sql`${isById} is true desc`, asc(employees.id))
    .limit(1)
  return row?.id ?? null
}

/** Those who wait for a manager of one of these names, in id order. */
export async function listWaitingFor(db: Queryable, names: readonly string[]) {
  const folded = sql.param(names.map((name) => name.toLowerCase()))
  return db
    .select({ id: scimPeople.employeeId })
    .from(scimPeople)
    .where(sql`lower(${scimPeople.managerRef}) = any(${folded}::text[]) and ${scimPeople.deletedAt} is null`)
    .orderBy(asc(scimPeople.employeeId))
}

export async function clearManagerRef(tx: Tx, employeeId: string): Promise<void> {
  await tx.update(scimPeople).set({ managerRef: null }).where(eq(scimPeople.employeeId, employeeId))
}
