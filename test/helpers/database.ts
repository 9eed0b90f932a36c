import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { applicationRole } from '../../db/application-role.ts'
import {
  type Connection,
  clientConfig,
  type Db,
  onDatabase,
  openDatabase,
  sqlStateOf
} from '../../db/client.ts'
import type { TestServer } from '../../scripts/test/server.ts'

export interface TestDatabase {
  /** In the role of the application, as in production. */
  readonly db: Db
  readonly pool: pg.Pool
  /** As the owner of the tables. */
  readonly connection: Connection
}

/** The part of a tap test that we need. */
interface Teardown {
  teardown(cleanUp: () => Promise<void>): void
}

let asked: Promise<TestServer> | undefined
/** Clones wait for each other within a process. */
let lastClone: Promise<unknown> = Promise.resolve()
let clones = 0

/** A database of its own for a test, with every migration applied, in about 50 ms. Dropped when the test ends. */
export async function testDatabase(t: Teardown): Promise<TestDatabase> {
  const { connection, drop } = await cloneDatabase()
  const { db, pool, close } = openDatabase(connection, { role: applicationRole })
  t.teardown(async () => {
    await close()
    await drop()
  })
  return { db, pool, connection }
}

/** A session of the owner of the tables, who may do what the application may not. */
export async function asOwner(t: Teardown, connection: Connection): Promise<pg.Client> {
  const client = new pg.Client(clientConfig(connection))
  await client.connect()
  t.teardown(() => client.end())
  return client
}

/** An empty database, for tests of migrating itself. */
export async function emptyDatabase(t: Teardown): Promise<Connection> {
  const { connection, drop } = await cloneDatabase('template0')
  t.teardown(drop)
  return connection
}

async function cloneDatabase(from?: string): Promise<{ connection: Connection; drop: () => Promise<void> }> {
  asked ??= askRunner()
  const { admin, template } = await asked
  clones += 1
  const name = `${template}_${process.pid}_${clones}`
  const clone = lastClone.then(() => create(admin, name, from ?? template))
  lastClone = clone.catch(() => {})
  await clone
  const drop = () => run(admin, `drop database if exists ${name} with (force)`)
  return { connection: onDatabase(admin, name), drop }
}

/** The other test process may be cloning at the same moment, which the server may refuse (55006). */
async function create(admin: Connection, name: string, template: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await run(admin, `create database ${name} template ${template} strategy file_copy`)
    } catch (error) {
      if (sqlStateOf(error) !== '55006' || attempt === 20) throw error
      await pause(50)
    }
  }
}

async function run(connection: Connection, sql: string): Promise<void> {
  const client = new pg.Client(clientConfig(connection))
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

/** The runner starts the server when the first test asks for it. */
function askRunner(): Promise<TestServer> {
  // Tap does not let the channel to the runner keep us alive, so something else must until the answer comes.
  const holdOpen = setInterval(() => {}, 60_000)
  return new Promise<TestServer>((resolve, reject) => {
    if (!process.send) throw new Error('Database tests run through the runner: npm test -- part-of-the-path')
    process.on('message', (message: { kind?: string; server?: TestServer; error?: string }) => {
      if (message.kind !== 'database') return
      if (message.server) resolve(message.server)
      else reject(new Error(message.error))
    })
    process.send({ kind: 'database' })
  }).finally(() => clearInterval(holdOpen))
}
