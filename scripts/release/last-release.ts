import { readFileSync } from 'node:fs'
import { migrationsFolder, readJournal } from '../../db/migration-files.ts'

export interface Release {
  readonly version: string
  /** Where its code is to be had. A shallow clone need not hold it. */
  readonly commit: string
  /** The last migration it knows. */
  readonly migration: string
  /** What a later migration takes from it all the same, and why its code does not miss it. */
  readonly accepted: Readonly<Record<string, string>>
}

/** What `db/release.json` says of the last release: whose servers may still run on a database of today. */
export function lastRelease(): Release {
  return JSON.parse(readFileSync(new URL('../../db/release.json', import.meta.url), 'utf8'))
}

/** The names of the migrations it does not know. */
export function migrationsSince({ migration }: Release): string[] {
  const tags = readJournal(migrationsFolder()).map(({ tag }) => tag)
  const last = tags.indexOf(migration)
  if (last < 0) throw new Error(`db/release.json names ${migration}, which is no migration.`)
  return tags.slice(last + 1)
}
