import { and, eq } from 'drizzle-orm'
import t from 'tap'
import { auditEntries } from '../../../db/schema/audit.ts'
import { ledgerEntries } from '../../../db/schema/ledger.ts'
import { notices } from '../../../db/schema/notices.ts'
import { insertAssignment, insertShift } from '../../helpers/shifts.ts'
import { letBothGo } from './at-the-gate.ts'
import { amaraWorkedAShift } from './hours-cast.ts'

t.test('hours confirmed as planned are those of the shift, with who and when', async (t) => {
  const { amara, shift, seat, confirm, db } = await amaraWorkedAShift(t)
  const reply = await confirm(amara)
  t.equal(reply.statusCode, 201, reply.body)
  t.match(reply.json(), {
    kind: 'worked',
    minutes: 240,
    onDay: '2027-03-01',
    assignmentId: seat.id,
    correctsId: null,
    reason: null,
    enteredAt: '2027-03-01T13:00:00.000Z',
    enteredBy: { id: amara.id, name: 'Amara Okafor' },
    workedFrom: shift.startsAt.toISOString(),
    workedTo: shift.endsAt.toISOString()
  })
  t.match(await db.select().from(auditEntries), [
    { action: 'hours.confirmed', actorId: amara.id, objectId: reply.json().id }
  ])
  t.strictSame(await db.select().from(notices), [], 'nobody is told of what they did themselves')
})

t.test('other minutes need a reason and are kept with it', async (t) => {
  const { amara, confirm, entries } = await amaraWorkedAShift(t)
  t.match((await confirm(amara, { minutes: 300 })).json(), {
    status: 400,
    code: 'HOURS_REASON_NEEDED',
    details: { plannedMinutes: 240 }
  })
  t.equal((await confirm(amara, { minutes: 300, reason: '  ' })).statusCode, 400)
  t.equal((await confirm(amara, { minutes: 1441, reason: 'A long day' })).statusCode, 400)
  t.equal((await confirm(amara, { minutes: -1, reason: 'A short day' })).statusCode, 400)
  t.strictSame(await entries(), [])
  const reply = await confirm(amara, { minutes: 300, reason: 'The queue was long' })
  t.match(reply.json(), { minutes: 300, reason: 'The queue was long', workedFrom: null, workedTo: null })
})

t.test('hours cannot be confirmed before the shift is over, by nobody', async (t) => {
  const { amara, lars, clock, confirm } = await amaraWorkedAShift(t)
  clock.set('2027-03-01T11:59:59Z')
  for (const who of [amara, lars]) {
    t.match((await confirm(who)).json(), { status: 409, code: 'SHIFT_NOT_OVER' })
  }
  clock.set('2027-03-01T12:00:00Z')
  t.equal((await confirm(amara)).statusCode, 201)
})

t.test('the employee confirms for 14 days, after that a lead of the team', async (t) => {
  const { amara, lars, clock, confirm } = await amaraWorkedAShift(t)
  clock.set('2027-03-15T12:00:00Z')
  t.match((await confirm(amara)).json(), {
    status: 409,
    code: 'HOURS_WINDOW_CLOSED',
    details: { closedAt: '2027-03-15T12:00:00.000Z' }
  })
  const reply = await confirm(lars)
  t.match(reply.json(), { minutes: 240, enteredBy: { id: lars.id } })
})

t.test('the last second of the 14 days still counts', async (t) => {
  const { amara, clock, confirm } = await amaraWorkedAShift(t)
  clock.set('2027-03-15T11:59:59Z')
  t.equal((await confirm(amara)).statusCode, 201)
})

t.test('a lead enters the hours of their people at any time, and the person is told', async (t) => {
  const { amara, lars, shift, confirm, db } = await amaraWorkedAShift(t)
  t.equal((await confirm(lars, { minutes: 180, reason: 'Went home ill' })).statusCode, 201)
  t.match(await db.select().from(notices), [
    {
      employeeId: amara.id,
      kind: 'hours-entered',
      facts: {
        shiftId: shift.id,
        minutes: 180,
        reason: 'Went home ill',
        by: { id: lars.id, name: 'Lars Lead' }
      }
    }
  ])
})

t.test('nobody else enters them: to most they do not exist, HR may only look', async (t) => {
  const { bo, sofie, ada, helge, confirm, entries } = await amaraWorkedAShift(t)
  for (const who of [bo, sofie, ada]) {
    t.match((await confirm(who)).json(), { status: 404, code: 'ASSIGNMENT_NOT_FOUND' }, who.name)
  }
  t.match((await confirm(helge)).json(), { status: 403, code: 'HOURS_NOT_YOURS' })
  t.equal((await confirm(null)).statusCode, 401)
  t.strictSame(await entries(), [])
})

t.test('a seat given up has no hours', async (t) => {
  const { app, db, as, bo, shift } = await amaraWorkedAShift(t)
  t.ok(app)
  const released = await insertAssignment(db, shift, bo, { releasedAt: new Date('2027-02-25T09:00:00Z') })
  t.equal((await as(bo).post(`/api/assignments/${released.id}/hours`, {})).statusCode, 404)
})

t.test('a second confirmation is refused and changes nothing', async (t) => {
  const { amara, lars, confirm, entries, seat } = await amaraWorkedAShift(t)
  await confirm(amara)
  t.match((await confirm(amara, { minutes: 60, reason: 'Again' })).json(), {
    status: 409,
    code: 'HOURS_CONFIRMED_BEFORE',
    details: { assignmentIds: [seat.id] }
  })
  t.equal((await confirm(lars)).statusCode, 409)
  t.match(await entries(), [{ minutes: 240 }])
})

t.test('of two confirmations at the same moment one wins and one is told so', async (t) => {
  const { amara, lars, pool, confirm, entries } = await amaraWorkedAShift(t)
  const replies = await letBothGo(pool, amara, [
    () => confirm(amara),
    () => confirm(lars, { minutes: 200, reason: 'Left early' })
  ])
  t.strictSame(replies.map((reply) => reply.statusCode).sort(), [201, 409])
  t.equal((await entries()).length, 1)
})

t.test('the index alone refuses a second confirmation by a writer who takes no lock', async (t) => {
  const { amara, confirm, entries, pool, seat } = await amaraWorkedAShift(t)
  const other = await pool.connect()
  try {
    await other.query('begin')
    await other.query(
      `insert into ledger_entries (id, employee_id, kind, minutes, on_day, assignment_id)
       values (gen_random_uuid(), $1, 'worked', 10, '2027-03-01', $2)`,
      [amara.id, seat.id]
    )
    const reply = confirm(amara)
    await new Promise((resolve) => setTimeout(resolve, 150))
    await other.query('commit')
    t.match((await reply).json(), { status: 409, code: 'HOURS_CONFIRMED_BEFORE' })
    t.match(await entries(), [{ minutes: 10 }])
  } finally {
    other.release()
  }
})

t.test('a shift over a clock change books the real hours', async (t) => {
  const { amara, as, db, clock, rotation } = await amaraWorkedAShift(t)
  const nights = [
    { startsAt: '2027-03-27T23:00:00Z', endsAt: '2027-03-28T06:00:00Z', onDay: '2027-03-28', minutes: 420 },
    { startsAt: '2027-10-30T22:00:00Z', endsAt: '2027-10-31T07:00:00Z', onDay: '2027-10-31', minutes: 540 }
  ]
  for (const { startsAt, endsAt, onDay, minutes } of nights) {
    const night = await insertShift(db, rotation, startsAt, endsAt)
    const { id } = await insertAssignment(db, night, amara)
    clock.set(endsAt)
    const reply = await as(amara).post(`/api/assignments/${id}/hours`, {})
    t.match(reply.json(), { onDay, minutes })
  }
})

t.test('several shifts are confirmed at once', async (t) => {
  const { amara, as, db, rotation, seat, clock } = await amaraWorkedAShift(t)
  const shift = await insertShift(db, rotation, '2027-03-02T08:00:00Z', '2027-03-02T10:00:00Z')
  const second = await insertAssignment(db, shift, amara)
  clock.set('2027-03-03T08:00:00Z')
  const reply = await as(amara).post('/api/me/hours/confirmations', {
    assignmentIds: [second.id, seat.id.toUpperCase()]
  })
  t.equal(reply.statusCode, 201, reply.body)
  t.match(reply.json().items, [
    { assignmentId: seat.id, minutes: 240 },
    { assignmentId: second.id, minutes: 120 }
  ])
  t.equal((await db.select().from(auditEntries).where(eq(auditEntries.action, 'hours.confirmed'))).length, 1)
})

t.test('of several shifts all are confirmed or none', async (t) => {
  const { amara, bo, lars, as, db, rotation, shift, seat, confirm, entries } = await amaraWorkedAShift(t)
  const later = await insertShift(db, rotation, '2027-03-02T08:00:00Z', '2027-03-02T10:00:00Z')
  const notOver = await insertAssignment(db, later, amara)
  const bosSeat = await insertAssignment(db, shift, bo)
  const refused = { [notOver.id]: 'SHIFT_NOT_OVER', [bosSeat.id]: 'ASSIGNMENT_NOT_FOUND' }
  for (const [id, code] of Object.entries(refused)) {
    const reply = await as(amara).post('/api/me/hours/confirmations', { assignmentIds: [seat.id, id] })
    t.equal(reply.json().code, code)
  }
  const leads = await as(lars).post('/api/me/hours/confirmations', { assignmentIds: [seat.id] })
  t.equal(leads.statusCode, 404, 'a lead confirms one by one, in the name of the person')
  t.strictSame(await entries(), [])

  await confirm(amara)
  const early = await insertShift(db, rotation, '2027-03-01T06:00:00Z', '2027-03-01T07:00:00Z')
  const fresh = await insertAssignment(db, early, amara)
  const reply = await as(amara).post('/api/me/hours/confirmations', { assignmentIds: [fresh.id, seat.id] })
  t.match(reply.json(), { code: 'HOURS_CONFIRMED_BEFORE', details: { assignmentIds: [seat.id] } })
  const ofFresh = and(eq(ledgerEntries.assignmentId, fresh.id), eq(ledgerEntries.kind, 'worked'))
  t.strictSame(await db.select().from(ledgerEntries).where(ofFresh), [])
})
