import { type SQL, sql } from 'drizzle-orm'
import type { Queryable } from '../../../db/client.ts'
import { OWN_COLUMNS, PRIVATE_COLUMNS, WITH_PAST } from '../tables.ts'
import { isOwn, listColumns, listReferences } from './catalogue.ts'

export type Row = Record<string, unknown>

const named = (name: string) => sql.identifier(name)

/** Secrets serve whoever has them and tell nothing: they are in no export. */
const SECRETS = new Set(['token_hash', 'secret', 'previous_secret', 'request_hash'])

/** Every row that is the person's own, by table; `isSelf` leaves in what is their own business alone. */
export async function listOwnRows(
  db: Queryable,
  employeeId: string,
  isSelf: boolean
): Promise<Record<string, Row[]>> {
  const tables: Record<string, Row[]> = {}
  for (const [table, columns] of await listColumns(db)) {
    const isTheirs = table === 'past_rows' ? isPastOf(employeeId) : isOwn(columns, employeeId)
    if (!isTheirs) continue
    const hidden = columns.filter(
      ({ column }) => SECRETS.has(column) || (!isSelf && PRIVATE_COLUMNS[table]?.includes(column))
    )
    const { rows } = await db.execute<{ row: Row }>(sql`
      select to_jsonb(held) - ${sql.param(hidden.map(({ column }) => column))}::text[] as row from ${named(table)} as held
      where ${isTheirs} order by to_jsonb(held)::text`)
    if (rows.length > 0) tables[table] = rows.map(({ row }) => row)
  }
  return tables
}

/** How their rows, and they themselves, were before; of a row that is gone its past says whose it was. */
function isPastOf(employeeId: string): SQL {
  const own = WITH_PAST.map((table) => sql`select id from ${named(table)} where employee_id = ${employeeId}`)
  return sql`(row_id = ${employeeId} or row_id in (${sql.join(own, sql` union all `)}) or facts ->> 'employee_id' = ${employeeId})`
}

/** The person's own row of the directory. */
export async function findDirectoryRow(db: Queryable, employeeId: string): Promise<Row | null> {
  const { rows } = await db.execute<{ row: Row }>(
    sql`select to_jsonb(held) as row from employees as held where id = ${employeeId}`
  )
  return rows[0]?.row ?? null
}

/** Audit entries about the person, and by them. */
export async function listAudit(db: Queryable, employeeId: string): Promise<Row[]> {
  const { rows } = await db.execute<{ row: Row }>(sql`
    select to_jsonb(entry) as row from audit_entries as entry
    where (object_type = 'employee' and object_id = ${employeeId}) or actor_id = ${employeeId} order by at, id`)
  return rows.map(({ row }) => row)
}

/** How many rows of others name the person as somebody who did something to them. */
export async function countDeeds(
  db: Queryable,
  employeeId: string
): Promise<{ table: string; as: string; rows: number }[]> {
  const deeds: { table: string; as: string; rows: number }[] = []
  for (const { table, column } of await listReferences(db)) {
    if (OWN_COLUMNS.has(column)) continue
    const { rows } = await db.execute<{ n: number }>(
      sql`select count(*)::int as n from ${named(table)} where ${named(column)} = ${employeeId}`
    )
    if (rows[0]!.n > 0) deeds.push({ table, as: column, rows: rows[0]!.n })
  }
  return deeds
}
