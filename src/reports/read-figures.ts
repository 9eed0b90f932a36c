import type { Tx } from '../../db/client.ts'
import type { Interval } from '../engine/time/local.ts'
import type { Period } from '../lib/period.ts'
import { longDaysAway } from '../quotas/keep-long-absences.ts'
import { groupBy, type Owed } from '../quotas/read-due.ts'
import type { Activity } from './add-up.ts'
import { type DueFacts, dueFactsOf } from './due-facts.ts'
import { owedByKey, owedByPeriod } from './group-facts.ts'
import type { Lines } from './lines.ts'
import type { Published } from './published-rows.ts'
import type { AsOf } from './queries/as-of.ts'
import type { Crowd } from './queries/crowd.ts'
import { listDaysOff, type Replaced } from './queries/due-facts.ts'
import type { Reach } from './queries/spans.ts'
import { listAwayDifferently, listLeaveAsOf } from './queries/stale.ts'
import type { Quotas } from './read-quotas.ts'
import { sumActivity } from './sum-activity.ts'

/** What is known of a row: what its people owe and did, and how many were employed. Null: not counted in such rows. */
export interface Figures {
  owed: Owed | null
  activity: Activity
  employed: number | null
}

/** People whose kept long absences do not hold at the moment of the report, with those that did. */
export async function replaceAway(tx: Tx, asOf: AsOf): Promise<Replaced> {
  const employeeIds = await listAwayDifferently(tx, asOf)
  if (employeeIds.length === 0) return { employeeIds, away: [] }
  const leaves = groupBy(await listLeaveAsOf(tx, employeeIds, asOf), ({ employeeId }) => employeeId)
  const away = [...leaves].flatMap(([employeeId, rows]) => {
    const spans: Interval[] = rows.map(({ startsAt, endsAt }) => ({
      startsAt: new Date(startsAt),
      endsAt: new Date(endsAt)
    }))
    return longDaysAway(spans, rows[0]!).map((days) => ({ employeeId, ...days }))
  })
  return { employeeIds, away }
}

/** The figures of each row and, last, of everybody together. */
export async function readFigures(
  tx: Tx,
  reach: Reach,
  { published, crowd, lines, quotas }: { published: Published; crowd: Crowd; lines: Lines; quotas: Quotas }
): Promise<{ rows: Figures[]; whole: Figures }> {
  const { grouping, rows } = published
  const replaced = await replaceAway(tx, reach.asOf)
  const activity = sumActivity(crowd, lines, { grouping, whole: reach, rows: rows.length })
  const kind = grouping.kind === 'period' || grouping.kind === 'track' ? null : grouping.kind
  const off = await listDaysOff(tx, reach, replaced)
  const facts = dueFactsOf(crowd, { reach, kind, quotas, off })
  const byKey = owedByKey(facts, quotas.of, reach)
  const byPeriod = grouping.kind === 'period' ? owedByPeriod(facts, quotas.of, grouping.pieces) : []
  const figuresOf = (at: number): Figures => {
    const did = activity.rows[at]!
    if (grouping.kind === 'track') return { owed: null, activity: did, employed: null }
    if (grouping.kind === 'period') {
      const employed = countEmployed(facts, grouping.pieces[at]!)
      return { owed: byPeriod[at]!, activity: did, employed }
    }
    const owed = sumOwed(rows[at]!.keys.map((key) => byKey.get(key)))
    return { owed, activity: did, employed: activity.employed![at]! }
  }
  return {
    rows: rows.map((_, at) => figuresOf(at)),
    whole: {
      owed: sumOwed([...byKey.values()]),
      activity: activity.whole,
      employed: countEmployed(facts, reach)
    }
  }
}

function sumOwed(all: readonly (Owed | undefined)[]): Owed {
  const sum = (name: keyof Owed) => all.reduce((total, owed) => total + (owed?.[name] ?? 0), 0)
  return { dueMinutes: sum('dueMinutes'), waivedMinutes: sum('waivedMinutes') }
}

/** Each person once: in the facts they have a row for each span, of which the last ends with the period. */
function countEmployed(facts: readonly DueFacts[], { fromOn, toOn }: Period): number {
  const last = facts.reduce((latest, { spanTo }) => (spanTo > latest ? spanTo : latest), '')
  return facts
    .filter((row) => row.spanTo === last && row.first < toOn && (row.last === null || row.last >= fromOn))
    .reduce((sum, { people }) => sum + people, 0)
}
