import { and, asc, eq } from 'drizzle-orm'
import type { Queryable, Tx } from '../../../db/client.ts'
import { productAreas } from '../../../db/schema/product-areas.ts'
import { guessedPains, seasonGuesses } from '../../../db/schema/season-guesses.ts'

export async function findGuess(db: Queryable, seasonId: string, employeeId: string) {
  const [row] = await db
    .select()
    .from(seasonGuesses)
    .where(and(eq(seasonGuesses.seasonId, seasonId), eq(seasonGuesses.employeeId, employeeId)))
  return row ?? null
}

export async function insertGuess(tx: Tx, row: typeof seasonGuesses.$inferInsert): Promise<string> {
  const [inserted] = await tx.insert(seasonGuesses).values(row).returning({ id: seasonGuesses.id })
  return inserted!.id
}

export async function updateGuess(
  tx: Tx,
  guessId: string,
  change: { servedWellPercent: number; changedAt: Date }
): Promise<void> {
  await tx.update(seasonGuesses).set(change).where(eq(seasonGuesses.id, guessId))
}

export async function replacePains(
  tx: Tx,
  guessId: string,
  pains: readonly { areaId: string | null; words: string | null }[]
): Promise<void> {
  await tx.delete(guessedPains).where(eq(guessedPains.guessId, guessId))
  if (pains.length === 0) return
  await tx.insert(guessedPains).values(pains.map((pain, at) => ({ ...pain, guessId, place: at + 1 })))
}

/** The pains of all guesses of a season, or of one guess; the worst first. */
export async function listPains(db: Queryable, of: { seasonId: string } | { guessId: string }) {
  return db
    .select({
      guessId: guessedPains.guessId,
      areaId: guessedPains.areaId,
      areaName: productAreas.name,
      words: guessedPains.words
    })
    .from(guessedPains)
    .innerJoin(seasonGuesses, eq(seasonGuesses.id, guessedPains.guessId))
    .leftJoin(productAreas, eq(productAreas.id, guessedPains.areaId))
    .where('guessId' in of ? eq(guessedPains.guessId, of.guessId) : eq(seasonGuesses.seasonId, of.seasonId))
    .orderBy(asc(guessedPains.guessId), asc(guessedPains.place))
}

export async function listGuesses(db: Queryable, seasonId: string) {
  return db
    .select({
      id: seasonGuesses.id,
      employeeId: seasonGuesses.employeeId,
      servedWellPercent: seasonGuesses.servedWellPercent
    })
    .from(seasonGuesses)
    .where(eq(seasonGuesses.seasonId, seasonId))
    .orderBy(asc(seasonGuesses.id))
}
