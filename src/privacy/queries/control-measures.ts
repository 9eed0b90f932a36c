import { and, eq, gt, isNull, lte, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Queryable, Tx } from '../../../db/client.ts'
import { controlMeasures } from '../../../db/schema/control-measures.ts'
import { employees } from '../../../db/schema/employees.ts'

const enders = alias(employees, 'enders')

const COLUMNS = {
  id: controlMeasures.id,
  purpose: controlMeasures.purpose,
  legalBasis: controlMeasures.legalBasis,
  consulted: controlMeasures.consulted,
  consultedOn: controlMeasures.consultedOn,
  fromOn: controlMeasures.fromOn,
  toOn: controlMeasures.toOn,
  recordedAt: controlMeasures.recordedAt,
  recordedById: controlMeasures.recordedBy,
  recordedByName: employees.name,
  endedAt: controlMeasures.endedAt,
  endedById: controlMeasures.endedBy,
  endedByName: enders.name
}

/** The register, latest first, or one entry. */
export async function listMeasures(db: Queryable, of: { id?: string } = {}) {
  return db
    .select(COLUMNS)
    .from(controlMeasures)
    .innerJoin(employees, eq(employees.id, controlMeasures.recordedBy))
    .leftJoin(enders, eq(enders.id, controlMeasures.endedBy))
    .where(of.id === undefined ? undefined : eq(controlMeasures.id, of.id))
    .orderBy(sql`${controlMeasures.recordedAt} desc`, sql`${controlMeasures.id} desc`)
}

export type MeasureRow = Awaited<ReturnType<typeof listMeasures>>[number]

export async function insertMeasure(tx: Tx, row: typeof controlMeasures.$inferInsert): Promise<string> {
  const [inserted] = await tx.insert(controlMeasures).values(row).returning({ id: controlMeasures.id })
  return inserted!.id
}

export async function lockMeasure(tx: Tx, id: string) {
  const [row] = await tx.select().from(controlMeasures).where(eq(controlMeasures.id, id)).for('update')
  return row ?? null
}

export async function markEnded(
  tx: Tx,
  id: string,
  ended: { endedAt: Date; endedBy: string }
): Promise<void> {
  await tx.update(controlMeasures).set(ended).where(eq(controlMeasures.id, id))
}

/** An entry of the register that holds on a day. */
export async function findInForce(db: Queryable, id: string, onDay: string) {
  const [row] = await db
    .select({ id: controlMeasures.id, purpose: controlMeasures.purpose })
    .from(controlMeasures)
    .where(
      and(
        eq(controlMeasures.id, id),
        isNull(controlMeasures.endedAt),
        lte(controlMeasures.fromOn, onDay),
        gt(controlMeasures.toOn, onDay)
      )
    )
  return row ?? null
}
