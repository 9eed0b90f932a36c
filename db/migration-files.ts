import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export interface JournalEntry {
  readonly tag: string
  /** When it was generated, in milliseconds: what the database remembers it by. */
  readonly when: number
}

export interface MigrationFile extends JournalEntry {
  readonly statements: string[]
  readonly hash: string
  /** It locks little because it runs in no transaction, so it must bear being run again after half of it. */
  readonly isOutsideTransaction: boolean
}

export class MigrationRefused extends Error {
  override readonly name = 'MigrationRefused'
}

/** The first line of a migration that must not run in a transaction, such as `create index concurrently`. */
const OUTSIDE = /^-- outside a transaction\b/

/** `db/migrations` of this project, from the sources as well as from `dist`. */
export function migrationsFolder(): string {
  const here = dirname(fileURLToPath(import.meta.url))
  const places = [join(here, 'migrations'), join(here, '..', '..', 'db', 'migrations')]
  return places.find((place) => existsSync(join(place, 'meta', '_journal.json'))) ?? places[0]!
}

export function readJournal(folder: string): JournalEntry[] {
  const path = join(folder, 'meta', '_journal.json')
  if (!existsSync(path)) throw new MigrationRefused(`There are no migrations: ${path} is missing.`)
  return (JSON.parse(readFileSync(path, 'utf8')) as { entries: JournalEntry[] }).entries
}

export function readMigration(folder: string, { tag, when }: JournalEntry): MigrationFile {
  const text = readFileSync(join(folder, `${tag}.sql`), 'utf8')
  return {
    tag,
    when,
    statements: text.split('--> statement-breakpoint'),
    hash: createHash('sha256').update(text).digest('hex'),
    isOutsideTransaction: runsOutsideTransaction(text)
  }
}

export function runsOutsideTransaction(text: string): boolean {
  return OUTSIDE.test(text)
}
