import type { Tx } from '../../db/client.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { maskPersonalData } from '../engine/insight/mask-personal-data.ts'
import { localDateOf } from '../engine/time/local-date-of.ts'
import { AreaNotFound, GuessLocked, GuessNotAsked, GuessWithoutPain, SeasonNotFound } from './errors.ts'
import { findGuess, insertGuess, replacePains, updateGuess } from './queries/guesses.ts'
import { findLevel, listAreaNames, lockEmployee } from './queries/people.ts'
import { shareSeason } from './queries/seasons.ts'
import { type OwnGuess, readOwnGuess } from './read-own-guess.ts'

/** A part of the product, or words. */
export type WantedPain = { areaId: string } | { words: string }

export interface WantedGuess {
  servedWellPercent: number
  pains: WantedPain[]
}

/**
 * A leader says what share of customers will be served well and what hurts most, or changes their mind, until the
 * season's first day begins by their own clock. Nobody else reads it; obvious personal data is masked all the same.
 *
 * @throws {GuessNotAsked} {@link SeasonNotFound} {@link GuessLocked} {@link AreaNotFound} {@link GuessWithoutPain}
 */
export async function makeGuess(
  ctx: Context,
  seasonId: string,
  { servedWellPercent, pains }: WantedGuess
): Promise<OwnGuess> {
  if (pains.length === 0) throw new GuessWithoutPain()
  const { employeeId, timeZone } = ctx.actor
  return ctx.db.transaction(async (tx) => {
    await lockEmployee(tx, employeeId)
    if ((await findLevel(tx, employeeId)) === 'staff') throw new GuessNotAsked()
    const season = await shareSeason(tx, seasonId)
    if (!season) throw new SeasonNotFound({ seasonId })
    const { fromOn } = season
    if (localDateOf(ctx.now(), timeZone) >= fromOn) throw new GuessLocked({ fromOn })
    await refuseUnknownAreas(tx, pains)
    const before = await findGuess(tx, seasonId, employeeId)
    const guess = { seasonId, employeeId, servedWellPercent, guessedAt: ctx.now() }
    const guessId = before?.id ?? (await insertGuess(tx, guess))
    if (before) await updateGuess(tx, guessId, { servedWellPercent, changedAt: ctx.now() })
    await replacePains(tx, guessId, pains.map(painRow))
    // What was guessed is the leader's own; the audit log is read by others.
    const action = before ? 'guess.changed' : 'guess.made'
    await recordAudit(tx, ctx, { action, objectType: 'season', objectId: seasonId })
    return (await readOwnGuess(tx, seasonId, employeeId))!
  })
}

async function refuseUnknownAreas(tx: Tx, pains: readonly WantedPain[]): Promise<void> {
  const wanted = pains.flatMap((pain) => ('areaId' in pain ? pain.areaId.toLowerCase() : []))
  const known = await listAreaNames(tx, wanted)
  const areaIds = wanted.filter((id) => !known.has(id))
  if (areaIds.length > 0) throw new AreaNotFound({ areaIds })
}

function painRow(pain: WantedPain) {
  if ('areaId' in pain) return { areaId: pain.areaId, words: null }
  return { areaId: null, words: maskPersonalData(pain.words.trim()).text }
}
