import { and, asc, eq, inArray, isNull, ne } from 'drizzle-orm'
import type { Queryable, Tx } from '../../../db/client.ts'
import { employees } from '../../../db/schema/employees.ts'
import { productAreas } from '../../../db/schema/product-areas.ts'
import type { Level } from '../../words.ts'

export async function findLevel(db: Queryable, employeeId: string): Promise<Level | null> {
  const [row] = await db
    .select({ level: employees.level })
    .from(employees)
    .where(eq(employees.id, employeeId))
  return row?.level ?? null
}

export async function lockEmployee(tx: Tx, employeeId: string): Promise<void> {
  await tx
    .select({ id: employees.id })
    .from(employees)
    .where(eq(employees.id, employeeId))
    .for('no key update')
}

/** Everybody who leads and works here: leads and executives. */
export async function listLeaderIds(db: Queryable): Promise<string[]> {
  const rows = await db
    .select({ id: employees.id })
    .from(employees)
    .where(and(ne(employees.level, 'staff'), isNull(employees.deactivatedAt)))
    .orderBy(asc(employees.id))
  return rows.map(({ id }) => id)
}

/** Those of the product areas that are still offered, by id. */
export async function listAreaNames(db: Queryable, areaIds: readonly string[]): Promise<Map<string, string>> {
  if (areaIds.length === 0) return new Map()
  const rows = await db
    .select({ id: productAreas.id, name: productAreas.name })
    .from(productAreas)
    .where(and(inArray(productAreas.id, [...areaIds]), isNull(productAreas.archivedAt)))
  return new Map(rows.map(({ id, name }) => [id, name]))
}
