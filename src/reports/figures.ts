import type { Period } from '../lib/period.ts'
import type { Owed } from '../quotas/read-due.ts'
import type { Activity } from './add-up.ts'
import { Dues, numbered, type OwedByKey } from './dues.ts'
import type { PieceSums } from './piece-sums.ts'
import type { Published } from './published-rows.ts'
import { type Crowd, isEmployed } from './queries/crowd.ts'
import type { PackedDays } from './queries/packed.ts'
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
export interface RowDues {
  byKey: OwedByKey
  byPeriod: Owed[]
}

/** What the people of the crowd owe, by group or by period; nothing is due in a track. */
export function duesOf(
  crowd: Crowd,
  {
    reach,
    grouping,
    quotas,
    off
  }: { reach: Reach; grouping: Grouping | null; quotas: Quotas; off: PackedDays }
): RowDues {
  const dues = new Dues(crowd, { quotas, off })
  const kind = grouping && 'keys' in grouping ? grouping.kind : null
  const pieces = grouping?.kind === 'period' ? grouping.pieces : []
  return { byKey: dues.byKey(kind, reach), byPeriod: dues.byPeriod(pieces) }
}

/** The figures of each row and, last, of everybody together. */
export function figuresOf(
  crowd: Crowd,
  {
    reach,
    published,
    sums,
    dues
  }: { reach: Reach; published: Published; sums: Sums | PieceSums; dues: RowDues }
): { rows: Figures[]; whole: Figures } {
  const { grouping, rows } = published
  const { byKey, byPeriod } = dues
  const activity = activitiesOf(crowd, sums, { grouping, whole: reach, rows: rows.length })
  const rowAt = (at: number): Figures => {
    const did = activity.rows[at]!
    if (grouping.kind === 'track') return { owed: null, activity: did, employed: null }
    if (grouping.kind === 'period') {
      const employed = countEmployed(crowd, grouping.pieces[at]!)
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
      employed: countEmployed(crowd, reach)
    }
  }
}

function sumOwed(all: readonly (Owed | undefined)[]): Owed {
  const sum = (name: keyof Owed) => all.reduce((total, owed) => total + (owed?.[name] ?? 0), 0)
  return { dueMinutes: sum('dueMinutes'), waivedMinutes: sum('waivedMinutes') }
}

function countEmployed(crowd: Crowd, period: Period): number {
  const days = numbered(period)
  let people = 0
  for (let person = 0; person < crowd.joined.length; person += 1)
    if (isEmployed(crowd, person, days)) people += 1
  return people
}
