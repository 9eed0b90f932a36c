import { sql } from 'drizzle-orm'
import type { Queryable, Tx } from '../../db/client.ts'
import { periodCounts } from '../../db/schema/period-counts.ts'
import type { Period } from '../lib/period.ts'
import type { PeriodCountKind } from '../words.ts'

interface KeptRow extends Period {
  counts: unknown
}

/** Counts of these periods that hold at a moment. In one statement, so that a mark is not missed. */
export async function listCounts(
  db: Queryable,
  kind: PeriodCountKind,
  { periods, now }: { periods: readonly Period[]; now: Date }
): Promise<KeptRow[]> {
  const { rows } = await db.execute<KeptRow & Record<string, unknown>>(sql`
    select from_on as "fromOn", to_on as "toOn", counts from period_counts kept
    where kind = ${kind} and counted_at <= ${now.toISOString()}::timestamptz
      and (holds_until is null or holds_until > ${now.toISOString()}::timestamptz)
      and (from_on, to_on) in (
        select * from unnest(${sql.param(periods.map(({ fromOn }) => fromOn))}::date[],
          ${sql.param(periods.map(({ toOn }) => toOn))}::date[]))
      and not exists (select from stale_period_counts stale
        where stale.from_on is null or (stale.from_on < kept.to_on and stale.to_on > kept.from_on))`)
  return rows
}

/** Only one counts at a time. */
export async function lockCounts(tx: Tx): Promise<boolean> {
  const { rows } = await tx.execute<{ locked: boolean }>(
    sql`select pg_try_advisory_xact_lock(hashtextextended('period-counts', 0)) as locked`
  )
  return rows[0]!.locked
}

/** Takes the marks off the list, and with them the counts that they are about. Marks that come later stay. */
export async function dropStaleCounts(tx: Tx): Promise<void> {
  await tx.execute(sql`
    with stale as (delete from stale_period_counts returning from_on, to_on)
    delete from period_counts kept using stale
    where stale.from_on is null or (stale.from_on < kept.to_on and stale.to_on > kept.from_on)`)
}

export async function insertCounts(tx: Tx, row: typeof periodCounts.$inferInsert): Promise<void> {
  const { counts, countedAt, holdsUntil } = row
  await tx
    .insert(periodCounts)
    .values(row)
    .onConflictDoUpdate({
      target: [periodCounts.kind, periodCounts.fromOn, periodCounts.toOn],
      set: { counts, countedAt, holdsUntil }
    })
}

/** The next moment at which a shift of the period begins, is over, or has been for so many hours. */
export async function findNextTurn(
  db: Queryable,
  { fromOn, toOn }: Period,
  { now, hours }: { now: Date; hours: number }
): Promise<Date | null> {
  const at = sql`${now.toISOString()}::timestamptz`
  const later = sql`ends_at + make_interval(hours => ${hours})`
  const { rows } = await db.execute<{ turn: string | null }>(sql`
    select least(min(starts_at) filter (where starts_at > ${at}), min(ends_at) filter (where ends_at > ${at}),
      min(${later}) filter (where ${later} > ${at})) as turn
    from shifts where on_day >= ${fromOn}::date and on_day < ${toOn}::date`)
  const turn = rows[0]?.turn
  return turn ? new Date(turn) : null
}
