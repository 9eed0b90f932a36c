import { addDays } from 'date-fns'
import type { Db, Queryable, Tx } from '../../db/client.ts'
import type { AnyContext } from '../context.ts'
import { countQuarters, mondayBefore, TOLD_WITHIN_HOURS } from '../decay/count-quarters.ts'
import { quartersUntil } from '../decay/quarters.ts'
import { QUARTERS_BEFORE } from '../decay/read-decay-watch.ts'
import { countLeaders } from '../leadership/count-leaders.ts'
import type { Period } from '../lib/period.ts'
import { countSeasons } from '../seasons/count-season.ts'
import { listOpenSeasons } from '../seasons/list-open-seasons.ts'
import type { PeriodCountKind } from '../words.ts'
import { dropStaleCounts, findNextTurn, insertCounts, listCounts, lockCounts } from './queries.ts'
import type { CountPeriods } from './read-period-counts.ts'

interface Keeper {
  kind: PeriodCountKind
  /** Which periods people look at. */
  periods: (db: Queryable, now: Date) => Promise<Period[]>
  count: CountPeriods<object>
  /** Whether a shift that begins or ends changes the counts by itself. */
  followsShifts: boolean
  /** A moment at which something else than a shift changes the counts. */
  nextTurn?: (now: Date) => Date
}

const KEEPERS: readonly Keeper[] = [
  {
    kind: 'decay',
    periods: async (_, now) => quartersUntil(now.toISOString().slice(0, 10), QUARTERS_BEFORE),
    count: countQuarters,
    followsShifts: true,
    nextTurn: (now) => addDays(mondayBefore(now), 7)
  },
  { kind: 'closing', periods: listOpenSeasons, count: countSeasons, followsShifts: true },
  {
    kind: 'leaders',
    periods: async (_, now) => quartersUntil(now.toISOString().slice(0, 10), 1),
    count: countLeaders,
    followsShifts: false
  }
]

/**
 * Counts anew the periods that pages show of the whole company and of which something changed, or in which a shift began or
 * ended: until then pages count them from the facts. Each period in a transaction of its own, so that no mark waits for long.
 */
export async function keepPeriodCounts({ db, now }: AnyContext): Promise<void> {
  await db.transaction(async (tx) => {
    if (await lockCounts(tx)) await dropStaleCounts(tx)
  })
  for (const keeper of KEEPERS) {
    for (const period of await keeper.periods(db, now())) await keepOne(db, now(), keeper, period)
  }
}

async function keepOne(db: Db, now: Date, keeper: Keeper, period: Period): Promise<void> {
  await db.transaction(async (tx) => {
    if (!(await lockCounts(tx)) || (await holds(tx, now, keeper, period))) return
    const [counts] = await keeper.count(tx, [period], now)
    const ofShifts =
      keeper.followsShifts && (await findNextTurn(tx, period, { now, hours: TOLD_WITHIN_HOURS }))
    const turns = [ofShifts, keeper.nextTurn?.(now)]
    const times = turns.flatMap((turn) => (turn ? [turn.getTime()] : []))
    const holdsUntil = times.length > 0 ? new Date(Math.min(...times)) : null
    await insertCounts(tx, { kind: keeper.kind, ...period, counts, countedAt: now, holdsUntil })
  })
}

async function holds(tx: Tx, now: Date, { kind }: Keeper, period: Period): Promise<boolean> {
  return (await listCounts(tx, kind, { periods: [period], now })).length > 0
}
