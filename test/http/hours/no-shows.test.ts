import t, { type Test } from 'tap'
import { notices } from '../../../db/schema/notices.ts'
import { recordNoShows } from '../../../src/hours/record-no-shows.ts'
import { amaraWorkedAShift } from './hours-cast.ts'

/** It is 13:00 on 1 March, an hour after Amara's shift. */
async function amaraIsMissed(t: Test) {
  const app = await amaraWorkedAShift(t)
  const { as, db, clock, seat, lars } = app
  const at = `/api/assignments/${seat.id}/no-show`
  const raise = (who = lars) => as(who).post(at)
  const act = (who: { id: string }, what: string, body?: object) => as(who).post(`${at}/${what}`, body)
  const job = () => recordNoShows({ db, now: clock.now, actor: null, requestId: null })
  const told = async () => {
    const rows = await db.select().from(notices).orderBy(notices.createdAt, notices.id)
    return rows.map(({ employeeId, kind }) => `${employeeId === lars.id ? 'lars' : 'amara'} ${kind}`)
  }
  const seen = async (who = lars) => (await as(who).get(`/api/assignments/${seat.id}/hours`)).json()
  return { ...app, raise, act, job, told, seen }
}

t.test('who is missed hears of it first, and it is recorded after 48 hours without an answer', async (t) => {
  const { raise, job, told, seen, entries, clock, amara, db } = await amaraIsMissed(t)
  const reply = await raise()
  t.equal(reply.statusCode, 201, reply.body)
  t.match(reply.json(), {
    state: 'raised',
    answerUntil: '2027-03-03T13:00:00.000Z',
    raisedBy: { name: 'Lars Lead' }
  })
  t.strictSame(await told(), ['amara no-show-raised'], 'nobody else')
  const [notice] = await db.select().from(notices)
  t.match(notice?.facts, { answerUntil: '2027-03-03T13:00:00.000Z', onDay: '2027-03-01' })

  clock.set('2027-03-03T12:59:59Z')
  await job()
  t.strictSame(await entries(), [], 'not before')
  clock.set('2027-03-03T13:00:00Z')
  await Promise.all([job(), job()])
  t.match(await entries(), [{ kind: 'worked', minutes: 0, employeeId: amara.id, enteredBy: null }])
  t.equal((await entries()).length, 1)
  t.match((await seen()).noShow, { state: 'recorded', recordedAt: '2027-03-03T13:00:00.000Z' })
  t.strictSame((await told()).slice(1).sort(), ['amara no-show-recorded', 'lars no-show-recorded'])
})

t.test('an answer in time ends it, and whoever raised it reads the answer', async (t) => {
  const { raise, act, job, told, seen, entries, clock, amara, lars } = await amaraIsMissed(t)
  await raise()
  t.match((await act(lars, 'answer', { answer: 'She was not' })).json(), {
    status: 403,
    code: 'HOURS_NOT_YOURS'
  })
  clock.set('2027-03-03T12:59:59Z')
  t.match((await act(amara, 'answer', { answer: 'I swapped with Bo by word of mouth' })).json(), {
    state: 'answered'
  })
  clock.set('2027-03-04T13:00:00Z')
  await job()
  t.strictSame(await entries(), [])
  t.strictSame(await told(), ['amara no-show-raised', 'lars no-show-answered'])
  t.match((await seen(lars)).noShow, { answer: 'I swapped with Bo by word of mouth' })
  t.match((await raise()).json(), { status: 409, code: 'NO_SHOW_RAISED_BEFORE' })
})

t.test('an answer after 48 hours is too late, also before the job came by', async (t) => {
  const { raise, act, clock, amara } = await amaraIsMissed(t)
  await raise()
  clock.set('2027-03-03T13:00:00Z')
  t.match((await act(amara, 'answer', { answer: 'Sorry' })).json(), {
    status: 409,
    code: 'NO_SHOW_NOT_RAISED'
  })
})

t.test('hours entered in time are an answer', async (t) => {
  const { raise, confirm, job, told, entries, clock, amara, seen } = await amaraIsMissed(t)
  await raise()
  t.equal((await confirm(amara)).statusCode, 201)
  t.strictSame(await told(), ['amara no-show-raised', 'lars no-show-answered'])
  clock.set('2027-03-05T13:00:00Z')
  await job()
  t.equal((await entries()).length, 1)
  t.match((await seen()).noShow, { state: 'answered' })
})

t.test('a lead takes it back, the person is told, and it may be raised again', async (t) => {
  const { raise, act, job, told, entries, clock, lars, amara, helge } = await amaraIsMissed(t)
  await raise()
  t.equal((await act(amara, 'withdrawal')).statusCode, 403)
  t.match((await act(helge, 'withdrawal')).json(), { state: 'withdrawn' })
  t.match((await act(lars, 'withdrawal')).json(), { code: 'NO_SHOW_NOT_RAISED' })
  clock.set('2027-03-05T13:00:00Z')
  await job()
  t.strictSame(await entries(), [])
  t.match((await raise()).json(), { state: 'raised', answerUntil: '2027-03-07T13:00:00.000Z' })
  t.strictSame(await told(), ['amara no-show-raised', 'amara no-show-withdrawn', 'amara no-show-raised'])
})

t.test('who was there is not missed', async (t) => {
  const { raise, confirm, clock, as, amara, seat } = await amaraIsMissed(t)
  clock.set('2027-03-01T08:14:59Z')
  t.match((await raise()).json(), { status: 409, code: 'NO_SHOW_NOT_OPEN' })
  clock.set('2027-03-01T08:20:00Z')
  await as(amara).post(`/api/assignments/${seat.id}/check-in`)
  t.match((await raise()).json(), { status: 409, code: 'SEAT_WAS_ATTENDED' })
  const other = await amaraIsMissed(t)
  await other.confirm(other.amara)
  t.match((await other.raise()).json(), { code: 'HOURS_CONFIRMED_BEFORE' })
  other.clock.set('2027-03-15T12:00:00Z')
  t.match((await other.raise()).json(), { code: 'NO_SHOW_NOT_OPEN' })
  t.ok(confirm)
})

t.test('a lead of the team or HR raises it, not a colleague, and nobody of themselves', async (t) => {
  const { raise, bo, sofie, amara, helge } = await amaraIsMissed(t)
  for (const who of [bo, amara]) t.equal((await raise(who)).statusCode, 403)
  t.equal((await raise(sofie)).statusCode, 404)
  t.equal((await raise(helge)).statusCode, 201)
})

t.test('a recorded no-show is corrected with a reason, like all hours', async (t) => {
  const { raise, job, entries, clock, as, lars, amara } = await amaraIsMissed(t)
  await raise()
  clock.set('2027-03-03T13:00:00Z')
  await job()
  const [entry] = await entries()
  const reply = await as(lars).post(`/api/hours/${entry!.id}/correction`, {
    minutes: 240,
    reason: 'She was there'
  })
  t.match(reply.json(), { minutes: 240, reason: 'She was there' })
  const balance = await as(amara).get('/api/me/balance?fromOn=2027-03-01&toOn=2027-03-02')
  t.match(balance.json(), { workedMinutes: 240 })
})
