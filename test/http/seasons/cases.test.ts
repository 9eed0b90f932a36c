import t from 'tap'
import { auditEntries } from '../../../db/schema/audit.ts'
import { servedCases, servedCounts } from '../../../db/schema/served-cases.ts'
import { shiftMoods } from '../../../db/schema/shift-moods.ts'
import type { Context } from '../../../src/context.ts'
import { listShiftsToAnswer } from '../../../src/seasons/list-to-answer.ts'
import { insertSeason } from '../../helpers/seasons.ts'
import { insertAssignment, insertRotation, insertShift } from '../../helpers/shifts.ts'
import { fiveLeaders } from './seasons-cast.ts'

/** Amara and Bo sit on a shift of the running season, 09-13 in Oslo; it is an hour after its start. */
async function onShift(t: Parameters<typeof fiveLeaders>[0]) {
  const app = await fiveLeaders(t, '2027-03-01T09:00:00Z')
  const { season } = await insertSeason(app.db, { fromOn: '2027-01-01', toOn: '2027-04-01' })
  const rotation = await insertRotation(app.db, 'Nordic')
  const shift = await insertShift(app.db, rotation, '2027-03-01T08:00:00Z', '2027-03-01T12:00:00Z')
  for (const who of [app.amara, app.bo]) await insertAssignment(app.db, shift, who)
  const url = `/api/shifts/${shift.id}`
  const tap = (who: { id: string }, servedWell = 'yes') => app.as(who).post(`${url}/cases`, { servedWell })
  const count = (who: { id: string }, yes: number, no = 0, unsure = 0) =>
    app.as(who).put(`${url}/case-counts`, { yes, no, unsure })
  const mood = (who: { id: string }, value: number) => app.as(who).post(`${url}/mood`, { mood: value })
  const served = async () => (await app.as(app.helge).get(`/api/seasons/${season.id}/gap`)).json().shifts
  return { ...app, season, rotation, shift, url, tap, count, mood, served }
}

t.test('one tap per case, and each tap tells what was tapped so far', async (t) => {
  const { amara, bo, tap, served, as, url } = await onShift(t)
  t.match((await tap(amara)).json(), { yes: 1, no: 0, unsure: 0, isCounted: false })
  await tap(amara, 'no')
  t.match((await tap(amara, 'unsure')).json(), { yes: 1, no: 1, unsure: 1 })
  await tap(bo)
  t.match(await served(), { yes: 2, no: 1, unsure: 1, cases: 3, isTooFew: true, share: null })
  t.equal((await as(amara).get(`${url}/cases`)).json().cases.length, 3, 'one’s own taps')
  t.equal((await tap(amara, 'maybe')).statusCode, 400)
})

t.test('a tap made by mistake is taken back by who made it', async (t) => {
  const { amara, bo, tap, as, served } = await onShift(t)
  const { caseId } = (await tap(amara)).json()
  t.equal((await as(bo).delete(`/api/cases/${caseId}`)).json().code, 'CASE_NOT_FOUND')
  t.equal((await as(amara).delete(`/api/cases/${caseId}`)).statusCode, 204)
  t.equal((await as(amara).delete(`/api/cases/${caseId}`)).statusCode, 404)
  t.match(await served(), { yes: 0 })
})

t.test('counts stand in for the taps of one’s seat, so that nothing counts twice', async (t) => {
  const { amara, bo, tap, count, served } = await onShift(t)
  await tap(amara)
  await tap(bo)
  t.match((await count(amara, 20, 5, 2)).json(), { yes: 20, no: 5, unsure: 2, isCounted: true })
  t.match(await served(), { yes: 21, no: 5, unsure: 2 }, 'Bo’s tap still counts')
  t.equal((await tap(amara)).json().code, 'CASES_COUNTED')
  await count(amara, 3)
  t.match(await served(), { yes: 4, no: 0, unsure: 0 }, 'new counts replace the old')
  for (const wrong of [-1, 501, 1.5]) t.equal((await count(amara, wrong)).statusCode, 400)
})

t.test('a tap and counts sent at once never both count', async (t) => {
  const { amara, tap, count, served } = await onShift(t)
  await Promise.all([count(amara, 7), ...Array.from({ length: 4 }, () => tap(amara))])
  t.match(await served(), { yes: 7 })
})

t.test('only the people of the shift answer, from its start until 14 days after its end', async (t) => {
  const { amara, hanna, lars, helge, tap, count, clock, db, shift } = await onShift(t)
  await insertAssignment(db, shift, hanna, { releasedAt: new Date('2027-02-20T08:00Z') })
  for (const who of [hanna, lars, helge]) {
    t.equal((await tap(who)).json().code, 'NOT_ON_THIS_SHIFT', who.name)
    t.equal((await count(who, 1)).statusCode, 403)
  }
  clock.set('2027-03-01T07:59:59Z')
  t.equal((await tap(amara)).json().code, 'SHIFT_NOT_STARTED')
  clock.set('2027-03-15T11:59:59Z')
  const last = (await tap(amara)).json()
  t.equal(last.yes, 1)
  clock.set('2027-03-15T12:00:00Z')
  t.equal((await tap(amara)).json().code, 'ANSWER_WINDOW_CLOSED')
  t.equal((await count(amara, 1)).statusCode, 409)
  t.equal(await db.$count(servedCases), 1)
  t.equal(await db.$count(servedCounts), 0)
})

t.test(
  'cases count in the season of their shift’s day, and with the thirtieth there is a share',
  async (t) => {
    const { amara, count, served, db, rotation, as } = await onShift(t)
    const before = await insertShift(db, rotation, '2026-12-31T08:00:00Z', '2026-12-31T12:00:00Z')
    const seat = await insertAssignment(db, before, amara)
    await db.insert(servedCounts).values({ assignmentId: seat.id, yes: 400, no: 0, unsure: 0 })
    await count(amara, 20, 9, 40)
    t.match(await served(), { cases: 29, isTooFew: true, share: null, low: null, high: null })
    await count(amara, 21, 9)
    t.match(await served(), { cases: 30, isTooFew: false, share: 0.7, low: 0.5212, high: 0.8334 })
    t.equal((await as(amara).get('/api/seasons')).statusCode, 200)
  }
)

t.test('nobody taps for ever', async (t) => {
  const { amara, tap, db, shift } = await onShift(t)
  const { caseId } = (await tap(amara)).json()
  const [first] = await db.select().from(servedCases)
  t.equal(first!.id, caseId)
  const many = Array.from({ length: 499 }, () => ({
    assignmentId: first!.assignmentId,
    servedWell: 'yes' as const
  }))
  await db.insert(servedCases).values(many)
  t.match((await tap(amara)).json(), { status: 409, code: 'TOO_MANY_CASES' }, shift.id)
})

t.test(
  'how somebody feels is told after the shift, once or changed, and nobody reads it of one person',
  async (t) => {
    const { amara, lars, mood, clock, db, as, url } = await onShift(t)
    t.equal((await mood(amara, 4)).json().code, 'SHIFT_NOT_OVER')
    clock.set('2027-03-01T12:00:00Z')
    t.match((await mood(amara, 4)).json(), { mood: 4, answeredAt: '2027-03-01T12:00:00.000Z' })
    t.equal((await mood(lars, 4)).json().code, 'NOT_ON_THIS_SHIFT')
    for (const wrong of [0, 6, 2.5]) t.equal((await mood(amara, wrong)).statusCode, 400)
    await mood(amara, 2)
    t.match(await db.select().from(shiftMoods), [{ mood: 2 }])
    t.match((await as(amara).get(`${url}/cases`)).json().mood, { mood: 2 })
    t.notMatch(JSON.stringify(await db.select().from(auditEntries)), /"mood":\s*[24]/)
    clock.set('2027-03-15T12:00:00Z')
    t.equal((await mood(amara, 5)).json().code, 'ANSWER_WINDOW_CLOSED')
  }
)

t.test('a shift is asked about while it has no case, and once it is over while it has no mood', async (t) => {
  const { app: _, db, clock, amara, tap, mood, shift } = await onShift(t)
  const actor = { employeeId: amara.id } as Context['actor']
  const asked = async () =>
    (await listShiftsToAnswer({ db, now: clock.now, actor, requestId: null })).map(({ shiftId }) => shiftId)
  t.strictSame(await asked(), [shift.id])
  await tap(amara)
  t.strictSame(await asked(), [], 'told of while it runs')
  clock.set('2027-03-01T12:00:00Z')
  t.strictSame(await asked(), [shift.id], 'how was it?')
  await mood(amara, 3)
  t.strictSame(await asked(), [])
})
