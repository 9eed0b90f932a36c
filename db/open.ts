import pg from 'pg'
import { applicationRole, mayTakeRole } from './application-role.ts'
import {
  type Connection,
  clientConfig,
  type DatabaseOptions,
  type OpenDatabase,
  openDatabase
} from './client.ts'
import { DatabaseFolderInUse } from './embedded/errors.ts'
import { runningServer } from './embedded/running.ts'
import { startEmbedded } from './embedded/start.ts'
import { migrate } from './migrate.ts'
import { keepPulse } from './pulse.ts'

export interface OpenFromConfig extends DatabaseOptions {
  /** A PostgreSQL 15 server; absent: the embedded server on `dataDir`. */
  readonly databaseUrl?: string | undefined
  /** The same server and database as the user whom the tables belong to; absent: the same user. */
  readonly migrationDatabaseUrl?: string | undefined
  readonly dataDir: string
  readonly log: (line: string) => void
  /** For a server, where somebody waits for every answer: who asks is told within three seconds that the database is away. */
  readonly watched?: boolean
}

/** Milliseconds for a connection of a watched pool. */
const WATCHED_CONNECT_MS = 2_400

interface StartedServer {
  readonly connection: Connection
  stop(): Promise<void>
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
    const { migrationDatabaseUrl: url } = config
    await migrate(url ? { url } : server.connection)
    return await openAsApplication(config, server)
  } catch (error) {
    await server.stop()
    throw error
  }
}

/** Opens the pool in the role of the application, or says why the audit log is guarded less well. */
async function openAsApplication(config: OpenFromConfig, server: StartedServer): Promise<StartedDatabase> {
  const role = (await mayBeApplication(server.connection)) ? applicationRole : undefined
  if (!role) {
    config.log(
      `The audit log is guarded by triggers alone: the database user may not make the role ${applicationRole} (README, "Audit").`
    )
  }
  const connectWithin = config.watched ? { connectWithin: WATCHED_CONNECT_MS } : {}
  const { db, pool, close } = openDatabase(server.connection, { ...config, ...connectWithin, role })
  const changed = (isAway: boolean) =>
    config.log(
      isAway
        ? 'The database does not answer: requests that need it are refused until it does.'
        : 'The database answers again.'
    )
  const endPulse = config.watched ? keepPulse(pool, server.connection, { changed }) : () => {}
  const stop = async () => {
    endPulse()
    await close()
    await server.stop()
  }
  return { db, pool, connection: server.connection, stop }
}

async function mayBeApplication(connection: Connection): Promise<boolean> {
  const client = new pg.Client(clientConfig(connection))
  client.on('error', () => {})
  await client.connect()
  return mayTakeRole(client).finally(() => client.end())
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
    const { db, pool, close } = openDatabase(connection, { ...config, role: applicationRole })
    return { db, pool, connection, stop: close }
  }
}

/** The server of the configuration as it is, not migrated. */
export async function startServer({ databaseUrl, dataDir, log }: OpenFromConfig): Promise<StartedServer> {
  if (databaseUrl) return { connection: { url: databaseUrl }, stop: async () => {} }
  return startEmbedded({ dataDir, log })
}
