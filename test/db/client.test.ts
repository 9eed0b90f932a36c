import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import pg from 'pg'
import t from 'tap'
import { type Connection, clientConfig, constraintOf, openDatabase, sqlStateOf } from '../../db/client.ts'
import { asOwner, testDatabase } from '../helpers/database.ts'

t.test('a test gets a migrated database of its own', async (t) => {
  const one = await testDatabase(t)
  const two = await testDatabase(t)
  const applied = await one.pool.query('select count(*)::int as n from drizzle.__drizzle_migrations')
  t.ok(applied.rows[0].n > 0)
  await (await asOwner(t, one.connection)).query('create table only_here ()')
  const found = await two.pool.query("select to_regclass('only_here') as table")
  t.equal(found.rows[0].table, null)
})

t.test('sessions run in UTC, with limits on statements and on idle transactions', async (t) => {
  const { pool } = await testDatabase(t)
  const { rows } = await pool.query(`select current_setting('TimeZone') as zone,
    current_setting('statement_timeout') as statement, current_setting('idle_in_transaction_session_timeout') as idle`)
  t.same(rows, [{ zone: 'UTC', statement: '30s', idle: '15s' }])
})

t.test('a URL keeps its own options and gets ours', async (t) => {
  const { connection } = await testDatabase(t)
  for (const address of addressesOf(connection)) {
    const client = new pg.Client(clientConfig({ url: withOption(address) }))
    await client.connect()
    const { rows } = await client.query(
      "select current_setting('work_mem') as memory, current_setting('TimeZone') as zone"
    )
    await client.end()
    t.same(rows, [{ memory: '8765kB', zone: 'UTC' }], address)
  }
})

t.test('a broken constraint is told by state and name, through the wrapping of drizzle', async (t) => {
  const { db, connection } = await testDatabase(t)
  const owner = await asOwner(t, connection)
  await owner.query(
    'create table seats (n int constraint seats_once unique); grant insert on seats to public'
  )
  await db.execute(sql`insert into seats values (1)`)
  const error: unknown = await db.execute(sql`insert into seats values (1)`).catch((reason) => reason)
  t.equal(sqlStateOf(error), '23505')
  t.equal(constraintOf(error), 'seats_once')
})

t.test('an error that is not from the server has no state', async (t) => {
  const broken = Object.assign(new Error('write EPIPE'), { code: 'EPIPE', constraint: 'no' })
  t.equal(sqlStateOf(broken), undefined)
  t.equal(constraintOf(broken), undefined)
  t.equal(sqlStateOf('no error at all'), undefined)
})

t.test('a lost idle connection is told, and the next query gets a new one', async (t) => {
  const { connection } = await testDatabase(t)
  const other = await asOwner(t, connection)
  const lost: Error[] = []
  const { pool, close } = openDatabase(connection, { onConnectionLost: (error) => lost.push(error) })
  const { rows } = await pool.query('select pg_backend_pid() as pid')
  await other.query('select pg_terminate_backend($1)', [rows[0].pid])
  while (lost.length === 0) await pause(5)
  t.match(lost[0]?.message, /terminat/)
  const again = await pool.query('select 1 as one')
  t.equal(again.rows[0].one, 1)
  await close()
})

/** Ways to write one place, the one with an empty host included, which URL parsers refuse. */
function addressesOf(connection: Connection): string[] {
  if ('url' in connection) return [connection.url]
  const { socketDir, database, user } = connection
  return [
    `postgres://${user}:x@/${database}?host=${socketDir}`,
    `postgresql://${user}@here/${database}?host=${socketDir}`
  ]
}

function withOption(address: string): string {
  return `${address}${address.includes('?') ? '&' : '?'}options=-c%20work_mem%3D8765`
}
