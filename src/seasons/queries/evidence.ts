import { and, asc, eq, inArray, isNotNull, isNull, or } from 'drizzle-orm'
import type { Queryable, Tx } from '../../../db/client.ts'
import { employees } from '../../../db/schema/employees.ts'
import { fixItBlocks } from '../../../db/schema/fix-it-blocks.ts'
import { learnings } from '../../../db/schema/learnings.ts'
import { goalEvidence, seasonGoals } from '../../../db/schema/seasons.ts'
import { themes } from '../../../db/schema/themes.ts'

/** What is attached to the goals of these seasons, oldest first; a learning that its writer took back is left out. */
export async function listEvidence(db: Queryable, seasonIds: readonly string[]) {
  return db
    .select({
      id: goalEvidence.id,
      goalId: goalEvidence.goalId,
      learningId: goalEvidence.learningId,
      themeId: goalEvidence.themeId,
      fixItId: goalEvidence.fixItId,
      triedTo: learnings.triedTo,
      obstacle: learnings.obstacle,
      title: themes.title,
      outcome: fixItBlocks.outcome,
      attachedAt: goalEvidence.attachedAt,
      attachedById: goalEvidence.attachedBy,
      attachedByName: employees.name
    })
    .from(goalEvidence)
    .innerJoin(seasonGoals, eq(seasonGoals.id, goalEvidence.goalId))
    .innerJoin(employees, eq(employees.id, goalEvidence.attachedBy))
    .leftJoin(learnings, eq(learnings.id, goalEvidence.learningId))
    .leftJoin(themes, eq(themes.id, goalEvidence.themeId))
    .leftJoin(fixItBlocks, eq(fixItBlocks.id, goalEvidence.fixItId))
    .where(
      and(
        inArray(seasonGoals.seasonId, [...seasonIds]),
        or(isNull(goalEvidence.learningId), isNull(learnings.withdrawnAt))
      )
    )
    .orderBy(asc(goalEvidence.attachedAt), asc(goalEvidence.id))
}

export type EvidenceRow = Awaited<ReturnType<typeof listEvidence>>[number]

/** Those of the goals that anything is attached to. */
export async function listGoalsWithEvidence(db: Queryable, goalIds: readonly string[]): Promise<string[]> {
  if (goalIds.length === 0) return []
  const rows = await db
    .selectDistinct({ goalId: goalEvidence.goalId })
    .from(goalEvidence)
    .where(inArray(goalEvidence.goalId, [...goalIds]))
  return rows.map(({ goalId }) => goalId).toSorted()
}

export async function findLearning(db: Queryable, id: string) {
  const [row] = await db
    .select({ id: learnings.id, ownerId: learnings.employeeId })
    .from(learnings)
    .where(and(eq(learnings.id, id), isNull(learnings.withdrawnAt)))
  return row ?? null
}

export async function findTheme(db: Queryable, id: string) {
  const [row] = await db
    .select({ id: themes.id, ownerId: themes.ownerId })
    .from(themes)
    .where(eq(themes.id, id))
  return row ?? null
}

/** A repair or page that is done. */
export async function findDoneFixIt(db: Queryable, id: string) {
  const [row] = await db
    .select({ id: fixItBlocks.id, ownerId: fixItBlocks.employeeId })
    .from(fixItBlocks)
    .where(and(eq(fixItBlocks.id, id), isNotNull(fixItBlocks.doneAt)))
  return row ?? null
}

export async function insertEvidence(tx: Tx, row: typeof goalEvidence.$inferInsert): Promise<string> {
  const [inserted] = await tx.insert(goalEvidence).values(row).returning({ id: goalEvidence.id })
  return inserted!.id
}

export async function findEvidence(db: Queryable, evidenceId: string) {
  const [row] = await db
    .select({
      id: goalEvidence.id,
      goalId: goalEvidence.goalId,
      seasonId: seasonGoals.seasonId,
      attachedBy: goalEvidence.attachedBy
    })
    .from(goalEvidence)
    .innerJoin(seasonGoals, eq(seasonGoals.id, goalEvidence.goalId))
    .where(eq(goalEvidence.id, evidenceId))
  return row ?? null
}

/** True for whoever deleted it. */
export async function deleteEvidence(tx: Tx, evidenceId: string): Promise<boolean> {
  const rows = await tx
    .delete(goalEvidence)
    .where(eq(goalEvidence.id, evidenceId))
    .returning({ id: goalEvidence.id })
  return rows.length === 1
}
