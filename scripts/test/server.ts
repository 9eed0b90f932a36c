import type { ChildProcess } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { applicationRole } from '../../db/application-role.ts'
import { type Connection, clientConfig, onDatabase } from '../../db/client.ts'
import { startEmbedded } from '../../db/embedded/start.ts'
import { migrate } from '../../db/migrate.ts'
import { removeLeftovers, testFolderPrefix } from './leftovers.ts'

/** What a test needs to make a database of its own. */
export interface TestServer {
  /** For creating and dropping databases. */
  readonly admin: Connection
  /** The migrated database to clone. */
  readonly template: string
}

export interface ServerSource {
  /** Starts the server at the first call: a run of engine tests alone needs none. */
  get(): Promise<TestServer>
  /** Leaves nothing behind. */
  stop(): Promise<void>
}

interface StartedServer extends TestServer {
  stop(): Promise<void>
}

/**
 * One server for the whole run: the embedded one in a temporary folder, or the one that DATABASE_URL names, where
 * databases are made and dropped under a prefix of this run.
 */
export function serverSource(databaseUrl: string | undefined): ServerSource {
  let started: Promise<StartedServer> | undefined
  const get = () => {
    started ??= databaseUrl ? prepare({ url: databaseUrl }, async () => {}) : startTemporary()
    return started
  }
  const stop = async () => {
    const server = await started?.catch(() => undefined)
    await server?.stop()
  }
  return { get, stop }
}

/** Tells a test process where the server is, or why there is none. */
export async function answerWithServer(child: ChildProcess, server: ServerSource): Promise<void> {
  try {
    const { admin, template } = await server.get()
    child.send({ kind: 'database', server: { admin, template } })
  } catch (error) {
    child.send({ kind: 'database', error: error instanceof Error ? error.message : String(error) })
  }
}

async function startTemporary(): Promise<StartedServer> {
  removeLeftovers()
  const dataDir = mkdtempSync(join(tmpdir(), testFolderPrefix))
  // As root the server runs as another user, who must be able to pass; the cluster inside is closed anyway.
  chmodSync(dataDir, 0o711)
  const remove = () => rmSync(dataDir, { recursive: true, force: true })
  try {
    const embedded = await startEmbedded({ dataDir, log: () => {}, durable: false })
    return await prepare(embedded.connection, async () => {
      await embedded.stop()
      remove()
    })
  } catch (error) {
    remove()
    throw error
  }
}

async function prepare(admin: Connection, stopServer: () => Promise<void>): Promise<StartedServer> {
  const template = `lyttepost_template_${process.pid}`
  try {
    await run(admin, `create database ${template}`)
    await migrate(onDatabase(admin, template))
    // Races are run by looking who waits for whom, which the role of the application need not know otherwise.
    await run(admin, `grant pg_read_all_stats to ${applicationRole}`)
    // A template that someone is connected to cannot be cloned.
    await run(admin, `alter database ${template} with is_template true allow_connections false`)
  } catch (error) {
    await dropAll(admin, template).catch(() => {})
    await stopServer()
    throw error
  }
  const stop = async () => {
    await dropAll(admin, template)
    await stopServer()
  }
  return { admin, template, stop }
}

/** Also what a killed test process left: clones carry the template's name in front of their own. */
async function dropAll(admin: Connection, template: string): Promise<void> {
  const { rows } = await run(admin, `select datname from pg_database where datname like '${template}%'`)
  await run(admin, `alter database ${template} with is_template false`)
  for (const { datname } of rows) await run(admin, `drop database if exists ${datname} with (force)`)
}

async function run(connection: Connection, sql: string): Promise<pg.QueryResult> {
  const client = new pg.Client(clientConfig(connection))
  await client.connect()
  try {
    return await client.query(sql)
  } finally {
    await client.end()
  }
}
