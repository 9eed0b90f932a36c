import t from 'tap'
import pg from 'pg'
import { openDatabase } from '../../db/client.ts'
import { testDatabase } from '../helpers/database.ts'

t.test('a test gets a migrated database of its own', async (t) => {
  const one = await testDatabase(t)
  const two = await testDatabase(t)
  const applied = await one.pool.query('select count(*)::int as n from drizzle.__drizzle_migrations')
  t.ok(applied.rows[0].n > 0)
  t.not(one.connection, two.connection)
})
