import type { Period } from '../lib/period.ts'
import type { Owed } from '../quotas/read-due.ts'
import type { Activity } from './add-up.ts'
import { type DueFacts, dueFactsOf } from './due-facts.ts'
import { type OwedByKey, owedByKey, owedByPeriod } from './group-facts.ts'
import type { Published } from './published-rows.ts'
import type { Crowd } from './queries/crowd.ts'
import type { PackedDays } from './queries/due-facts.ts'
import type { Reach } from './queries/spans.ts'
import type { Quotas } from './read-quotas.ts'
import { activitiesOf, type Grouping } from './sum-activity.ts'
import type { Sums } from './sums.ts'

/** What is known of a row: what its people owe and did, and how many were employed. Null: not counted in such rows. */
export interface Figures {
  owed: Owed | null
  activity: Activity
  employed: number | null
}

/** What is due, before it is known what was done. */
export interface Dues {
  facts: DueFacts[]
  byKey: OwedByKey
  byPeriod: Owed[]
}

/** Adds up what the people of the crowd owe, by group or by period; nothing is due in a track. */
export function duesOf(
  crowd: Crowd,
  {
    reach,
    grouping,
    quotas,
    off
  }: { reach: Reach; grouping: Grouping | null; quotas: Quotas; off: PackedDays }
): Dues {
  const kind = grouping && 'keys' in grouping ? grouping.kind : null
  const facts = dueFactsOf(crowd, { reach, kind, quotas, off })
  const pieces = grouping?.kind === 'period' ? grouping.pieces : []
  return {
    facts,
    byKey: owedByKey(facts, quotas.of, reach),
    byPeriod: owedByPeriod(facts, quotas.of, pieces)
  }
}

/** The figures of each row and, last, of everybody together. */
export function figuresOf(
  crowd: Crowd,
  { reach, published, sums, dues }: { reach: Reach; published: Published; sums: Sums; dues: Dues }
): { rows: Figures[]; whole: Figures } {
  const { grouping, rows } = published
  const { facts, byKey, byPeriod } = dues
  const activity = activitiesOf(crowd, sums, { grouping, whole: reach, rows: rows.length })
  const rowAt = (at: number): Figures => {
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
    rows: rows.map((_, at) => rowAt(at)),
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
