import { type Connection, type DatabaseOptions, type OpenDatabase, openDatabase } from './client.ts'
import { DatabaseFolderInUse } from './embedded/errors.ts'
import { runningServer } from './embedded/running.ts'
import { startEmbedded } from './embedded/start.ts'
import { migrate } from './migrate.ts'

export interface OpenFromConfig extends DatabaseOptions {
  /** A PostgreSQL 15 server; absent: the embedded server on `dataDir`. */
  readonly databaseUrl?: string | undefined
  readonly dataDir: string
  readonly log: (line: string) => void
}

/** A database that is up, migrated and open. `stop` closes the pool, and the server if it is ours. */
export interface StartedDatabase extends Omit<OpenDatabase, 'close'> {
  readonly connection: Connection
  stop(): Promise<void>
}

/**
 * The database of the configuration, ready for use.
 *
 * @throws EmbeddedUnavailable, DatabaseFolderInUse, MigrationRefused: each says in one sentence what to do
 */
export async function openFromConfig(config: OpenFromConfig): Promise<StartedDatabase> {
  const server = await startServer(config)
  try {
    await migrate(server.connection)
  } catch (error) {
    await server.stop()
    throw error
  }
  const { db, pool, close } = openDatabase(server.connection, config)
  const stop = async () => {
    await close()
    await server.stop()
  }
  return { db, pool, connection: server.connection, stop }
}

/**
 * For short commands beside a running server: joins the embedded server that another process of ours holds on
 * `dataDir`, and else does what `openFromConfig` does. The schema is the running server's affair then.
 */
export async function joinOrStart(config: OpenFromConfig): Promise<StartedDatabase> {
  try {
    return await openFromConfig(config)
  } catch (error) {
    const connection = error instanceof DatabaseFolderInUse ? runningServer(config.dataDir) : undefined
    if (!connection) throw error
    const { db, pool, close } = openDatabase(connection, config)
    return { db, pool, connection, stop: close }
  }
}

/** The server of the configuration as it is, not migrated. */
export async function startServer({ databaseUrl, dataDir, log }: OpenFromConfig): Promise<{
  readonly connection: Connection
  stop(): Promise<void>
}> {
  if (databaseUrl) return { connection: { url: databaseUrl }, stop: async () => {} }
  return startEmbedded({ dataDir, log })
}
