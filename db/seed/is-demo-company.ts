import { sql } from 'drizzle-orm'
import type { Db } from '../client.ts'
import { employees } from '../schema/employees.ts'

/** Whether the people in the database are all of the demo company; null when there is nobody yet. */
export async function isDemoCompany(db: Db): Promise<boolean | null> {
  const [row] = await db
    .select({ isDemo: sql<boolean | null>`bool_and(${employees.email} like '%@fjordlys.example')` })
    .from(employees)
  return row?.isDemo ?? null
}
