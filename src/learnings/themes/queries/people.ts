import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import type { Queryable, Tx } from '../../../../db/client.ts'
import { employees } from '../../../../db/schema/employees.ts'
import type { Level } from '../../../words.ts'

export async function findLevel(db: Queryable, employeeId: string): Promise<Level | null> {
  const [row] = await db
    .select({ level: employees.level })
    .from(employees)
    .where(eq(employees.id, employeeId))
  return row?.level ?? null
}

/** Keeps a person from being deactivated meanwhile; null when there is no such person at work. */
export async function lockActive(tx: Tx, employeeId: string) {
  const [row] = await tx
    .select({ id: employees.id, name: employees.name, timeZone: employees.timeZone })
    .from(employees)
    .where(and(eq(employees.id, employeeId), isNull(employees.deactivatedAt)))
    .for('share')
  return row ?? null
}

/** Those of these people who are there to read. */
export async function keepActive(db: Queryable, employeeIds: readonly string[]): Promise<string[]> {
  const rows = await db
    .select({ id: employees.id })
    .from(employees)
    .where(and(inArray(employees.id, [...employeeIds]), isNull(employees.deactivatedAt)))
    .orderBy(asc(employees.id))
  return rows.map(({ id }) => id)
}

export async function listExecutiveIds(db: Queryable): Promise<string[]> {
  const rows = await db
    .select({ id: employees.id })
    .from(employees)
    .where(and(eq(employees.level, 'executive'), isNull(employees.deactivatedAt)))
    .orderBy(asc(employees.id))
  return rows.map(({ id }) => id)
}
