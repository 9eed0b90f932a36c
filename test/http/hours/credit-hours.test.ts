import t from 'tap'
import { notices } from '../../../db/schema/notices.ts'
import { amaraWorkedAShift } from './hours-cast.ts'

const credit = { minutes: 90, onDay: '2027-02-26', reason: 'Wrote three help pages' }

t.test('a lead of the team or HR credits hours, and the person is told', async (t) => {
  const { amara, lars, helge, as, db } = await amaraWorkedAShift(t)
  for (const who of [lars, helge]) {
    const reply = await as(who).post(`/api/employees/${amara.id}/credits`, credit)
    t.equal(reply.statusCode, 201, reply.body)
    t.match(reply.json(), { kind: 'credited', assignmentId: null, enteredBy: { id: who.id }, ...credit })
  }
  const told = await db.select().from(notices)
  t.match(told, [{ employeeId: amara.id, kind: 'hours-credited', facts: credit }, { employeeId: amara.id }])
})

t.test('nobody else does, and nobody for themselves', async (t) => {
  const { amara, bo, sofie, ada, lars, helge, as, entries } = await amaraWorkedAShift(t)
  const ofAmara = `/api/employees/${amara.id}/credits`
  t.equal((await as(bo).post(ofAmara, credit)).statusCode, 403)
  t.equal((await as(ada).post(ofAmara, credit)).statusCode, 403)
  t.match((await as(sofie).post(ofAmara, credit)).json(), { status: 404, code: 'EMPLOYEE_NOT_FOUND' })
  for (const who of [lars, helge]) {
    const reply = await as(who).post(`/api/employees/${who.id}/credits`, credit)
    t.match(reply.json(), { status: 403, code: 'CREDIT_TO_ONESELF' })
  }
  t.strictSame(await entries(), [])
})

t.test('credits are for the past year, in whole minutes, with a reason', async (t) => {
  const { amara, lars, as, entries } = await amaraWorkedAShift(t)
  const send = (body: object) => as(lars).post(`/api/employees/${amara.id}/credits`, { ...credit, ...body })
  for (const onDay of ['2027-03-02', '2026-02-27', '0000-01-01', '9999-12-31']) {
    t.match((await send({ onDay })).json(), { status: 409, code: 'CREDIT_DAY_NOT_VALID' }, onDay)
  }
  for (const body of [
    { minutes: 0 },
    { minutes: 1.5 },
    { reason: '' },
    { onDay: '2027-02-30' },
    { why: 'x' }
  ]) {
    t.equal((await send(body)).statusCode, 400, JSON.stringify(body))
  }
  t.strictSame(await entries(), [])
  t.equal((await send({ onDay: '2027-03-01' })).statusCode, 201)
})

t.test('credited hours are corrected by a lead or HR, not by the person', async (t) => {
  const { amara, lars, helge, as } = await amaraWorkedAShift(t)
  const { id } = (await as(lars).post(`/api/employees/${amara.id}/credits`, credit)).json()
  const correct = (who: { id: string }) =>
    as(who).post(`/api/hours/${id}/correction`, { minutes: 30, reason: 'One page only' })
  t.match((await correct(amara)).json(), { status: 403, code: 'CREDIT_TO_ONESELF' })
  t.match((await correct(helge)).json(), { kind: 'credited', minutes: -60, onDay: credit.onDay })
})

t.test('hours of another track count like those worked on shifts', async (t) => {
  const { amara, lars, as, confirm } = await amaraWorkedAShift(t)
  await confirm(amara)
  const send = (purpose: string) =>
    as(lars).post(`/api/employees/${amara.id}/credits`, { ...credit, onDay: '2027-03-01', purpose })
  for (const purpose of ['review', 'help_pages', 'call_backs']) {
    t.match((await send(purpose)).json(), { kind: 'credited', minutes: 90, purpose })
  }
  for (const purpose of ['live_contact', 'fix_it', 'preparation', 'golf']) {
    t.equal((await send(purpose)).statusCode, 400, purpose)
  }
  const balance = await as(amara).get('/api/me/balance?fromOn=2027-03-01&toOn=2027-03-02')
  t.match(balance.json(), { workedMinutes: 240, creditedMinutes: 270, balanceMinutes: 510 })
})
