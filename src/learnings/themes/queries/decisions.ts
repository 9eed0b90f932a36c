import { and, asc, eq, inArray, lte, sql } from 'drizzle-orm'
import type { Queryable, Tx } from '../../../../db/client.ts'
import { employees } from '../../../../db/schema/employees.ts'
import { themeDecisions, themeOwnerChanges } from '../../../../db/schema/themes.ts'
import type { AsOf } from '../../queries/as-of.ts'

export async function insertDecision(tx: Tx, row: typeof themeDecisions.$inferInsert): Promise<string> {
  const [inserted] = await tx.insert(themeDecisions).values(row).returning({ id: themeDecisions.id })
  return inserted!.id
}

/** What was decided of these themes by now or by a moment, and when. */
export async function listDecisions(db: Queryable, themeIds: readonly string[], asOf: AsOf = null) {
  return db
    .select({
      themeId: themeDecisions.themeId,
      decision: themeDecisions.decision,
      decidedAt: themeDecisions.decidedAt
    })
    .from(themeDecisions)
    .where(
      and(
        sql`${themeDecisions.themeId} = any(${sql.param([...themeIds])}::uuid[])`,
        asOf ? lte(themeDecisions.decidedAt, asOf) : undefined
      )
    )
    .orderBy(asc(themeDecisions.decidedAt), asc(themeDecisions.id))
}

/** The same in words, with the person, oldest first. */
export async function listDecisionsInFull(db: Queryable, themeIds: readonly string[]) {
  return db
    .select({
      id: themeDecisions.id,
      themeId: themeDecisions.themeId,
      decision: themeDecisions.decision,
      reason: themeDecisions.reason,
      decidedAt: themeDecisions.decidedAt,
      decidedBy: { id: employees.id, name: employees.name }
    })
    .from(themeDecisions)
    .innerJoin(employees, eq(employees.id, themeDecisions.decidedBy))
    .where(inArray(themeDecisions.themeId, [...themeIds]))
    .orderBy(asc(themeDecisions.decidedAt), asc(themeDecisions.id))
}

export async function insertOwnerChange(tx: Tx, row: typeof themeOwnerChanges.$inferInsert): Promise<void> {
  await tx.insert(themeOwnerChanges).values(row)
}

/** Who gave it to whom and why, oldest first. */
export async function listOwnerChanges(db: Queryable, themeId: string) {
  return db
    .select({
      id: themeOwnerChanges.id,
      fromId: themeOwnerChanges.fromId,
      toId: themeOwnerChanges.toId,
      reason: themeOwnerChanges.reason,
      changedAt: themeOwnerChanges.changedAt,
      changedBy: themeOwnerChanges.changedBy
    })
    .from(themeOwnerChanges)
    .where(eq(themeOwnerChanges.themeId, themeId))
    .orderBy(asc(themeOwnerChanges.changedAt), asc(themeOwnerChanges.id))
}

/** Names of people by id. */
export async function namesOf(db: Queryable, employeeIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await db
    .select({ id: employees.id, name: employees.name })
    .from(employees)
    .where(inArray(employees.id, [...employeeIds]))
  return new Map(rows.map(({ id, name }) => [id, name]))
}
