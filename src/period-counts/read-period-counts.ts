import type { Queryable } from '../../db/client.ts'
import type { Period } from '../lib/period.ts'
import type { PeriodCountKind } from '../words.ts'
import { listCounts } from './queries.ts'

/** Counts what happened on the days of each period, as far as it has by `now`, in the order of the periods. */
export type CountPeriods<Counts> = (db: Queryable, periods: readonly Period[], now: Date) => Promise<Counts[]>

/**
 * The counts of periods, in their order: those that are kept as far as they hold at this moment, and the others counted from
 * the facts. Read it in a transaction in which nothing changes.
 */
export async function readPeriodCounts<Counts>(
  db: Queryable,
  { kind, count }: { kind: PeriodCountKind; count: CountPeriods<Counts> },
  { periods, now }: { periods: readonly Period[]; now: Date }
): Promise<Counts[]> {
  const rows = await listCounts(db, kind, { periods, now })
  const known = new Map(rows.map((row) => [nameOf(row), row.counts as Counts]))
  const open = periods.filter((period) => !known.has(nameOf(period)))
  const counted = open.length > 0 ? await count(db, open, now) : []
  open.forEach((period, at) => {
    known.set(nameOf(period), counted[at]!)
  })
  return periods.map((period) => known.get(nameOf(period))!)
}

const nameOf = ({ fromOn, toOn }: Period) => `${fromOn}/${toOn}`
