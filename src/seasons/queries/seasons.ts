import { and, asc, desc, eq, gt, inArray, lte } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Queryable, Tx } from '../../../db/client.ts'
import { employees } from '../../../db/schema/employees.ts'
import { seasonGoals, seasons } from '../../../db/schema/seasons.ts'

const closers = alias(employees, 'closers')

const found = (db: Queryable) =>
  db
    .select({
      id: seasons.id,
      name: seasons.name,
      fromOn: seasons.fromOn,
      toOn: seasons.toOn,
      createdAt: seasons.createdAt,
      createdById: seasons.createdBy,
      createdByName: employees.name,
      closedAt: seasons.closedAt,
      closedById: seasons.closedBy,
      closedByName: closers.name
    })
    .from(seasons)
    .leftJoin(employees, eq(employees.id, seasons.createdBy))
    .leftJoin(closers, eq(closers.id, seasons.closedBy))

export type SeasonRow = Awaited<ReturnType<typeof listSeasons>>[number]

/** Latest first. */
export async function listSeasons(db: Queryable) {
  return found(db).orderBy(desc(seasons.fromOn))
}

export async function findSeason(db: Queryable, seasonId: string): Promise<SeasonRow | null> {
  const [row] = await found(db).where(eq(seasons.id, seasonId))
  return row ?? null
}

export async function lockSeason(tx: Tx, seasonId: string) {
  const [row] = await tx.select().from(seasons).where(eq(seasons.id, seasonId)).for('update')
  return row ?? null
}

/** So that nobody changes or closes it meanwhile, while others may do the same. */
export async function shareSeason(tx: Tx, seasonId: string) {
  const [row] = await tx.select().from(seasons).where(eq(seasons.id, seasonId)).for('share')
  return row ?? null
}

export async function findClosing(db: Queryable, seasonId: string) {
  const [row] = await db.select({ closing: seasons.closing }).from(seasons).where(eq(seasons.id, seasonId))
  return row?.closing ?? null
}

export async function insertSeason(tx: Tx, row: typeof seasons.$inferInsert): Promise<string> {
  const [inserted] = await tx.insert(seasons).values(row).returning({ id: seasons.id })
  return inserted!.id
}

export async function updateSeason(
  tx: Tx,
  seasonId: string,
  change: Partial<typeof seasons.$inferInsert>
): Promise<void> {
  await tx.update(seasons).set(change).where(eq(seasons.id, seasonId))
}

export type GoalRow = Awaited<ReturnType<typeof listGoals>>[number]

/** Of one season or of all, by place. */
export async function listGoals(db: Queryable, seasonId?: string) {
  return db
    .select({
      id: seasonGoals.id,
      seasonId: seasonGoals.seasonId,
      place: seasonGoals.place,
      goal: seasonGoals.goal,
      measure: seasonGoals.measure,
      strategyLine: seasonGoals.strategyLine
    })
    .from(seasonGoals)
    .where(seasonId === undefined ? undefined : eq(seasonGoals.seasonId, seasonId))
    .orderBy(asc(seasonGoals.seasonId), asc(seasonGoals.place))
}

export async function insertGoals(tx: Tx, rows: (typeof seasonGoals.$inferInsert)[]): Promise<void> {
  if (rows.length > 0) await tx.insert(seasonGoals).values(rows)
}

export async function updateGoal(
  tx: Tx,
  goalId: string,
  change: Partial<typeof seasonGoals.$inferInsert>
): Promise<void> {
  await tx.update(seasonGoals).set(change).where(eq(seasonGoals.id, goalId))
}

export async function deleteGoals(tx: Tx, goalIds: readonly string[]): Promise<void> {
  if (goalIds.length > 0) await tx.delete(seasonGoals).where(inArray(seasonGoals.id, [...goalIds]))
}

export async function findSeasonOfGoal(db: Queryable, goalId: string): Promise<string | null> {
  const [row] = await db
    .select({ seasonId: seasonGoals.seasonId })
    .from(seasonGoals)
    .where(eq(seasonGoals.id, goalId))
  return row?.seasonId ?? null
}

/** The goals of the season that has this day, by place. */
export async function listGoalsOn(db: Queryable, onDay: string) {
  return db
    .select({
      seasonId: seasons.id,
      name: seasons.name,
      fromOn: seasons.fromOn,
      goalId: seasonGoals.id,
      goal: seasonGoals.goal,
      measure: seasonGoals.measure
    })
    .from(seasons)
    .innerJoin(seasonGoals, eq(seasonGoals.seasonId, seasons.id))
    .where(and(lte(seasons.fromOn, onDay), gt(seasons.toOn, onDay)))
    .orderBy(asc(seasonGoals.place))
}
