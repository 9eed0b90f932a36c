import pg from 'pg'
import { type Connection, clientConfig } from '../client.ts'
import { runnableBinaries } from './binaries.ts'
import { databaseName, ensureCluster, superuser } from './cluster.ts'
import { EmbeddedUnavailable, reasonOf } from './errors.ts'
import { findHome, type Log, openDataDir } from './home.ts'
import { lockFolder } from './lock.ts'
import { startServer } from './server.ts'
import { openServerLog } from './server-log.ts'
import { removeSocketFolder } from './socket-folder.ts'

/** A PostgreSQL server of our own, reachable through a socket in a private folder. */
export interface Embedded {
  readonly connection: Extract<Connection, { socketDir: string }>
  readonly socketDir: string
  /** Ends the server, writes everything out and lets go of the folder. Close pools first. */
  stop(): Promise<void>
}

export interface EmbeddedOptions {
  readonly dataDir: string
  readonly log: Log
  /** False trades safety against power cuts for speed: only for databases that are thrown away. */
  readonly durable?: boolean
}

/** Thirty seconds: a clean stop writes at most the 128 MB it buffers. */
const stopGraceMillis = 30_000

/**
 * Starts the embedded server on `dataDir`, making the database the first time. It ends when this process ends,
 * however that happens.
 *
 * @throws EmbeddedUnavailable where it cannot run, DatabaseFolderInUse when another process has the folder
 */
export async function startEmbedded({ dataDir, log, durable = true }: EmbeddedOptions): Promise<Embedded> {
  refuseWithoutUsers()
  const folder = openDataDir(dataDir)
  const unlock = takeLock(folder)
  try {
    return await startLocked(folder, log, durable, unlock)
  } catch (error) {
    unlock()
    throw error
  }
}

async function startLocked(
  dataDir: string,
  log: Log,
  durable: boolean,
  unlock: () => void
): Promise<Embedded> {
  const home = findHome(dataDir, log)
  const binaries = runnableBinaries(home.account, dataDir)
  const serverLog = openServerLog(dataDir)
  try {
    await ensureCluster(home, binaries, serverLog, durable)
    const { server, socketDir } = await startServer(home, binaries, serverLog, durable)
    const connection = { socketDir, database: databaseName, user: superuser }
    await ensureDatabase(connection)
    log(`Embedded PostgreSQL runs on ${home.cluster}`)
    const stop = async () => {
      await server.stop(stopGraceMillis)
      removeSocketFolder(socketDir)
      unlock()
    }
    return { connection, socketDir, stop }
  } finally {
    // The server has its own handle.
    serverLog.close()
  }
}

async function ensureDatabase(connection: Embedded['connection']): Promise<void> {
  const client = new pg.Client(clientConfig({ ...connection, database: 'postgres' }))
  await client.connect()
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [databaseName])
    if (rowCount === 0) await client.query(`create database ${databaseName}`)
  } finally {
    await client.end()
  }
}

function takeLock(folder: string): () => void {
  try {
    return lockFolder(folder)
  } catch (error) {
    if (error instanceof Error && 'code' in error) {
      throw new EmbeddedUnavailable(`the data folder ${folder} cannot be written (${reasonOf(error)})`, {
        cause: error
      })
    }
    throw error
  }
}

function refuseWithoutUsers(): void {
  if (!process.getuid) throw new EmbeddedUnavailable('Windows is not supported (WSL is)')
}
