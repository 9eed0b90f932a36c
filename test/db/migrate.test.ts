import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import t, { type Test } from 'tap'
import { type Connection, clientConfig } from '../../db/client.ts'
import { migrate } from '../../db/migrate.ts'
import { MigrationRefused, migrationsFolder } from '../../db/migration-files.ts'
import { compiled } from '../helpers/compiled.ts'
import { asOwner, emptyDatabase } from '../helpers/database.ts'

const rounds = Number(process.env.MIGRATE_ROUNDS ?? 8)

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

t.test('a migration older than the last one applied is refused by name', async (t) => {
  const connection = await emptyDatabase(t)
  await migrate(connection, folderOf(t, [second]))
  await t.rejects(migrate(connection, folderOf(t, [first, second])), {
    message: /Not applied.*: 0000_one\. /
  })
})

t.test('a migration that fails leaves nothing of itself, throws, and can be mended', async (t) => {
  const connection = await emptyDatabase(t)
  const broken = { ...second, sql: 'create table two (); select 1/0' }
  await t.rejects(migrate(connection, folderOf(t, [first, broken])))
  t.same(await tablesOf(connection), ['one'], 'those before it are done: each is a transaction of its own')
  await migrate(connection, folderOf(t, [first, second]))
  t.same(await tablesOf(connection), ['one', 'two'])
})

t.test('a constraint is checked in a transaction after the one that made it', async (t) => {
  const connection = await emptyDatabase(t)
  const made = {
    ...first,
    sql: 'create table one (made xid8 default pg_current_xact_id()); insert into one default values'
  }
  const later = { ...second, sql: 'insert into one default values' }
  await migrate(connection, folderOf(t, [made, later]))
  t.same(await column(connection, 'select count(distinct made)::int from one'), [2])
})

t.test('three processes at once build an index without locking its table', async (t) => {
  const workers = await Promise.all([1, 2, 3].map(() => startWorker(t)))
  const sql = '-- outside a transaction\ncreate index concurrently if not exists by_two on one (two)'
  const index = { tag: '0001_by_two', when: 2_000, sql }
  const folder = folderOf(t, [{ ...first, sql: 'create table one (two integer)' }, index])
  for (let round = 1; round <= 5; round += 1) {
    const connection = await emptyDatabase(t)
    const answers = await Promise.all(workers.map((worker) => ask(worker, { connection, folder })))
    t.same(
      answers,
      [{ done: true }, { done: true }, { done: true }],
      `round ${round}: none waits for another`
    )
    const valid = await column(
      connection,
      `select indisvalid from pg_index where indexrelid = 'by_two'::regclass`
    )
    t.same(valid, [true])
  }
})

t.test('an index that was left half built is not taken for one', async (t) => {
  const connection = await emptyDatabase(t)
  const twice = { ...first, sql: 'create table one (two integer); insert into one values (1), (1)' }
  const create = 'create unique index concurrently if not exists by_two on one (two)'
  const index = { tag: '0001_by_two', when: 2_000, sql: `-- outside a transaction\n${create}` }
  await t.rejects(migrate(connection, folderOf(t, [twice, index])), { code: '23505' })
  await column(connection, 'truncate one')
  await t.rejects(migrate(connection, folderOf(t, [twice, index])), {
    message: /^Half built and of no use: by_two\./
  })

  const drop = 'drop index concurrently if exists by_two'
  const robust = { ...index, sql: `-- outside a transaction\n${drop}\n--> statement-breakpoint\n${create}` }
  await migrate(connection, folderOf(t, [twice, robust]))
  t.same(await column(connection, `select indisvalid from pg_index where indexrelid = 'by_two'::regclass`), [
    true
  ])
})

t.test('who holds a table delays a migration; everybody else gets through between its tries', async (t) => {
  const connection = await emptyDatabase(t)
  await migrate(connection, folderOf(t, [first]))
  const reader = await asOwner(t, connection)
  await reader.query('begin; select from one')
  const seen: unknown[] = []
  const pause = async () => {
    seen.push(await column(connection, 'select count(*)::int from one'))
    if (seen.length === 3) await reader.query('commit')
  }
  const wider = { ...second, sql: 'alter table one add column two integer' }
  await migrate(connection, folderOf(t, [first, wider]), { waiting: { lockMillis: 10, tries: 4, pause } })
  t.same(seen, [[0], [0], [0]])

  await reader.query('begin; select from one')
  const wide = { tag: '0002_wide', when: 3_000, sql: 'alter table one add column three integer' }
  const waiting = { lockMillis: 10, tries: 2, pause: async () => {} }
  await t.rejects(migrate(connection, folderOf(t, [first, wider, wide]), { waiting }), { code: '55P03' })
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

async function migratedOnce(t: Test): Promise<unknown[]> {
  const connection = await emptyDatabase(t)
  await migrate(connection)
  return tablesOf(connection)
}

async function tablesOf(connection: Connection): Promise<unknown[]> {
  return column(
    connection,
    'select tablename from pg_tables where schemaname = \'public\' order by tablename collate "C"'
  )
}

/** What the one column of a query holds. */
async function column(connection: Connection, query: string): Promise<unknown[]> {
  const client = new pg.Client(clientConfig(connection))
  await client.connect()
  const { rows } = await client.query(query).finally(() => client.end())
  return rows.map((row) => Object.values(row)[0])
}

async function startWorker(t: Test): Promise<ChildProcess> {
  const worker = fork(compiled(join(import.meta.dirname, 'migrate-worker.ts')), { execArgv: [] })
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
