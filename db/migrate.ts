import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pauseFor } from 'node:timers/promises'
import pg from 'pg'
import { grantToApplication } from './application-role.ts'
import { applyMigrations, PATIENT, type Waiting } from './apply-migrations.ts'
import { type Connection, clientConfig } from './client.ts'
import {
  type JournalEntry,
  MigrationRefused,
  migrationsFolder,
  readJournal,
  readMigration
} from './migration-files.ts'

/** Any number will do, as long as every process that migrates uses the same one. */
const lockNumber = 7281

/** Two minutes of waiting for another replica to finish. */
const turnTries = 1200
const turnPauseMillis = 100

/**
 * Brings the database up to this code's schema. Safe from several processes at once: drizzle's own migrator takes
 * no lock, and three processes on an empty database crash each other.
 *
 * @throws MigrationRefused when the database was migrated by newer code, or a migration would be left out
 */
export async function migrate(
  connection: Connection,
  folder = migrationsFolder(),
  { isRestoring = false, waiting = PATIENT }: { isRestoring?: boolean; waiting?: Waiting } = {}
): Promise<void> {
  const journal = readJournal(folder)
  const client = new pg.Client(clientConfig(connection))
  // A server that goes away while no query runs would otherwise end the process; the next query reports it.
  client.on('error', () => {})
  await client.connect()
  try {
    await takeTurn(client)
    if (!isRestoring) await refuseUnfinishedRestore(client)
    const applied = await appliedAt(client)
    refuseNewerSchema(journal, applied)
    refuseSkippedMigration(journal, applied)
    const due = journal.filter(({ when }) => !applied.includes(when))
    await applyMigrations(
      client,
      due.map((entry) => readMigration(folder, entry)),
      waiting
    )
    await grantToApplication(client)
  } finally {
    await client.end()
  }
}

/** Asks again and again: who waits inside of a query holds a snapshot, and an index built concurrently would wait for that. */
async function takeTurn(client: pg.Client): Promise<void> {
  for (let tried = 1; tried <= turnTries; tried += 1) {
    const { rows } = await client.query('select pg_try_advisory_lock($1) as is_ours', [lockNumber])
    if (rows[0].is_ours) return
    await pauseFor(turnPauseMillis)
  }
  throw new MigrationRefused('Another process has been migrating this database for two minutes: look at it.')
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

/** Generated before the last one that was applied (two branches merged): out of order it might not mean the same. */
function refuseSkippedMigration(journal: JournalEntry[], applied: number[]): void {
  const last = Math.max(0, ...applied)
  const skipped = journal.filter(({ when }) => when < last && !applied.includes(when)).map(({ tag }) => tag)
  if (skipped.length === 0) return
  throw new MigrationRefused(
    `Not applied, because a newer migration was there first: ${skipped.join(', ')}. Generate it again with npm run db:new.`
  )
}
