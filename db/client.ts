import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import type pg from 'pg'
import { SteadyPool } from './steady-pool.ts'

export { constraintOf, sqlStateOf } from './errors.ts'

/** The database outside a transaction. Field names are camelCase here and snake_case in SQL. */
export type Db = NodePgDatabase

/** An open transaction. A function that takes one reads its own writes. */
export type Tx = Parameters<Parameters<Db['transaction']>[0]>[0]

/** For reads that may run inside a transaction or outside one. Writes take a `Tx`. */
export type Queryable = Db | Tx

/** Where the server is. Never both forms in one call: in `pg` a URL beats the `database` option. */
export type Connection =
  | { readonly url: string }
  | { readonly socketDir: string; readonly database: string; readonly user: string }

/** An open pool with drizzle on top. `close` waits for queries that are under way. */
export interface OpenDatabase {
  db: Db
  pool: SteadyPool
  close(): Promise<void>
}

export interface DatabaseOptions {
  /** Connections kept at most. PostgreSQL allows 100 by default: leave room for several replicas. */
  max?: number
  /** Told when an idle connection is lost, for example because the server restarts. The pool replaces it. */
  onConnectionLost?: (error: Error) => void
  /** Milliseconds to wait for a free connection. */
  connectWithin?: number
  /** The role that every session takes; left out: the one it signs in as. */
  role?: string | undefined
}

/** Five seconds: a page that waits longer for a free connection is better answered with an error. */
const connectionTimeoutMillis = 5_000
/** Ten seconds without a word: the system asks the other side whether it is there, and firewalls remember the connection. */
const keepAliveAfterMillis = 10_000
/** Thirty seconds: far above our slowest report, low enough that a runaway query does not hold its locks for ever. */
const statementTimeoutMillis = 30_000
/** Fifteen seconds: a transaction left idle holds row locks, and our transactions never wait for a person. */
const idleInTransactionMillis = 15_000

/**
 * Opens a pool. It connects at the first query, so an unreachable server shows there.
 *
 * Without an `error` listener a lost idle connection would end the process, so one is always set.
 */
export function openDatabase(connection: Connection, options: DatabaseOptions = {}): OpenDatabase {
  const pool = new SteadyPool({
    ...clientConfig(connection, options.role),
    max: options.max ?? 10,
    connectionTimeoutMillis: options.connectWithin ?? connectionTimeoutMillis,
    keepAlive: true,
    keepAliveInitialDelayMillis: keepAliveAfterMillis,
    statement_timeout: statementTimeoutMillis,
    idle_in_transaction_session_timeout: idleInTransactionMillis
  })
  pool.on('error', (error) => options.onConnectionLost?.(error))
  return { db: drizzle({ client: pool, casing: 'snake_case' }), pool, close: () => pool.end() }
}

/** What `pg` needs to connect; sessions run in UTC so that text forms of instants are the same everywhere. */
export function clientConfig(connection: Connection, role?: string): pg.ClientConfig {
  const options = role === undefined ? sessionInUtc : `${sessionInUtc} -c role=${role}`
  if ('url' in connection) return { connectionString: withOptions(connection.url, options) }
  const { socketDir, database, user } = connection
  return { host: socketDir, database, user, options }
}

/** The same server and user, another database. */
export function onDatabase(connection: Connection, database: string): Connection {
  if (!('url' in connection)) return { ...connection, database }
  const url = new URL(connection.url)
  url.pathname = `/${database}`
  return { url: url.href }
}

const sessionInUtc = '-c TimeZone=UTC'

/** Changes the text and not a parsed URL: `pg` takes forms that `URL` refuses, such as an empty host. */
function withOptions(url: string, options: string): string {
  const ours = encodeURIComponent(options)
  if (/[?&]options=/.test(url)) return url.replace(/([?&]options=[^&]*)/, `$1%20${ours}`)
  return `${url}${url.includes('?') ? '&' : '?'}options=${ours}`
}
