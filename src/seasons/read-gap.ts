import type { Queryable } from '../../db/client.ts'
import type { Context } from '../context.ts'
import { groupBy } from '../engine/facts/group-by.ts'
import { type DeliveryGap, deliveryGap, pointsAbove } from '../engine/insight/delivery-gap.ts'
import { type Guess, groupGuesses } from '../engine/insight/group-guesses.ts'
import { servedOfScores } from '../engine/insight/served-of-scores.ts'
import { type ServedCounts, shareServed } from '../engine/insight/share-served.ts'
import { localDateOf } from '../engine/time/local-date-of.ts'
import type { Period } from '../lib/period.ts'
import { readPeriodCounts } from '../period-counts/read-period-counts.ts'
import type { SeasonSums } from './count-season.ts'
import { SeasonNotFound } from './errors.ts'
import { listGuesses, listPains } from './queries/guesses.ts'
import { findClosing, findSeason } from './queries/seasons.ts'
import { countScores, listFoundPains, sumServed } from './queries/served.ts'
import { type OwnGuess, readOwnGuess } from './read-own-guess.ts'

export interface GapForReader extends DeliveryGap {
  seasonId: string
  /** Before the first day nobody sees the group: it would tell the last to guess what the others think. */
  isGuessingOpen: boolean
  /** The reader's own guess and how far it lies above what was found; null for who made none. */
  mine: (OwnGuess & { gapToShifts: number | null; gapToCustomers: number | null }) | null
}

/**
 * Leaders' guess against evidence: their own to each, the group's median and spread to everybody once the season has
 * begun. Of a closed season as its page says. Eight queries at most.
 *
 * @throws {SeasonNotFound}
 */
export async function readGap(ctx: Context, seasonId: string): Promise<GapForReader> {
  const season = await findSeason(ctx.db, seasonId)
  if (!season) throw new SeasonNotFound({ seasonId })
  const { employeeId, timeZone } = ctx.actor
  const isGuessingOpen = localDateOf(ctx.now(), timeZone) < season.fromOn
  const closing = await findClosing(ctx.db, seasonId)
  const gap = closing?.gap ?? (await gapNow(ctx, season, isGuessingOpen))
  const own = await readOwnGuess(ctx.db, seasonId, employeeId)
  const mine = own && {
    ...own,
    gapToShifts: pointsAbove(own.servedWellPercent, gap.shifts),
    gapToCustomers: pointsAbove(own.servedWellPercent, gap.customers)
  }
  return { seasonId, isGuessingOpen, ...gap, mine }
}

/** What is kept of the season's cases is not counted. */
async function gapNow(ctx: Context, season: SeasonDays, isGuessingOpen: boolean): Promise<DeliveryGap> {
  const count = async (db: Queryable, periods: readonly Period[]) =>
    Promise.all(periods.map(async (days) => ({ served: await sumServed(db, days) })))
  const days = { fromOn: season.fromOn, toOn: season.toOn }
  const [sums] = await readPeriodCounts<Pick<SeasonSums, 'served'>>(
    ctx.db,
    { kind: 'closing', count },
    { periods: [days], now: ctx.now() }
  )
  return gapOf(ctx.db, season, { isGuessingOpen, served: sums!.served })
}

interface SeasonDays extends Period {
  id: string
}

/** The group's guess and the evidence of the season's days, by present facts; `served` of them where it is known. */
export async function gapOf(
  db: Queryable,
  { id, fromOn, toOn }: SeasonDays,
  { isGuessingOpen = false, served }: { isGuessingOpen?: boolean; served?: ServedCounts } = {}
): Promise<DeliveryGap> {
  const days = { fromOn, toOn }
  return deliveryGap({
    guess: isGuessingOpen ? null : groupGuesses(await guessesOf(db, id)),
    shifts: shareServed(served ?? (await sumServed(db, days))),
    customers: shareServed(servedOfScores(await countScores(db, days))),
    foundPains: await listFoundPains(db, days)
  })
}

async function guessesOf(db: Queryable, seasonId: string): Promise<Guess[]> {
  const pains = groupBy(await listPains(db, { seasonId }), ({ guessId }) => guessId)
  return (await listGuesses(db, seasonId)).map(({ id, servedWellPercent }) => ({
    percent: servedWellPercent,
    pains: (pains.get(id) ?? []).map(({ areaName, words }) => areaName ?? words ?? '')
  }))
}
