import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import t, { type Test } from 'tap'
import { type Connection, clientConfig } from '../../db/client.ts'
import { MigrationRefused, migrate, migrationsFolder } from '../../db/migrate.ts'
import { emptyDatabase } from '../helpers/database.ts'

const rounds = 20

t.test('three processes may migrate one empty database at once', async (t) => {
  const workers = await Promise.all([1, 2, 3].map(() => startWorker(t)))
  const folder = migrationsFolder()
  const expected = await migratedOnce(t)
  for (let round = 1; round <= rounds; round += 1) {
    const connection = await emptyDatabase(t)
    const answers = await Promise.all(workers.map((worker) => ask(worker, { connection, folder })))
    t.same(answers, [{ done: true }, { done: true }, { done: true }], `round ${round}: none crashes`)
    t.same(await tablesOf(connection), expected, `round ${round}: one schema`)
  }
})

t.test('a database of newer code is refused, and left as it is', async (t) => {
  const connection = await emptyDatabase(t)
  const newer = folderOf(t, [first, second])
  await migrate(connection, newer)
  const older = folderOf(t, [first])
  await t.rejects(migrate(connection, older), {
    name: 'MigrationRefused',
    message: /^The database holds a migration newer than this code knows: deploy the newer code/
  })
  t.same(await tablesOf(connection), ['one', 'two'])
})

t.test('a migration that drizzle would skip in silence is refused by name', async (t) => {
  const connection = await emptyDatabase(t)
  await migrate(connection, folderOf(t, [second]))
  await t.rejects(migrate(connection, folderOf(t, [first, second])), {
    message: /Not applied.*: 0000_one\. /
  })
})

t.test('a migration that fails leaves nothing, throws, and can be mended', async (t) => {
  const connection = await emptyDatabase(t)
  const broken = { ...second, sql: 'create table two (); select 1/0' }
  await t.rejects(migrate(connection, folderOf(t, [first, broken])))
  t.same(await tablesOf(connection), [])
  await migrate(connection, folderOf(t, [first, second]))
  t.same(await tablesOf(connection), ['one', 'two'])
})

t.test('migrating twice changes nothing', async (t) => {
  const connection = await emptyDatabase(t)
  await migrate(connection, folderOf(t, [first]))
  await migrate(connection, folderOf(t, [first]))
  t.same(await tablesOf(connection), ['one'])
})

t.test('a folder without a journal is an error and not an empty schema', async (t) => {
  const connection = await emptyDatabase(t)
  await t.rejects(migrate(connection, '/nonexistent'), MigrationRefused)
})

interface Migration {
  readonly tag: string
  readonly when: number
  readonly sql: string
}

const first: Migration = { tag: '0000_one', when: 1_000, sql: 'create table one ()' }
const second: Migration = { tag: '0001_two', when: 2_000, sql: 'create table two ()' }

function folderOf(t: Test, migrations: Migration[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'lyttepost-migrations-'))
  t.teardown(() => rmSync(folder, { recursive: true }))
  mkdirSync(join(folder, 'meta'))
  const entries = migrations.map(({ tag, when }, idx) => ({
    idx,
    version: '7',
    when,
    tag,
    breakpoints: true
  }))
  writeFileSync(
    join(folder, 'meta', '_journal.json'),
    JSON.stringify({ version: '7', dialect: 'postgresql', entries })
  )
  for (const { tag, sql } of migrations) writeFileSync(join(folder, `${tag}.sql`), sql)
  return folder
}

async function migratedOnce(t: Test): Promise<string[]> {
  const connection = await emptyDatabase(t)
  await migrate(connection)
  return tablesOf(connection)
}

async function tablesOf(connection: Connection): Promise<string[]> {
  const client = new pg.Client(clientConfig(connection))
  await client.connect()
  const { rows } = await client.query(
    'select tablename from pg_tables where schemaname = \'public\' order by tablename collate "C"'
  )
  await client.end()
  return rows.map((row) => row.tablename)
}

async function startWorker(t: Test): Promise<ChildProcess> {
  const worker = fork(join(import.meta.dirname, 'migrate-worker.ts'), { execArgv: ['--import', 'tsx'] })
  t.teardown(() => worker.kill())
  await once(worker, 'message')
  return worker
}

async function ask(
  worker: ChildProcess,
  order: { connection: Connection; folder: string }
): Promise<unknown> {
  const answer = once(worker, 'message')
  worker.send(order)
  return (await answer)[0]
}
