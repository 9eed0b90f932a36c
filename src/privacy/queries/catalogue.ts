import { type SQL, sql } from 'drizzle-orm'
import type { Queryable } from '../../../db/client.ts'
import { OWN_COLUMNS, PARTS, SEAT_COLUMN } from '../tables.ts'

export interface Column {
  table: string
  column: string
  type: string
}

/** Every column of every table, as the database has them now: what others add is found without being told. */
export async function listColumns(db: Queryable): Promise<Map<string, Column[]>> {
  const { rows } = await db.execute<Column & Record<string, unknown>>(sql`
    select c.table_name as table, c.column_name as column, c.data_type as type
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.is_generated = 'NEVER'
    order by 1, c.ordinal_position`)
  const tables = new Map<string, Column[]>()
  for (const row of rows) tables.set(row.table, [...(tables.get(row.table) ?? []), row])
  return tables
}

/** Which rows of a table, whose columns these are, are a person's own; undefined where none can be. */
export function isOwn(columns: readonly Column[], employeeId: string): SQL | undefined {
  const parts = columns.flatMap(({ table, column }) => {
    const name = sql.identifier(column)
    if (OWN_COLUMNS.has(column)) return sql`${name} = ${employeeId}`
    const of = column === SEAT_COLUMN ? 'assignments' : PARTS[table]?.[column]
    return of ? sql`${name} in (select id from ${sql.identifier(of)} where employee_id = ${employeeId})` : []
  })
  return parts.length === 0 ? undefined : sql`(${sql.join(parts, sql` or `)})`
}

/** Columns that refer to an employee. */
export async function listReferences(db: Queryable): Promise<{ table: string; column: string }[]> {
  const { rows } = await db.execute<{ table: string; column: string }>(sql`
    select conrelid::regclass::text as table, a.attname as column
    from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
    where k.contype = 'f' and k.confrelid = 'employees'::regclass and array_length(k.conkey, 1) = 1
    order by 1, 2`)
  return rows
}
