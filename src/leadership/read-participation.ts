import type { Context } from '../context.ts'
import { booksPeriodOf } from '../engine/ledger/books-period-of.ts'
import { localDateOf } from '../engine/time/local-date-of.ts'
import { checkPeriod, type Period } from '../lib/period.ts'
import { readPeriodCounts } from '../period-counts/read-period-counts.ts'
import { countLeaders, type LeadersBesideAll } from './count-leaders.ts'
import { listOverrides } from './queries.ts'

export interface LeadershipParticipation extends Period, LeadersBesideAll {
  /** Publications of these days that went ahead although leaders had no shift in them, and why. */
  overrides: Override[]
}

interface Override extends Period {
  publicationId: string
  rotationName: string
  /** How many had none. */
  leaders: number
  reason: string
  overriddenAt: Date
  /** Null: the command line. */
  overriddenBy: { id: string; name: string | null } | null
}

/**
 * Hours due and done of executives and leads beside those of everybody, on the days [fromOn, toOn), left out: the
 * reader's quarter. By the arithmetic of the ledger, for everybody in the company, and never of single people: a group
 * of fewer than five is withheld, and so are the leaders where fewer than five others would be left. Levels are those
 * of today.
 *
 * @throws {PeriodNotValid}
 */
export async function readLeadershipParticipation(
  ctx: Context,
  wanted: Partial<Period> = {}
): Promise<LeadershipParticipation> {
  const quarter = booksPeriodOf(localDateOf(ctx.now(), ctx.actor.timeZone), 3)
  const period = { fromOn: wanted.fromOn ?? quarter.fromOn, toOn: wanted.toOn ?? quarter.toOn }
  checkPeriod(period)
  const [counts] = await readPeriodCounts(
    ctx.db,
    { kind: 'leaders', count: countLeaders },
    { periods: [period], now: ctx.now() }
  )
  return {
    ...period,
    ...counts!,
    overrides: (await listOverrides(ctx.db, period)).map(({ overriddenById, overriddenByName, ...row }) => ({
      ...row,
      overriddenBy: overriddenById === null ? null : { id: overriddenById, name: overriddenByName }
    }))
  }
}
