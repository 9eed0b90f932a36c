import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'

/** The moment that themes are read as of; null: now, as everything stands. */
export type AsOf = Date | null

const at = (asOf: Date): SQL => sql`${asOf.toISOString()}::timestamptz`

/** In force: begun and not ended by the moment. */
export const inForceAt = (from: SQLWrapper, until: SQLWrapper, asOf: AsOf): SQL =>
  asOf
    ? sql`(${from} <= ${at(asOf)} and (${until} is null or ${until} > ${at(asOf)}))`
    : sql`${until} is null`

/** What of a row was different at the moment, as a JSON object; null where it was as it is. */
export const pastOf = (kind: 'themes' | 'learnings', id: SQLWrapper, asOf: Date): SQL => sql`(
  select facts from past_rows where kind = ${kind} and row_id = ${id} and until > ${at(asOf)} order by until, place limit 1)`
