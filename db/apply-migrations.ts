import { setTimeout as pauseFor } from 'node:timers/promises'
import type pg from 'pg'
import { sqlStateOf } from './errors.ts'
import { type MigrationFile, MigrationRefused } from './migration-files.ts'

export interface Waiting {
  /** How long a migration waits for a table, in milliseconds. All who come after it wait behind it. */
  readonly lockMillis: number
  readonly tries: number
  /** Between two tries others get through. */
  readonly pause: () => Promise<unknown>
}

/** Two minutes in all: enough for a long report to end, and a forgotten session holds nobody up for longer than 5 s at a time. */
export const PATIENT: Waiting = { lockMillis: 5000, tries: 24, pause: () => pauseFor(1000) }

const LOCK_NOT_AVAILABLE = '55P03'

/**
 * Applies migrations in their order, each in a transaction of its own, so that the locks of one are gone before the next
 * begins. drizzle's migrator runs all of them in one, where nothing can be built concurrently and no constraint be
 * checked after the table was let go. The books are drizzle's own.
 */
export async function applyMigrations(
  client: pg.Client,
  migrations: readonly MigrationFile[],
  waiting: Waiting
): Promise<void> {
  await client.query(`
    create schema if not exists drizzle;
    create table if not exists drizzle.__drizzle_migrations
      (id serial primary key, hash text not null, created_at bigint)`)
  await client.query(`set lock_timeout = ${waiting.lockMillis}`)
  for (const migration of migrations) await applyPatiently(client, migration, waiting)
}

async function applyPatiently(client: pg.Client, migration: MigrationFile, waiting: Waiting): Promise<void> {
  const apply = migration.isOutsideTransaction ? applyOutside : applyInside
  for (let tried = 1; ; tried += 1) {
    try {
      return await apply(client, migration)
    } catch (error) {
      if (sqlStateOf(error) !== LOCK_NOT_AVAILABLE || tried >= waiting.tries) throw error
      await waiting.pause()
    }
  }
}

async function applyInside(client: pg.Client, migration: MigrationFile): Promise<void> {
  await client.query('begin')
  try {
    for (const statement of migration.statements) await client.query(statement)
    await note(client, migration)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

async function applyOutside(client: pg.Client, migration: MigrationFile): Promise<void> {
  for (const statement of migration.statements) await client.query(statement)
  await refuseHalfBuiltIndex(client)
  await note(client, migration)
}

/** An index whose building was cut off is there by name and used by no query; `if not exists` would leave it so. */
async function refuseHalfBuiltIndex(client: pg.Client): Promise<void> {
  const { rows } = await client.query(
    'select indexrelid::regclass as name from pg_index where not indisvalid'
  )
  if (rows.length === 0) return
  const names = rows.map(({ name }) => name).join(', ')
  throw new MigrationRefused(
    `Half built and of no use: ${names}. Drop it (drop index concurrently), and start again.`
  )
}

async function note(client: pg.Client, { hash, when }: MigrationFile): Promise<void> {
  await client.query('insert into drizzle.__drizzle_migrations (hash, created_at) values ($1, $2)', [
    hash,
    when
  ])
}
