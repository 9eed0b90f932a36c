import { and, asc, eq, exists, isNull, or, sql } from 'drizzle-orm'
import type { Queryable, Tx } from '../../../db/client.ts'
import { employees } from '../../../db/schema/employees.ts'
import { learnings } from '../../../db/schema/learnings.ts'
import { productAreas } from '../../../db/schema/product-areas.ts'
import { themes } from '../../../db/schema/themes.ts'

/** In order of name. */
export async function listAreas(db: Queryable, withArchived: boolean) {
  return db
    .select({
      id: productAreas.id,
      name: productAreas.name,
      ownerId: productAreas.ownerId,
      ownerName: employees.name,
      archivedAt: productAreas.archivedAt
    })
    .from(productAreas)
    .leftJoin(employees, eq(employees.id, productAreas.ownerId))
    .where(withArchived ? undefined : isNull(productAreas.archivedAt))
    .orderBy(sql`lower(${productAreas.name})`, asc(productAreas.id))
}

export async function lockArea(tx: Tx, areaId: string) {
  const [row] = await tx.select().from(productAreas).where(eq(productAreas.id, areaId)).for('update')
  return row ?? null
}

export async function insertArea(tx: Tx, row: typeof productAreas.$inferInsert): Promise<string> {
  const [inserted] = await tx.insert(productAreas).values(row).returning({ id: productAreas.id })
  return inserted!.id
}

export async function updateArea(
  tx: Tx,
  areaId: string,
  changes: Partial<typeof productAreas.$inferInsert>
): Promise<void> {
  await tx.update(productAreas).set(changes).where(eq(productAreas.id, areaId))
}

export async function deleteAreaRow(tx: Tx, areaId: string): Promise<void> {
  await tx.delete(productAreas).where(eq(productAreas.id, areaId))
}

/** Whether a learning, a withdrawn one too, or a theme is of this area. */
export async function isInUse(tx: Tx, areaId: string): Promise<boolean> {
  const heard = tx.select({ one: sql`1` }).from(learnings).where(eq(learnings.areaId, areaId))
  const gathered = tx.select({ one: sql`1` }).from(themes).where(eq(themes.areaId, areaId))
  const rows = await tx
    .select({ id: productAreas.id })
    .from(productAreas)
    .where(and(eq(productAreas.id, areaId), or(exists(heard), exists(gathered))))
  return rows.length === 1
}

export async function isEmployed(tx: Tx, employeeId: string): Promise<boolean> {
  const rows = await tx
    .select({ id: employees.id })
    .from(employees)
    .where(and(eq(employees.id, employeeId), isNull(employees.deactivatedAt)))
    .for('key share')
  return rows.length === 1
}
