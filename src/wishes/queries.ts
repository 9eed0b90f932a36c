import { and, asc, eq, gte, isNull, lt, or, sql } from 'drizzle-orm'
import type { Queryable, Tx } from '../../db/client.ts'
import { employees } from '../../db/schema/employees.ts'
import { wishes } from '../../db/schema/wishes.ts'

const among = (ids: readonly string[] | undefined) =>
  ids && sql`${wishes.employeeId} = any(${sql.param([...ids])}::uuid[])`

/** Wishes for weekdays, and those for dates in [fromOn, toOn). Without the reason, which is the person's own. */
export async function listOf(
  db: Queryable,
  { employeeIds, fromOn, toOn }: { employeeIds?: readonly string[]; fromOn: string; toOn: string }
) {
  return db
    .select({
      employeeId: wishes.employeeId,
      weekday: wishes.weekday,
      onDay: wishes.onDay,
      part: wishes.part,
      level: wishes.level
    })
    .from(wishes)
    .where(
      and(
        among(employeeIds),
        or(isNull(wishes.onDay), and(gte(wishes.onDay, fromOn), lt(wishes.onDay, toOn)))
      )
    )
    .orderBy(...IN_ORDER)
}

const IN_ORDER = [asc(wishes.employeeId), asc(wishes.weekday), asc(wishes.onDay), asc(wishes.part)]

/** With the reason, so only for the person. */
export async function listOwn(db: Queryable, employeeId: string) {
  return db
    .select({
      weekday: wishes.weekday,
      onDay: wishes.onDay,
      part: wishes.part,
      level: wishes.level,
      reason: wishes.reason
    })
    .from(wishes)
    .where(eq(wishes.employeeId, employeeId))
    .orderBy(...IN_ORDER)
}

export async function replaceWishes(
  tx: Tx,
  employeeId: string,
  rows: Omit<typeof wishes.$inferInsert, 'employeeId'>[]
): Promise<void> {
  await tx.delete(wishes).where(eq(wishes.employeeId, employeeId))
  if (rows.length > 0) await tx.insert(wishes).values(rows.map((row) => ({ ...row, employeeId })))
}

const WORKER_COLUMNS = {
  id: employees.id,
  name: employees.name,
  zone: employees.timeZone,
  workingDays: employees.workingDays,
  workStartsAt: employees.workStartsAt,
  workEndsAt: employees.workEndsAt
}

export async function lockWorker(tx: Tx, employeeId: string) {
  const [row] = await tx
    .select(WORKER_COLUMNS)
    .from(employees)
    .where(eq(employees.id, employeeId))
    .for('no key update')
  return row!
}

export async function findWorker(db: Queryable, employeeId: string) {
  const [row] = await db.select(WORKER_COLUMNS).from(employees).where(eq(employees.id, employeeId))
  return row!
}

/** Active people of a team, by name. */
export async function listWorkersOf(db: Queryable, teamId: string) {
  return db
    .select(WORKER_COLUMNS)
    .from(employees)
    .where(and(eq(employees.teamId, teamId), isNull(employees.deactivatedAt)))
    .orderBy(asc(employees.name), asc(employees.id))
}
