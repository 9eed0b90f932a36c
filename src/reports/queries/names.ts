import { asc, sql } from 'drizzle-orm'
import type { Queryable, Tx } from '../../../db/client.ts'
import { seasons } from '../../../db/schema/seasons.ts'
import { teams } from '../../../db/schema/teams.ts'

export async function listTeamNames(db: Queryable): Promise<Map<string, string>> {
  const rows = await db.select({ id: teams.id, name: teams.name }).from(teams)
  return new Map(rows.map(({ id, name }) => [id, name]))
}

export async function listSeasons(db: Queryable) {
  return db
    .select({ name: seasons.name, fromOn: seasons.fromOn, toOn: seasons.toOn })
    .from(seasons)
    .orderBy(asc(seasons.fromOn))
}

/**
 * Settings of the transaction for a few large queries: compiling them takes longer than running them, and sums of 50,000
 * people belong into memory. Merging two lists of that many would sort both first. Parts of one answer come in their order only
 * from one process.
 */
export async function settleForReports(tx: Tx): Promise<void> {
  await tx.execute(sql`select set_config('jit', 'off', true), set_config('work_mem', '64MB', true),
    set_config('enable_mergejoin', 'off', true), set_config('max_parallel_workers_per_gather', '0', true)`)
}
