import { sql } from 'drizzle-orm'
import t, { type Test } from 'tap'
import { v7 } from 'uuid'
import type { Db } from '../../../db/client.ts'
import { deliveries } from '../../../db/schema/deliveries.ts'
import { notices } from '../../../db/schema/notices.ts'
import { proposals } from '../../../db/schema/proposals.ts'
import { forgetOldData } from '../../../src/privacy/retention.ts'
import { asOwner } from '../../helpers/database.ts'
import { fifteenPeople } from '../reports/reports-cast.ts'

const PLANTED = {
  name: 'Plantine Påskelilje',
  email: 'Plantine.P@fjordlys.example',
  phone: '+47 912 34 567',
  learning: 'The hub in the nursery of the Olsens goes blue',
  note: 'Knee operation at the Diakonhjemmet'
}
const YEAR = 'fromOn=2026-07-06&toOn=2027-04-05'

/** Everything in the database as text: each row of each table, as a dump has them. */
async function dump(pool: { query: (text: string) => Promise<{ rows: Record<string, string>[] }> }) {
  const { rows: tables } = await pool.query(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`
  )
  const texts: string[] = []
  for (const { name } of tables) {
    const { rows } = await pool.query(
      `select row_to_json(held)::text as line, held::text as plain from ${name} as held`
    )
    texts.push(...rows.map(({ line, plain }) => `${name}: ${line} ${plain}`))
  }
  return { texts, tables: tables.length }
}

/** Plantine leaves her words wherever the product takes words, and others write of her. */
async function plantedCompany(t: Test) {
  const world = await fifteenPeople(t)
  const { db, as, people, helge, work, clock } = world
  const plantine = people.Product![1]!
  const lead = people.Product![0]!
  await db.execute(
    sql`update employees set name = ${PLANTED.name}, email = ${PLANTED.email} where id = ${plantine.id}`
  )
  const key = { 'idempotency-key': 'plant-1' }
  clock.set('2027-01-11T14:30:00Z')
  const { shift, seat } = await work(plantine, '2027-01-11', null)
  const learning = {
    ...{
      type: 'bug',
      triedTo: PLANTED.learning,
      obstacle: `It said call ${PLANTED.phone}, so I rang the customer`,
      timesThisShift: 1
    },
    ...{
      minutesLost: 5,
      customerWords: `“${PLANTED.phone} is my own line”`,
      action: `${PLANTED.name} rang back`
    }
  }
  const handedIn = await as(plantine).send('POST', `/api/shifts/${shift.id}/learnings`, {
    payload: learning,
    headers: key
  })
  const confirmed = await as(plantine).post(`/api/assignments/${seat.id}/hours`, {
    minutes: 200,
    reason: `Called ${PLANTED.phone} and left early`
  })
  const exemption = await as(plantine).post('/api/exemptions', {
    fromOn: '2027-02-01',
    toOn: '2027-03-01',
    reason: 'health',
    note: PLANTED.note
  })
  await db.insert(proposals).values({
    ...{
      kind: 'cover',
      proposerId: plantine.id,
      giveAssignmentId: seat.id,
      message: `My ${PLANTED.note}, sorry`
    },
    expiresAt: clock.now()
  })
  await as(helge).patch(`/api/employees/${plantine.id}`, { title: `${PLANTED.name}, Engineer` })
  await as(plantine).post('/api/me/absences', {
    startsAt: '2027-05-01T00:00:00Z',
    endsAt: '2027-05-20T00:00:00Z',
    kind: 'sick'
  })
  await db.execute(sql`insert into notices (id, employee_id, kind, facts) values
    (${v7()}, ${lead.id}, 'test', ${JSON.stringify({ by: { id: plantine.id, name: PLANTED.name }, text: PLANTED.learning })}::jsonb),
    (${v7()}, ${plantine.id}, 'test', ${JSON.stringify({ note: PLANTED.note })}::jsonb)`)
  await db.execute(sql`insert into audit_entries (id, action, object_type, object_id, after) values
    (${v7()}, 'exemption.asked', 'exemption', 'x', ${JSON.stringify({ note: PLANTED.note, reason: `Called ${PLANTED.phone} and left early` })}::jsonb)`)
  return { ...world, plantine, lead, shift, seat, replies: { handedIn, confirmed, exemption } }
}

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

/** One that was sent, and one that still waits, for a notice that is kept. */
async function insertDeliveries(db: Db, employeeId: string, now: Date): Promise<void> {
  for (const receipt of ['250 taken', null]) {
    const kept = {
      employeeId,
      kind: 'swap-withdrawn',
      facts: {},
      createdAt: new Date('2036-12-31T08:00:00Z')
    }
    const [notice] = await db.insert(notices).values(kept).returning()
    const sent = receipt === null ? {} : { receipt, sentAt: now }
    const row = { noticeId: notice!.id, employeeId, channel: 'email' as const, createdAt: now, nextAt: now }
    await db.insert(deliveries).values({ ...row, ...sent, messageId: `<${notice!.id}@fjordlys.example>` })
  }
}

t.test('each kind of data goes when its days are over, and how much went is written down', async (t) => {
  const { db, as, helge, clock, plantine, app: _ } = await plantedCompany(t)
  const ada = { db, now: clock.now, actor: null, requestId: null }
  clock.set('2027-01-12T08:00:00Z')
  await forgetOldData(ada)
  await insertDeliveries(db, plantine.id, clock.now())
  const count = async (text: ReturnType<typeof sql>) =>
    Number((await db.execute<{ n: string }>(text)).rows[0]!.n)
  const kinds = {
    free_text: sql`select count(*) as n from proposals where message is not null`,
    customer_words: sql`select count(*) as n from learnings where customer_words is not null`,
    notices: sql`select count(*) as n from notices where facts::text like '%Knee%'`,
    deliveries: sql`select count(*) as n from deliveries where receipt like '250%'`,
    absence_kinds: sql`select count(*) as n from absences where kind = 'sick'`
  }
  for (const [kind, text] of Object.entries(kinds)) t.equal(await count(text), 1, `${kind} is kept at first`)
  for (const kind of Object.keys(kinds)) {
    const reply = await as(helge).put(`/api/retention/${kind}`, { days: 30 })
    t.match(reply.json(), { kind, days: 30, history: [{ days: 30, setBy: { id: helge.id } }] })
  }
  t.equal(
    (await as(helge).put('/api/retention/notices', { days: 30 })).json().code,
    'RETENTION_RULE_UNCHANGED'
  )
  clock.set('2037-01-01T08:00:00Z')
  await forgetOldData(ada)
  for (const [kind, text] of Object.entries(kinds)) t.equal(await count(text), 0, `${kind} is gone`)
  const { rows } = await db.execute<{ kind: string; rows: number }>(sql`
    select object_id as kind, (after ->> 'rows')::int as rows from audit_entries where action = 'retention.applied' order by 1`)
  t.ok(
    ['absence_kinds', 'audit', 'customer_words', 'deliveries', 'free_text', 'notices'].every((kind) =>
      rows.some((row) => row.kind === kind && row.rows > 0)
    ),
    JSON.stringify(rows)
  )
  t.equal(
    await count(sql`select count(*) as n from deliveries where sent_at is null`),
    1,
    'what waits is kept'
  )
  t.equal(
    await count(
      sql`select count(*) as n from employees where id = ${plantine.id} and name = ${PLANTED.name}`
    ),
    1,
    'she is still here'
  )
})

t.test('who has been gone for long enough is erased by the job', async (t) => {
  const { db, as, helge, clock, plantine, pool } = await plantedCompany(t)
  await as(helge).post(`/api/employees/${plantine.id}/deactivation`)
  clock.set('2030-03-01T08:00:00Z')
  await forgetOldData({ db, now: clock.now, actor: null, requestId: null })
  t.strictSame(
    (await dump(pool)).texts.filter((line) => line.includes(PLANTED.name)),
    []
  )
})
