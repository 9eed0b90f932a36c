import { sql } from 'drizzle-orm'
import t from 'tap'
import { type CopiedRows, copyRows, literalOf } from '../../db/copy-rows.ts'
import { cut, type SteadyPool } from '../../db/steady-pool.ts'
import { testDatabase } from '../helpers/database.ts'

async function allOf(rows: CopiedRows) {
  const all = []
  for (let row = await rows.next(); row; row = await rows.next()) all.push(row)
  return all
}

t.test('rows come byte for byte, however large, in their order and with nothing for null', async (t) => {
  const { db } = await testDatabase(t)
  const parts = [1, 70_000, 3_000_001].map(
    (length) => sql`select decode(repeat('00ff0d', ${length}), 'hex'), ${length}::text::bytea`
  )
  await db.transaction(async (tx) => {
    const rows = await allOf(
      copyRows(tx, sql`${sql.join(parts, sql` union all `)} union all select null, ''::bytea`)
    )
    t.strictSame(
      rows.map(([bytes, length]) => [bytes?.length ?? null, length!.toString()]),
      [
        [3, '1'],
        [210_000, '70000'],
        [9_000_003, '3000001'],
        [null, '']
      ]
    )
    const large = rows[2]![0]!
    t.ok(large.equals(Buffer.from('00ff0d'.repeat(3_000_001), 'hex')))
    t.equal(large.byteOffset % 4, 0)
    const { rows: next } = await tx.execute(sql`select 7 as number`)
    t.strictSame(next, [{ number: 7 }], 'and the transaction goes on')
    t.strictSame(await allOf(copyRows(tx, sql`select 1 where false`)), [])
  })
})

t.test('what is asked with a value stands in the statement as a value', async (t) => {
  const { db } = await testDatabase(t)
  const words = [`it's`, 'a "quoted" one', 'back\\slash', '{1,2}', '$1', '']
  await db.transaction(async (tx) => {
    const [row] = await allOf(
      copyRows(
        tx,
        sql`select convert_to(array_to_string(${sql.param(words)}::text[], '|'), 'UTF8') where ${words[0]!} = 'it''s' and ${11} > 10`
      )
    )
    t.equal(row![0]!.toString(), words.join('|'))
  })
  t.throws(() => literalOf(new Date()), TypeError)
  t.throws(() => literalOf([1]), TypeError)
})

t.test('a statement that fails fails who waits for its rows, and the connection lives on', async (t) => {
  const { db } = await testDatabase(t)
  const failing = db.transaction(async (tx) => {
    const rows = copyRows(tx, sql`select int4send(1 / (3 - n)) from generate_series(1, 5) n`)
    await allOf(rows)
  })
  await t.rejects(failing, { code: '22012' })
  await t.rejects(
    db.transaction((tx) => allOf(copyRows(tx, sql`select from nowhere_at_all`))),
    { code: '42P01' }
  )
  const { rows } = await db.execute(sql`select 1 as one`)
  t.strictSame(rows, [{ one: 1 }])
})

t.test(
  'a connection that is cut while rows come fails who waits, and the pool knows that it waited',
  async (t) => {
    const { db, pool } = await testDatabase(t)
    const steady = pool as SteadyPool
    const failing = db.transaction(async (tx) => {
      const rows = copyRows(
        tx,
        sql`select int4send(n) || case when n = 2 then pg_sleep(60)::text::bytea else '' end from generate_series(1, 5) n`
      )
      await new Promise((later) => setTimeout(later, 50))
      t.not(steady.waitingSince, null, 'somebody waits')
      cut(steady.stalledSince(Number.POSITIVE_INFINITY)[0]!)
      await allOf(rows)
    })
    await t.rejects(failing)
    const { rows } = await db.execute(sql`select 1 as one`)
    t.strictSame(rows, [{ one: 1 }])
    t.equal(steady.waitingSince, null)
  }
)
