import type pg from 'pg'

/** What code may rely on, by name: `column employees.name` and what it is. */
export interface Catalog {
  /** Whatever is asked by name: tables, columns with their types, functions, triggers, values of enums, constraints. */
  readonly things: ReadonlyMap<string, string>
  /** Columns that take no null. */
  readonly notNull: ReadonlySet<string>
  /** Columns that a row cannot be written without naming. */
  readonly required: ReadonlySet<string>
  /** What may refuse a row: constraints and unique indexes, each with its definition. */
  readonly walls: ReadonlyMap<string, string>
}

const COLUMNS = `
  select format('column %s.%s', c.relname, a.attname) as name, format_type(a.atttypid, a.atttypmod) as what,
    a.attnotnull as is_not_null, a.attnotnull and not a.atthasdef and a.attidentity = '' as is_required
  from pg_attribute a join pg_class c on c.oid = a.attrelid
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v') and a.attnum > 0 and not a.attisdropped`

const WALLS = `
  select format('constraint %s of %s', conname, conrelid::regclass) as name, pg_get_constraintdef(oid) as what
  from pg_constraint where connamespace = 'public'::regnamespace and conrelid <> 0
  union all
  select format('unique index %s of %s', indexrelid::regclass, indrelid::regclass), pg_get_indexdef(indexrelid)
  from pg_index join pg_class c on c.oid = indrelid
  where c.relnamespace = 'public'::regnamespace and indisunique
    and not exists (select from pg_constraint where conindid = indexrelid)`

const OTHERS = `
  select format('%s %s', case relkind when 'v' then 'view' when 'S' then 'sequence' else 'table' end, relname) as name, '' as what
  from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'S')
  union all
  select format('function %s(%s)', p.proname, pg_get_function_identity_arguments(p.oid)), pg_get_function_result(p.oid)
  from pg_proc p where pronamespace = 'public'::regnamespace
    and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
  union all
  select format('trigger %s of %s', tgname, tgrelid::regclass), pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
  union all
  select format('value %s of %s', quote_literal(enumlabel), enumtypid::regtype), '' from pg_enum`

/** Reads the schema `public` as the database itself knows it, what was written by hand too. */
export async function readCatalog(client: pg.Client): Promise<Catalog> {
  const columns = (await client.query(COLUMNS)).rows
  const walls = (await client.query(WALLS)).rows
  const others = (await client.query(OTHERS)).rows
  const pair = ({ name, what }: { name: string; what: string }) => [name, what] as const
  return {
    things: new Map([...columns, ...others, ...walls].map(pair)),
    notNull: new Set(columns.filter(({ is_not_null }) => is_not_null).map(({ name }) => name)),
    required: new Set(columns.filter(({ is_required }) => is_required).map(({ name }) => name)),
    walls: new Map(walls.map(pair))
  }
}
