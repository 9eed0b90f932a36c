import type { Queryable } from '../../db/client.ts'
import type { Context } from '../context.ts'
import type { ClosingDecision, ClosingPage } from '../engine/insight/closing-page.ts'
import { readPeriodCounts } from '../period-counts/read-period-counts.ts'
import { composeClosing } from './compose-closing.ts'
import { countSeasons } from './count-season.ts'
import { listNames } from './queries/closing.ts'
import { findClosing } from './queries/seasons.ts'
import { type Evidence, readSeasonWithin, type Season } from './read-seasons.ts'

export type NamedDecision = Omit<ClosingDecision, 'decidedById'> & {
  decidedBy: { id: string; name: string | null }
}

export interface Closing
  extends Omit<ClosingPage, 'setOut' | 'decided' | 'decidedNotTo'>,
    Pick<Season, 'id' | 'name' | 'fromOn' | 'toOn' | 'state' | 'closedAt' | 'closedBy'> {
  /** Written when the season was closed, and the same ever since; else what it would say now. */
  isFrozen: boolean
  setOut: (Omit<ClosingPage['setOut'][number], 'evidence'> & { evidence: ClosingEvidence[] })[]
  decided: NamedDecision[]
  decidedNotTo: NamedDecision[]
}

/** `text` is what its writer said, as far as it is there still; the page itself holds none of it. */
export interface ClosingEvidence {
  kind: Evidence['kind']
  id: string
  title: string | null
  text: string | null
}

/**
 * The closing page of a season, for everybody; of one that is not closed, as it would be now. Names of people and the
 * words of learnings are read anew, for they are theirs; everything else is as it was written.
 *
 * @throws {SeasonNotFound}
 */
export async function readClosing(ctx: Context, seasonId: string): Promise<Closing> {
  return ctx.db.transaction((tx) => readClosingWithin(tx, ctx, seasonId), {
    isolationLevel: 'repeatable read',
    accessMode: 'read only'
  })
}

/** The same in a transaction under way. */
export async function readClosingWithin(db: Queryable, ctx: Context, seasonId: string): Promise<Closing> {
  const season = await readSeasonWithin(db, ctx, seasonId)
  const frozen = await findClosing(db, seasonId)
  const page = frozen ?? (await composeNow(db, season, ctx.now()))
  const decisions = [...page.decided, ...page.decidedNotTo]
  const names = await listNames(db, [...new Set(decisions.map(({ decidedById }) => decidedById))])
  const named = ({ decidedById: id, ...decision }: ClosingDecision) => ({
    ...decision,
    decidedBy: { id, name: names.get(id) ?? null }
  })
  const { id, name, fromOn, toOn, state, closedAt, closedBy } = season
  return {
    ...{ id, name, fromOn, toOn, state, closedAt, closedBy, isFrozen: frozen !== null },
    setOut: page.setOut.map((goal) => ({ ...goal, evidence: withTexts(goal.evidence, season) })),
    did: page.did,
    learned: page.learned,
    decided: page.decided.map(named),
    decidedNotTo: page.decidedNotTo.map(named),
    gap: page.gap
  }
}

async function composeNow(db: Queryable, season: Season, now: Date): Promise<ClosingPage> {
  const { fromOn, toOn } = season
  const [sums] = await readPeriodCounts(
    db,
    { kind: 'closing', count: countSeasons },
    { periods: [{ fromOn, toOn }], now }
  )
  return composeClosing(db, season, sums!)
}

function withTexts(
  evidence: ClosingPage['setOut'][number]['evidence'],
  { goals }: Season
): ClosingEvidence[] {
  const texts = new Map(goals.flatMap((goal) => goal.evidence.map(({ sourceId, text }) => [sourceId, text])))
  return evidence.map((one) => ({
    ...one,
    text: one.kind === 'theme' ? one.title : (texts.get(one.id) ?? null)
  }))
}
