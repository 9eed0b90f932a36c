import { type SQL, sql } from 'drizzle-orm'

/** The moment that a report is read as of; null: now, as everything stands. */
export type AsOf = Date | null

const at = (asOf: Date) => sql`${asOf.toISOString()}::timestamptz`

/** Written by then. */
export const writtenBy = (column: string, asOf: AsOf): SQL =>
  asOf ? sql`${sql.raw(column)} <= ${at(asOf)}` : sql`true`

/** Happened by then; null has not. */
export const happenedBy = (column: string, asOf: AsOf): SQL =>
  asOf ? sql`${sql.raw(column)} <= ${at(asOf)}` : sql`${sql.raw(column)} is not null`

/** Not happened by then. */
export const notBy = (column: string, asOf: AsOf): SQL =>
  asOf
    ? sql`(${sql.raw(column)} is null or ${sql.raw(column)} > ${at(asOf)})`
    : sql`${sql.raw(column)} is null`

/** Rows of a table that were different then: the first past behind the moment. */
const pastOf = (table: string, asOf: Date): SQL => sql`
  select distinct on (row_id) row_id, facts from past_rows
  where kind = ${table} and until > ${at(asOf)} order by row_id, until, place`

/** The rows of a table as they were, those that are gone left out; `created` is the column of their first moment. */
export function rowsAsOf(table: string, created: string, asOf: AsOf): SQL {
  const name = sql.raw(table)
  if (!asOf) return sql`(select * from ${name})`
  const written = sql`${sql.raw(created)} <= ${at(asOf)}`
  return sql`(
    select * from ${name} where ${written}
      and id not in (select row_id from past_rows where kind = ${table} and until > ${at(asOf)})
    union all
    select changed.* from (${pastOf(table, asOf)}) as past
      join ${name} as kept on kept.id = past.row_id
      cross join lateral jsonb_populate_record(kept, past.facts) as changed
      where changed.${written})`
}

/** Spans of absences as they were, also of those deleted since. */
export function absencesAsOf(asOf: Date): SQL {
  const columns = sql`employee_id, starts_at, ends_at, source::text as source`
  return sql`(
    select ${columns} from absences where created_at <= ${at(asOf)}
      and id not in (select row_id from past_rows where kind = 'absences' and until > ${at(asOf)})
    union all
    select (facts ->> 'employee_id')::uuid, (facts ->> 'starts_at')::timestamptz, (facts ->> 'ends_at')::timestamptz,
      facts ->> 'source'
    from (${pastOf('absences', asOf)}) as past where (facts ->> 'created_at')::timestamptz <= ${at(asOf)})`
}
