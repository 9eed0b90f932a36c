import type pg from 'pg'

interface Column {
  table: string
  column: string
  type: string
  isEnum: boolean
}

/** Values that are nobody's, by type. */
const VALUES: Readonly<Record<string, string>> = {
  text: `'x'`,
  boolean: 'true',
  'timestamp with time zone': `'2027-01-04T08:00:00Z'`,
  date: `'2027-01-04'`,
  'time without time zone': `'08:00'`,
  jsonb: `'{}'`,
  bytea: `''`
}

function valueFor({ type, isEnum }: Column, id: string): string {
  if (type === 'uuid') return `'${id}'`
  if (type.endsWith('[]')) return `'{}'`
  return isEnum ? `(enum_range(null::${type}))[1]` : (VALUES[type] ?? '1')
}

/**
 * Puts a row into every table but that of people, whatever tables there are: each with this id in all of its columns of ids, so
 * that it is the person's wherever a row can be, and so are the rows that it refers to. What keeps such rows out is taken away.
 */
export async function oneRowInEveryTable(owner: pg.Client, id: string): Promise<void> {
  const { rows: checks } = await owner.query<{ table: string; name: string }>(`
    select conrelid::regclass::text as table, quote_ident(conname) as name from pg_constraint
    where contype in ('c', 'x') and connamespace = 'public'::regnamespace and conrelid <> 0`)
  for (const { table, name } of checks) await owner.query(`alter table ${table} drop constraint ${name}`)
  const { rows: columns } = await owner.query<Column>(`
    select c.oid::regclass::text as table, quote_ident(a.attname) as column, format_type(a.atttypid, null) as type,
      t.typtype = 'e' as "isEnum"
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      join pg_type t on t.oid = a.atttypid
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname <> 'employees'
      and a.attgenerated = '' and a.attidentity = '' and (t.typname = 'uuid' or (a.attnotnull and not a.atthasdef))`)
  await owner.query(`set session_replication_role = replica`)
  for (const table of new Set(columns.map((column) => column.table))) {
    const of = columns.filter((column) => column.table === table)
    await owner.query(
      `insert into ${table} (${of.map(({ column }) => column)}) values (${of.map((column) => valueFor(column, id))})`
    )
  }
  await owner.query(`set session_replication_role = origin`)
}
