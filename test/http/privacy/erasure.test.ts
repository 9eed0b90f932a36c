import { sql } from 'drizzle-orm'
import t from 'tap'
import { v7 } from 'uuid'
import { asOwner } from '../../helpers/database.ts'
import { fifteenPeople } from '../reports/reports-cast.ts'
import { dump, PLANTED, plantedCompany } from './planted-company.ts'

const YEAR = 'fromOn=2026-07-06&toOn=2027-04-05'

t.test(
  'erasure leaves no trace of five planted strings in a full dump, and every sum as it was',
  async (t) => {
    const { pool, db, as, helge, plantine, read, clock, replies } = await plantedCompany(t)
    for (const [name, reply] of Object.entries(replies))
      t.ok(reply.statusCode < 300, `${name}: ${reply.body}`)
    const planted = await dump(pool)
    for (const [what, text] of Object.entries(PLANTED)) {
      t.ok(
        planted.texts.some((line) => line.includes(text)),
        `${what} is there before`
      )
    }
    clock.set('2027-04-05T08:00:00Z')
    t.equal((await as(helge).post(`/api/employees/${plantine.id}/deactivation`)).statusCode, 200)
    const before = await Promise.all(
      ['team', 'level', 'tenure', 'period'].map((by) => read(helge, `by=${by}&${YEAR}`))
    )
    const ledger = async () =>
      (
        await db.execute(
          sql`select id, employee_id, kind, minutes, on_day, entered_at from ledger_entries order by id`
        )
      ).rows
    const lines = await ledger()

    const reply = await as(helge).post(`/api/employees/${plantine.id}/erasure`, {
      reason: `${PLANTED.name} asked for it on 4 April`
    })
    t.match(reply.json(), { employeeId: plantine.id, reason: '[erased] asked for it on 4 April' })
    t.equal(reply.statusCode, 201)
    const { texts, tables } = await dump(pool)
    t.ok(tables > 60, `${tables} tables looked at`)
    const strings = [...Object.values(PLANTED), PLANTED.email.toLowerCase(), 'Påskelilje', '912 34 567']
    for (const text of strings) {
      const escaped = JSON.stringify(text).slice(1, -1)
      t.strictSame(
        texts.filter((line) => line.includes(text) || line.includes(escaped)),
        [],
        text
      )
    }
    const after = await Promise.all(
      ['team', 'level', 'tenure', 'period'].map((by) => read(helge, `by=${by}&${YEAR}`))
    )
    t.strictSame(
      after.map(({ rows, totals }) => ({ rows, totals })),
      before.map(({ rows, totals }) => ({ rows, totals }))
    )
    t.strictSame(await ledger(), lines, 'the ledger has its numbers')
    const away = sql`select kind from absences where employee_id = ${plantine.id}`
    t.strictSame((await db.execute(away)).rows, [{ kind: 'other' }], 'nor why she was away')
    const kept = sql`select from idempotency_keys where actor_id = ${plantine.id}`
    t.equal((await db.execute(kept)).rows.length, 0, 'no answer to her is kept')
    t.equal(
      (await as(helge).post(`/api/employees/${plantine.id}/erasure`, { reason: 'Again' })).json().code,
      'ERASED_BEFORE'
    )
  }
)

t.test('who is still here is not erased, and only HR and administrators erase, with a reason', async (t) => {
  const { as, helge, plantine, lead } = await plantedCompany(t)
  const erase = (who: { id: string }, body: object, id = plantine.id) =>
    as(who).post(`/api/employees/${id}/erasure`, body)
  t.equal((await erase(helge, { reason: 'Asked' })).json().code, 'EMPLOYEE_STILL_ACTIVE')
  t.equal((await erase(lead, { reason: 'Asked' })).statusCode, 403)
  t.equal((await erase(helge, { reason: ' ' })).statusCode, 400)
  t.equal((await erase(helge, { reason: 'Asked' }, v7())).statusCode, 404)
})

t.test('ledger and audit log stay append-only: even on the narrow way only words change', async (t) => {
  const { connection, work, people } = await fifteenPeople(t)
  await work(people.Product![1]!, '2027-01-11')
  const client = await asOwner(t, connection)
  const refused = async (statement: string, isErasing: boolean) => {
    await client.query('begin')
    if (isErasing) await client.query(`select set_config('lyttepost.erasing', 'on', true)`)
    const error = await client.query(statement).then(
      () => null,
      (problem: Error) => problem.message
    )
    await client.query('rollback')
    return error
  }
  t.match(await refused(`update ledger_entries set reason = 'x'`, false), /append-only/)
  t.match(await refused('delete from audit_entries', false), /append-only/)
  t.match(await refused('update ledger_entries set minutes = 0', true), /keeps its numbers/)
  t.match(await refused('delete from ledger_entries', true), /append-only/)
  t.match(await refused('truncate audit_entries', true), /append-only/)
  t.equal(await refused(`update ledger_entries set reason = 'x'`, true), null)
  await client.query(
    `insert into audit_entries (id, action, object_type, object_id) values (gen_random_uuid(), 'x', 'x', 'x')`
  )
  t.match(await refused(`update audit_entries set action = 'y'`, true), /keeps its numbers/)
})
