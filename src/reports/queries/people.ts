import { asc, inArray } from 'drizzle-orm'
import type { Queryable } from '../../../db/client.ts'
import { employees } from '../../../db/schema/employees.ts'

export async function listPeopleOf(db: Queryable, teamIds: readonly string[]): Promise<string[]> {
  const rows = await db
    .select({ id: employees.id })
    .from(employees)
    .where(inArray(employees.teamId, [...teamIds]))
    .orderBy(asc(employees.id))
  return rows.map(({ id }) => id)
}
