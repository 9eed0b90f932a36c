import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate as applyMigrations } from 'drizzle-orm/node-postgres/migrator'
import pg from 'pg'
import { grantToApplication } from './application-role.ts'
import { type Connection, clientConfig } from './client.ts'

interface JournalEntry {
  readonly tag: string
  readonly when: number
}

/** Any number will do, as long as every process that migrates uses the same one. */
const lockNumber = 7281

/**
 * Two minutes, for the lock around migrating and for each table a migration changes: long enough for another
 * replica to finish, short enough that a forgotten session does not hold up a deployment in silence.
 */
const lockTimeout = '120s'

/**
 * Brings the database up to this code's schema. Safe from several processes at once: drizzle's own migrator takes
 * no lock, and three processes on an empty database crash each other.
 *
 * @throws MigrationRefused when the database was migrated by newer code, or a migration was not applied
 */
export async function migrate(
  connection: Connection,
  folder = migrationsFolder(),
  { isRestoring = false } = {}
): Promise<void> {
  const journal = readJournal(folder)
  const client = new pg.Client(clientConfig(connection))
  // A server that goes away while no query runs would otherwise end the process; the next query reports it.
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query(`set lock_timeout = '${lockTimeout}'`)
    await client.query('select pg_advisory_lock($1)', [lockNumber])
    if (!isRestoring) await refuseUnfinishedRestore(client)
    refuseNewerSchema(journal, await appliedAt(client))
    await applyMigrations(drizzle({ client, casing: 'snake_case' }), { migrationsFolder: folder })
    refuseSkippedMigration(journal, await appliedAt(client))
    await grantToApplication(client)
  } finally {
    await client.end()
  }
}

/**
 * The same up to one migration, for a backup taken at it.
 *
 * @throws MigrationRefused when this code does not know that migration
 */
export async function migrateUpTo(connection: Connection, tag: string): Promise<void> {
  const folder = migrationsFolder()
  const entries = readJournal(folder)
  const last = entries.findIndex((entry) => entry.tag === tag)
  if (last < 0)
    throw new MigrationRefused(`This version does not know the migration ${tag}: use a newer one.`)
  const part = mkdtempSync(join(tmpdir(), 'lyttepost-migrations-'))
  try {
    cpSync(folder, part, { recursive: true })
    const journal = JSON.parse(readFileSync(join(folder, 'meta', '_journal.json'), 'utf8'))
    writeFileSync(
      join(part, 'meta', '_journal.json'),
      JSON.stringify({ ...journal, entries: entries.slice(0, last + 1) })
    )
    await migrate(connection, part, { isRestoring: true })
  } finally {
    rmSync(part, { recursive: true, force: true })
  }
}

/** The name of the migration that the database stands at. */
export async function lastMigration(client: pg.Client): Promise<string> {
  const at = Math.max(...(await appliedAt(client)))
  const entry = readJournal(migrationsFolder()).find(({ when }) => when === at)
  if (!entry)
    throw new MigrationRefused('The database stands at a migration that this version does not know.')
  return entry.tag
}

export class MigrationRefused extends Error {
  override readonly name = 'MigrationRefused'
}

/** `db/migrations` of this project, from the sources as well as from `dist`. */
export function migrationsFolder(): string {
  const here = dirname(fileURLToPath(import.meta.url))
  const places = [join(here, 'migrations'), join(here, '..', '..', 'db', 'migrations')]
  return places.find((place) => existsSync(join(place, 'meta', '_journal.json'))) ?? places[0]!
}

function readJournal(folder: string): JournalEntry[] {
  const path = join(folder, 'meta', '_journal.json')
  if (!existsSync(path)) throw new MigrationRefused(`There are no migrations: ${path} is missing.`)
  return (JSON.parse(readFileSync(path, 'utf8')) as { entries: JournalEntry[] }).entries
}

/** When each migration in the database was generated, in milliseconds, oldest first; empty before the first. */
async function appliedAt(client: pg.Client): Promise<number[]> {
  const table = await client.query(
    "select to_regclass('drizzle.__drizzle_migrations') is not null as present"
  )
  if (!table.rows[0].present) return []
  const { rows } = await client.query(
    'select created_at from drizzle.__drizzle_migrations order by created_at'
  )
  return rows.map((row) => Number(row.created_at))
}

async function refuseUnfinishedRestore(client: pg.Client): Promise<void> {
  const { rows } = await client.query(
    `select to_regclass('drizzle.restore_unfinished') is not null as is_unfinished`
  )
  if (!rows[0].is_unfinished) return
  throw new MigrationRefused(
    'A restore into this database was cut off: run `lyttepost restore` with the same file again.'
  )
}

function refuseNewerSchema(journal: JournalEntry[], applied: number[]): void {
  const newestHere = Math.max(0, ...journal.map((entry) => entry.when))
  const newer = applied.filter((when) => when > newestHere).length
  if (newer === 0) return
  const what = newer === 1 ? 'a migration' : `${newer} migrations`
  throw new MigrationRefused(
    `The database holds ${what} newer than this code knows: deploy the newer code, or restore an older backup.`
  )
}

/** drizzle skips, in silence, a migration that was generated before the last one it applied (two branches merged). */
function refuseSkippedMigration(journal: JournalEntry[], applied: number[]): void {
  const skipped = journal.filter((entry) => !applied.includes(entry.when)).map((entry) => entry.tag)
  if (skipped.length === 0) return
  throw new MigrationRefused(
    `Not applied, because a newer migration was there first: ${skipped.join(', ')}. Generate it again with npm run db:new.`
  )
}
