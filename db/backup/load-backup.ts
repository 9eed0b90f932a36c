import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { type Connection, clientConfig } from '../client.ts'
import { migrate, migrateUpTo } from '../migrate.ts'
import { BackupRefused, copyTarget } from './format.ts'
import { type BackupTable, openBackup } from './read-backup.ts'

/** There while a restored database is not settled: no server starts on it. */
export const MARKER = 'drizzle.restore_unfinished'

/** What the database numbers by itself goes on behind the highest number that came back. */
const NUMBERING_GOES_ON = `
  do $$
  declare numbered record;
  begin
    for numbered in
      select c.relname as name, a.attname as number, pg_get_serial_sequence(c.oid::regclass::text, a.attname) as sequence
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
        and pg_get_serial_sequence(c.oid::regclass::text, a.attname) is not null
    loop
      execute format('select setval(%L, coalesce((select max(%I) from %I), 1), exists (select from %I))',
        numbered.sequence, numbered.number, numbered.name, numbered.name);
    end loop;
  end
  $$`

export interface LoadedBackup {
  createdAt: string
  rows: number
}

/**
 * Fills an empty database from a backup: at the migration it was taken at, whole or not at all, and then brought up to this
 * code's schema. A marker stays until `liftMarker`, so that nothing runs on it before it is settled.
 *
 * @throws {BackupRefused} where the database holds a company, the file is not whole, or the user may not switch triggers off.
 */
export async function loadBackup(connection: Connection, file: string): Promise<LoadedBackup> {
  const client = new pg.Client(clientConfig(connection))
  client.on('error', () => {})
  await client.connect()
  try {
    const { header, tables } = await openBackup(file)
    await refuseUnfit(client)
    await client.query(
      'drop schema if exists drizzle cascade; drop schema public cascade; create schema public'
    )
    await migrateUpTo(connection, header.migration)
    await client.query(`begin; set local session_replication_role = replica; create table ${MARKER} ()`)
    const { rows: made } = await client.query<{ name: string }>(
      `select format('public.%I', tablename) as name from pg_tables where schemaname = 'public'`
    )
    await client.query(`truncate ${made.map(({ name }) => name).join(', ')}`)
    const rows = await copyTables(client, tables)
    await client.query(NUMBERING_GOES_ON)
    await client.query('commit')
    await client.query('analyze')
    await migrate(connection, undefined, { isRestoring: true })
    return { createdAt: header.createdAt, rows }
  } finally {
    await client.end()
  }
}

/** The restored database is settled: servers may start on it. */
export async function liftMarker(connection: Connection): Promise<void> {
  const client = new pg.Client(clientConfig(connection))
  await client.connect()
  await client.query(`drop table ${MARKER}`).finally(() => client.end())
}

async function copyTables(client: pg.Client, tables: AsyncGenerator<BackupTable>): Promise<number> {
  let rows = 0
  for await (const table of tables) {
    const into = client.query(copyFrom(`copy ${copyTarget(table.header)} from stdin`))
    await pipeline(Readable.from(table.rows), into)
    rows += into.rowCount
  }
  return rows
}

async function refuseUnfit(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{
    is_superuser: boolean
    has_people: boolean
    is_unfinished: boolean
  }>(`
    select rolsuper as is_superuser, to_regclass('public.employees') is not null as has_people,
      to_regclass('${MARKER}') is not null as is_unfinished
    from pg_roles where rolname = current_user`)
  const { is_superuser, has_people, is_unfinished } = rows[0]!
  if (!is_superuser) {
    throw new BackupRefused(
      'The database user may not switch triggers off. Restore as a superuser, or use pg_restore with a dump (README, "Backup").'
    )
  }
  if (!has_people || is_unfinished) return
  const { rowCount } = await client.query('select from employees limit 1')
  if (rowCount) {
    throw new BackupRefused(
      'This database holds a company already. Restore into an empty one: another DATA_DIR, or a new database.'
    )
  }
}
