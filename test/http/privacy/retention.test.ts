import { addDays } from 'date-fns'
import { sql } from 'drizzle-orm'
import t from 'tap'
import type { Db } from '../../../db/client.ts'
import { counterMarks, noShows } from '../../../db/schema/attendances.ts'
import { deliveries } from '../../../db/schema/deliveries.ts'
import { notices } from '../../../db/schema/notices.ts'
import { pastRows } from '../../../db/schema/past-rows.ts'
import { shiftHandovers } from '../../../db/schema/shift-handovers.ts'
import { forgetOldData } from '../../../src/privacy/retention.ts'
import { dump, PLANTED, plantedCompany } from './planted-company.ts'

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

interface Written {
  shift: { id: string }
  seat: { id: string }
  lead: { id: string }
}

/** What people write of shifts, and how a row was before. */
async function insertWords(db: Db, { shift, seat, lead }: Written): Promise<void> {
  const at = '2027-01-11T15:00:00Z'
  const row = { assignmentId: seat.id }
  await db.insert(noShows).values({
    ...{ ...row, raisedAt: new Date(at), raisedBy: lead.id },
    ...{ answeredAt: new Date(at), answer: 'The train stood still' }
  })
  await db.insert(counterMarks).values({
    ...{ ...row, agrees: false, comment: 'Until noon I think' },
    ...{ markedAt: new Date(at), markedBy: lead.id }
  })
  const note = 'Call the Olsens back'
  await db
    .insert(shiftHandovers)
    .values({ shiftId: shift.id, employeeId: lead.id, note, writtenAt: new Date(at) })
  await db.insert(pastRows).values({ kind: 'planted', rowId: seat.id, until: new Date(at), facts: {} })
}

t.test('each kind of data goes when its days are over, and how much went is written down', async (t) => {
  const { db, as, helge, clock, plantine, lead, seat, shift } = await plantedCompany(t)
  const ada = { db, now: clock.now, actor: null, requestId: null }
  clock.set('2027-01-12T08:00:00Z')
  await forgetOldData(ada)
  await insertDeliveries(db, plantine.id, clock.now())
  await insertWords(db, { seat, shift, lead })
  const count = async (text: ReturnType<typeof sql>) =>
    Number((await db.execute<{ n: string }>(text)).rows[0]!.n)
  /** Words beside those of proposals that go with them. */
  const words = {
    'of an exemption': sql`select count(*) as n from exemptions where note is not null`,
    'of who was missed': sql`select count(*) as n from no_shows where answer like 'The train%'`,
    'of a lead on hours': sql`select count(*) as n from counter_marks where comment like 'Until%'`,
    'of a handover': sql`select count(*) as n from shift_handovers`
  }
  const kinds = {
    free_text: sql`select count(*) as n from proposals where message is not null`,
    customer_words: sql`select count(*) as n from learnings where customer_words is not null`,
    notices: sql`select count(*) as n from notices where facts::text like '%Knee%'`,
    deliveries: sql`select count(*) as n from deliveries where receipt like '250%'`,
    absence_kinds: sql`select count(*) as n from absences where kind = 'sick'`,
    past_rows: sql`select count(*) as n from past_rows where kind = 'planted'`
  }
  for (const [which, text] of Object.entries(words))
    t.equal(await count(text), 1, `words ${which} are kept at first`)
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
  for (const [which, text] of Object.entries(words)) t.equal(await count(text), 0, `words ${which} are gone`)
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

/** How long what happened at one moment is kept while nobody has set another number: days, and the rows that have it, shortest first. */
const KEPT: [days: number, what: string, rows: ReturnType<typeof sql>][] = [
  [90, 'whether a message got through', sql`deliveries where sent_at is not null`],
  [365, 'why somebody was away', sql`absences where kind = 'sick'`],
  [365, 'what was said of an exemption', sql`exemptions where note is not null`],
  [365, 'the answer of who was missed', sql`no_shows where answer like 'The train%'`],
  [365, 'what a lead said of hours', sql`counter_marks where comment like 'Until%'`],
  [365, 'what was said with a cover', sql`proposals where message is not null`],
  [365, 'a handover', sql`shift_handovers`],
  [365, 'a message', sql`notices where facts::text like '%Knee%'`],
  [730, 'what customers said', sql`learnings where customer_words is not null`],
  [1095, 'who left', sql`employees where name = ${PLANTED.name}`],
  [1826, 'how a row was', sql`past_rows where kind = 'planted'`],
  [1826, 'who looked', sql`audit_entries where action = 'person.viewed'`]
]

t.test('each kind of data is kept through the last of its days, and goes with the next', async (t) => {
  const { db, as, helge, clock, plantine, lead, seat, shift } = await plantedCompany(t)
  const moment = new Date('2027-02-01T08:00:00Z')
  clock.set(moment.toISOString())
  await insertDeliveries(db, plantine.id, moment)
  await insertWords(db, { seat, shift, lead })
  await as(helge).get(`/api/employees/${plantine.id}/export`)
  const happened = [
    ...[
      sql`absences set starts_at = '2027-01-12', ends_at`,
      sql`exemptions set from_on = '2027-01-12', to_on`
    ],
    ...[sql`no_shows set raised_at`, sql`counter_marks set marked_at`, sql`proposals set created_at`],
    ...[sql`shift_handovers set written_at`, sql`learnings set submitted_at`, sql`past_rows set until`]
  ]
  for (const what of happened) await db.execute(sql`update ${what} = '2027-02-01T08:00:00Z'`)
  await db.execute(
    sql`update notices set created_at = '2027-02-01T08:00:00Z' where facts::text like '%Knee%'`
  )
  await db.execute(
    sql`update employees set deactivated_at = '2027-02-01T08:00:00Z' where id = ${plantine.id}`
  )
  const count = async (rows: ReturnType<typeof sql>) =>
    Number((await db.execute<{ n: string }>(sql`select count(*) as n from ${rows}`)).rows[0]!.n)
  for (const days of new Set(KEPT.map(([kept]) => kept))) {
    for (const [more, left] of [[0, 1] as const, [1, 0] as const]) {
      clock.set(addDays(moment, days + more).toISOString())
      await forgetOldData({ db, now: clock.now, actor: null, requestId: null })
      for (const [, what, rows] of KEPT.filter(([kept]) => kept === days))
        t.equal(await count(rows), left, `${what} on day ${days + more}`)
    }
  }
})
