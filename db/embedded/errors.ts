/** The embedded server cannot run on this machine or in this folder; the sentence says why and what to do instead. */
export class EmbeddedUnavailable extends Error {
  override readonly name = 'EmbeddedUnavailable'

  constructor(reason: string, options?: ErrorOptions) {
    super(
      `The embedded database cannot start: ${reason}. Set DATABASE_URL to a PostgreSQL 15 server, or run it with docker-compose.`,
      options
    )
  }
}

/** Another process of ours holds the data folder. */
export class DatabaseFolderInUse extends Error {
  override readonly name = 'DatabaseFolderInUse'

  constructor(folder: string, holder: string) {
    super(
      `The database in ${folder} is already in use by ${holder}: stop that one first, or set another DATA_DIR, or use DATABASE_URL.`
    )
  }
}

/** What an unknown error says, in one line. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
