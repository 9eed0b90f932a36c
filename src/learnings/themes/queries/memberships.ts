import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import type { Queryable, Tx } from '../../../../db/client.ts'
import { learnings } from '../../../../db/schema/learnings.ts'
import { themeLearnings } from '../../../../db/schema/themes.ts'

const inForce = isNull(themeLearnings.leftAt)

/** Locks learnings in id order, with the theme each is in; withdrawn ones are not in the answer. */
export async function lockLearnings(tx: Tx, learningIds: readonly string[]) {
  const found = await tx
    .select({ id: learnings.id, employeeId: learnings.employeeId })
    .from(learnings)
    .where(and(inArray(learnings.id, [...learningIds]), isNull(learnings.withdrawnAt)))
    .orderBy(asc(learnings.id))
    .for('update')
  const ids = found.map(({ id }) => id)
  const placed = await tx
    .select({ learningId: themeLearnings.learningId, themeId: themeLearnings.themeId })
    .from(themeLearnings)
    .where(and(inArray(themeLearnings.learningId, ids), inForce))
  const themeOf = new Map(placed.map(({ learningId, themeId }) => [learningId, themeId]))
  return found.map((learning) => ({ ...learning, themeId: themeOf.get(learning.id) ?? null }))
}

export async function findThemeIdOf(db: Queryable, learningId: string): Promise<string | null> {
  const [row] = await db
    .select({ themeId: themeLearnings.themeId })
    .from(themeLearnings)
    .where(and(eq(themeLearnings.learningId, learningId), inForce))
  return row?.themeId ?? null
}

export async function markLeft(
  tx: Tx,
  learningIds: readonly string[],
  left: { leftAt: Date; leftBy: string }
): Promise<void> {
  await tx
    .update(themeLearnings)
    .set(left)
    .where(and(inArray(themeLearnings.learningId, [...learningIds]), inForce))
}

export async function insertMemberships(tx: Tx, rows: (typeof themeLearnings.$inferInsert)[]): Promise<void> {
  await tx.insert(themeLearnings).values(rows)
}

/** Whoever reported any of these themes, each once. */
export async function listReporterIds(db: Queryable, themeIds: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectDistinct({ employeeId: learnings.employeeId })
    .from(themeLearnings)
    .innerJoin(learnings, eq(learnings.id, themeLearnings.learningId))
    .where(and(inArray(themeLearnings.themeId, [...themeIds]), inForce))
    .orderBy(asc(learnings.employeeId))
  return rows.map(({ employeeId }) => employeeId)
}

/** How many learnings are in these themes. */
export async function countLearningsIn(db: Queryable, themeIds: readonly string[]): Promise<number> {
  return db.$count(themeLearnings, and(inArray(themeLearnings.themeId, [...themeIds]), inForce))
}
