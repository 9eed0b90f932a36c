import type { Queryable } from '../../db/client.ts'
import type { Context } from '../context.ts'
import { GuessNotFound, SeasonNotFound } from './errors.ts'
import { findGuess, listPains } from './queries/guesses.ts'
import { findSeason } from './queries/seasons.ts'

export interface OwnGuess {
  servedWellPercent: number
  /** The worst first. */
  pains: { areaId: string | null; name: string }[]
  guessedAt: Date
  changedAt: Date | null
}

/** What one leader guessed, for that leader; null when nothing. */
export async function readOwnGuess(
  db: Queryable,
  seasonId: string,
  employeeId: string
): Promise<OwnGuess | null> {
  const guess = await findGuess(db, seasonId, employeeId)
  if (!guess) return null
  const { id: guessId, servedWellPercent, guessedAt, changedAt } = guess
  const pains = await listPains(db, { guessId })
  return {
    servedWellPercent,
    pains: pains.map(({ areaId, areaName, words }) => ({ areaId, name: areaName ?? words ?? '' })),
    guessedAt,
    changedAt
  }
}

/**
 * The actor's own guess.
 *
 * @throws {SeasonNotFound} {@link GuessNotFound}
 */
export async function readMyGuess(ctx: Context, seasonId: string): Promise<OwnGuess> {
  if (!(await findSeason(ctx.db, seasonId))) throw new SeasonNotFound({ seasonId })
  const guess = await readOwnGuess(ctx.db, seasonId, ctx.actor.employeeId)
  if (!guess) throw new GuessNotFound({ seasonId })
  return guess
}
