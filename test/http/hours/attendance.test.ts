import { eq } from 'drizzle-orm'
import t, { type Test } from 'tap'
import { auditEntries } from '../../../db/schema/audit.ts'
import { notices } from '../../../db/schema/notices.ts'
import { rotations } from '../../../db/schema/rotations.ts'
import { insertAssignment, insertShift } from '../../helpers/shifts.ts'
import { amaraWorkedAShift } from './hours-cast.ts'

/** Amara's shift is from 08:00 to 12:00 UTC on 1 March. */
async function atTheDesk(t: Test) {
  const app = await amaraWorkedAShift(t)
  const { clock, as, amara, seat } = app
  const check = (what: 'in' | 'out', time: string, who = amara) => {
    clock.set(`2027-03-01T${time}Z`)
    return as(who).post(`/api/assignments/${seat.id}/check-${what}`)
  }
  return { ...app, check }
}

t.test('who checks in and out has the minutes between in the ledger', async (t) => {
  const { check, entries, as, amara, seat, db } = await atTheDesk(t)
  const came = await check('in', '08:20:00')
  t.equal(came.statusCode, 201, came.body)
  t.strictSame(came.json(), { assignmentId: seat.id, checkedInAt: '2027-03-01T08:20:00.000Z' })
  const left = await check('out', '12:30:00')
  t.match(left.json(), {
    ...{ kind: 'worked', minutes: 250, assignmentId: seat.id, reason: null, enteredBy: { id: amara.id } },
    ...{ workedFrom: '2027-03-01T08:20:00.000Z', workedTo: '2027-03-01T12:30:00.000Z' }
  })
  t.equal((await entries()).length, 1)
  t.match((await as(amara).get(`/api/assignments/${seat.id}/hours`)).json(), {
    ...{ status: 'confirmed', plannedMinutes: 240 },
    ...{ checkedInAt: '2027-03-01T08:20:00.000Z', checkedOutAt: '2027-03-01T12:30:00.000Z' },
    ...{ entries: [{ minutes: 250 }], counterMarks: [], noShow: null }
  })
  const actions = (await db.select().from(auditEntries)).map(({ action }) => action)
  t.strictSame(actions, ['seat.checked-in', 'seat.checked-out'])
  t.strictSame(await db.select().from(notices), [], 'nobody is told of what they did themselves')
})

t.test('who is on time within five minutes has the planned hours', async (t) => {
  const { check } = await atTheDesk(t)
  await check('in', '07:41:00')
  t.match((await check('out', '11:56:00')).json(), { minutes: 240 })
})

t.test('check-in opens half an hour before and ends with the shift, check-out an hour later', async (t) => {
  const { check, entries } = await atTheDesk(t)
  t.match((await check('in', '07:29:59')).json(), { status: 409, code: 'CHECK_IN_NOT_OPEN' })
  t.match((await check('in', '12:00:00')).json(), { code: 'CHECK_IN_NOT_OPEN' })
  t.match((await check('out', '11:00:00')).json(), { code: 'NOT_CHECKED_IN' })
  t.equal((await check('in', '07:30:00')).statusCode, 201)
  t.match((await check('in', '07:31:00')).json(), { code: 'CHECKED_IN_BEFORE' })
  t.match((await check('out', '13:00:01')).json(), { code: 'CHECK_OUT_TOO_LATE' })
  t.strictSame(await entries(), [])
  t.equal((await check('out', '13:00:00')).statusCode, 201)
})

t.test('who forgets to check out confirms, and hours are booked once whichever way', async (t) => {
  const { check, confirm, clock, amara, entries } = await atTheDesk(t)
  await check('in', '08:00:00')
  clock.set('2027-03-01T12:30:00Z')
  t.equal((await confirm(amara, { minutes: 270, reason: 'A long call' })).statusCode, 201)
  t.match((await check('out', '12:40:00')).json(), { code: 'HOURS_CONFIRMED_BEFORE' })
  t.equal((await entries()).length, 1)
})

t.test('of two check-outs at once one counts', async (t) => {
  const { check, entries } = await atTheDesk(t)
  await check('in', '08:00:00')
  const replies = await Promise.all([1, 2, 3, 4].map(() => check('out', '12:00:00')))
  t.strictSame(replies.map(({ statusCode }) => statusCode).sort(), [201, 409, 409, 409])
  t.equal((await entries()).length, 1)
})

t.test('nobody checks in for somebody else', async (t) => {
  const { check, lars, bo, helge } = await atTheDesk(t)
  t.match((await check('in', '08:00:00', lars)).json(), { status: 403, code: 'HOURS_NOT_YOURS' })
  t.match((await check('in', '08:00:00', helge)).json(), { status: 403, code: 'HOURS_NOT_YOURS' })
  t.equal((await check('in', '08:00:00', bo)).statusCode, 404)
})

t.test(
  'preparation counts with every shift if the rotation says so, and not for one that was not worked',
  async (t) => {
    const { check, confirm, db, amara, rotation, entries, as } = await atTheDesk(t)
    await db.update(rotations).set({ preparationMinutes: 20 }).where(eq(rotations.id, rotation.id))
    await check('in', '08:00:00')
    await check('out', '12:00:00')
    t.match(await entries(), [
      { kind: 'worked', minutes: 240 },
      { kind: 'credited', minutes: 20, purpose: 'preparation' }
    ])
    const balance = await as(amara).get('/api/me/balance?fromOn=2027-03-01&toOn=2027-03-02')
    t.match(balance.json(), { workedMinutes: 240, creditedMinutes: 20, balanceMinutes: 260 })
    t.match((await confirm(amara)).json(), { code: 'HOURS_CONFIRMED_BEFORE' })
    t.equal((await entries()).length, 2, 'once')
  }
)

t.test('a shift of no minutes brings no preparation', async (t) => {
  const { confirm, db, amara, rotation, entries } = await atTheDesk(t)
  await db.update(rotations).set({ preparationMinutes: 20 }).where(eq(rotations.id, rotation.id))
  await confirm(amara, { minutes: 0, reason: 'The office was shut' })
  t.match(await entries(), [{ kind: 'worked', minutes: 0 }])
  t.equal((await entries()).length, 1)
})

t.test('a lead agrees or says why not beside the ledger, and the person sees it', async (t) => {
  const { confirm, as, amara, lars, seat, db, entries } = await atTheDesk(t)
  const mark = (body: object, who = lars) => as(who).post(`/api/assignments/${seat.id}/counter-marks`, body)
  t.match((await mark({ agrees: true })).json(), { status: 409, code: 'HOURS_NOT_CONFIRMED' })
  await confirm(amara)
  t.match((await mark({ agrees: false, minutes: 180 })).json(), { status: 400, code: 'HOURS_REASON_NEEDED' })
  const first = await mark({ agrees: false, minutes: 180, comment: 'You left at eleven' })
  t.equal(first.statusCode, 201, first.body)
  await mark({ agrees: true })
  const seen = (await as(amara).get(`/api/assignments/${seat.id}/hours`)).json()
  t.match(seen.counterMarks, [
    { agrees: true, minutes: null, markedBy: { name: 'Lars Lead' } },
    { agrees: false, minutes: 180, comment: 'You left at eleven' }
  ])
  t.strictSame((await as(lars).get(`/api/assignments/${seat.id}/hours`)).json(), seen, 'both see the same')
  t.match(await db.select().from(notices), [
    {
      employeeId: amara.id,
      kind: 'hours-counter-marked',
      facts: { agrees: false, comment: 'You left at eleven' }
    },
    { employeeId: amara.id, facts: { agrees: true, by: { name: 'Lars Lead' } } }
  ])
  t.equal((await entries()).length, 1, 'the hours stay as they are')
})

t.test('only a lead of the team marks, and never their own', async (t) => {
  const { confirm, as, amara, bo, helge, sofie, lars, seat, db, rotation } = await atTheDesk(t)
  await confirm(amara)
  const mark = (who: { id: string }, id = seat.id) =>
    as(who).post(`/api/assignments/${id}/counter-marks`, { agrees: true })
  for (const who of [amara, bo, helge]) t.equal((await mark(who)).statusCode, 403)
  t.equal((await mark(sofie)).statusCode, 404)
  const shift = await insertShift(db, rotation, '2027-02-22T08:00:00Z', '2027-02-22T12:00:00Z')
  const own = await insertAssignment(db, shift, lars)
  t.match((await mark(lars, own.id)).json(), { status: 403, code: 'MARK_OF_ONESELF' })
})
