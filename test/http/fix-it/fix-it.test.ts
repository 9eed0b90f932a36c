import { eq } from 'drizzle-orm'
import t, { type Test } from 'tap'
import { absences } from '../../../db/schema/absences.ts'
import { employees } from '../../../db/schema/employees.ts'
import { learnings } from '../../../db/schema/learnings.ts'
import { rotations } from '../../../db/schema/rotations.ts'
import { insertAssignment, insertShift } from '../../helpers/shifts.ts'
import { amaraWorkedAShift } from '../hours/hours-cast.ts'

/** Amara sat on Monday's shift until 12:00 UTC and heard of one thing; the rotation counts fix-it time. It is 13:00. */
async function amaraHeardSomething(
  t: Test,
  counts: Partial<typeof rotations.$inferInsert> = { countsFixIt: true }
) {
  const app = await amaraWorkedAShift(t)
  const { db, as, amara, shift, seat, rotation } = app
  await db
    .update(rotations)
    .set({ ...counts, preparationMinutes: 0 })
    .where(eq(rotations.id, rotation.id))
  const heard = {
    shiftId: shift.id,
    employeeId: amara.id,
    triedTo: 'Pair the hub',
    obstacle: 'The code had expired'
  }
  const [learning] = await db
    .insert(learnings)
    .values({ ...heard, type: 'bug' })
    .returning()
  const reserve = (startsAt: string, change: object = {}, who = amara) =>
    as(who).post(`/api/assignments/${seat.id}/fix-it`, {
      ...{ startsAt, learningId: learning!.id, kind: 'repair' },
      ...change
    })
  const finish = (id: string, who = amara) =>
    as(who).post(`/api/fix-its/${id}/completion`, { outcome: 'The app says when a code expires' })
  return { ...app, learning: learning!, reserve, finish }
}

t.test('two hours are kept free for one repair, and count once they are done', async (t) => {
  const { reserve, finish, entries, as, amara, seat, learning, clock } = await amaraHeardSomething(t)
  const reply = await reserve('2027-03-03T08:00:00Z')
  t.equal(reply.statusCode, 201, reply.body)
  t.match(reply.json(), {
    ...{ startsAt: '2027-03-03T08:00:00.000Z', endsAt: '2027-03-03T10:00:00.000Z', kind: 'repair' },
    ...{ learning: { id: learning.id, obstacle: 'The code had expired' }, doneAt: null }
  })
  const { id } = reply.json()
  t.match((await finish(id)).json(), { status: 409, code: 'FIX_IT_NOT_BEGUN' })
  t.strictSame(await entries(), [])
  clock.set('2027-03-03T10:00:00Z')
  t.match((await finish(id)).json(), { outcome: 'The app says when a code expires' })
  t.match(await entries(), [
    { kind: 'credited', purpose: 'fix_it', minutes: 120, onDay: '2027-03-03', assignmentId: seat.id }
  ])
  t.match((await finish(id)).json(), { status: 409, code: 'FIX_IT_DONE' })
  const balance = await as(amara).get('/api/me/balance?fromOn=2027-03-01&toOn=2027-03-08')
  t.match(balance.json(), { creditedMinutes: 120 })
  t.match((await as(amara).get('/api/me/fix-its')).json().items, [{ id, doneAt: '2027-03-03T10:00:00.000Z' }])
})

t.test('it lies within five working days after the shift, by the person’s clock', async (t) => {
  const { reserve } = await amaraHeardSomething(t)
  const outside = { status: 409, code: 'FIX_IT_OUTSIDE_OF_WINDOW' }
  t.match((await reserve('2027-03-01T11:59:00Z')).json(), outside, 'during the shift')
  t.match((await reserve('2027-03-08T21:01:00Z')).json(), outside, 'past midnight in Oslo')
  t.match((await reserve('2016-12-31T23:59:60Z')).json(), outside, 'a leap second is no date')
  t.equal((await reserve('2027-03-08T21:00:00Z')).statusCode, 201)
})

t.test('days the person does not work do not count', async (t) => {
  const { reserve, db, amara } = await amaraHeardSomething(t)
  await db
    .update(employees)
    .set({ workingDays: [1] })
    .where(eq(employees.id, amara.id))
  t.match((await reserve('2027-04-19T08:00:00Z')).json(), { code: 'FIX_IT_OUTSIDE_OF_WINDOW' })
  // Mondays 8, 15 and 22 March and 5 and 12 April: Easter Monday, 29 March, is a holiday.
  t.equal((await reserve('2027-04-12T08:00:00Z')).statusCode, 201)
})

t.test('it is as long as the rotation says, and not at all where that does not count it', async (t) => {
  const off = await amaraHeardSomething(t, { countsFixIt: false })
  t.match((await off.reserve('2027-03-03T08:00:00Z')).json(), { status: 409, code: 'FIX_IT_NOT_COUNTED' })
  const short = await amaraHeardSomething(t, { countsFixIt: true, fixItMinutes: 45 })
  t.match((await short.reserve('2027-03-03T08:00:00Z')).json(), { endsAt: '2027-03-03T08:45:00.000Z' })
})

t.test('it needs a learning of that shift', async (t) => {
  const { reserve, db, rotation, bo } = await amaraHeardSomething(t)
  const other = await insertShift(db, rotation, '2027-02-22T08:00:00Z', '2027-02-22T12:00:00Z')
  const heard = { shiftId: other.id, employeeId: bo.id, triedTo: 'x', obstacle: 'y', type: 'bug' as const }
  const [foreign] = await db.insert(learnings).values(heard).returning()
  const reply = await reserve('2027-03-03T08:00:00Z', { learningId: foreign!.id })
  t.match(reply.json(), { status: 404, code: 'LEARNING_NOT_OF_SHIFT' })
})

t.test('one shift has one block, also when two are asked for at once', async (t) => {
  const { reserve, as, amara } = await amaraHeardSomething(t)
  const replies = await Promise.all(['08', '11', '14'].map((hour) => reserve(`2027-03-03T${hour}:00:00Z`)))
  t.strictSame(replies.map(({ statusCode }) => statusCode).sort(), [201, 409, 409])
  const { id } = replies.find(({ statusCode }) => statusCode === 201)!.json()
  t.equal((await as(amara).delete(`/api/fix-its/${id}`)).statusCode, 204)
  t.equal((await as(amara).delete(`/api/fix-its/${id}`)).statusCode, 404)
  t.equal((await reserve('2027-03-04T08:00:00Z')).statusCode, 201)
})

t.test('it does not lie on a shift or an absence of the person, which is named', async (t) => {
  const { reserve, db, rotation, amara } = await amaraHeardSomething(t)
  const shift = await insertShift(db, rotation, '2027-03-03T09:00:00Z', '2027-03-03T13:00:00Z')
  await insertAssignment(db, shift, amara)
  const away = { startsAt: new Date('2027-03-04T00:00Z'), endsAt: new Date('2027-03-05T00:00Z') }
  await db.insert(absences).values({ employeeId: amara.id, kind: 'sick', ...away })
  t.match((await reserve('2027-03-03T08:00:00Z')).json(), {
    ...{ status: 409, code: 'FIX_IT_IN_THE_WAY', details: { shiftId: shift.id } }
  })
  const reply = await reserve('2027-03-04T08:00:00Z')
  t.match(reply.json(), { code: 'FIX_IT_IN_THE_WAY', details: { startsAt: '2027-03-04T00:00:00.000Z' } })
  t.notMatch(reply.body, /sick/)
  t.equal((await reserve('2027-03-03T07:00:00Z')).statusCode, 201, 'until the shift begins')
})

t.test('the time is protected: nobody gives the person a shift in it', async (t) => {
  const { reserve, as, db, rotation, amara } = await amaraHeardSomething(t)
  await reserve('2027-03-08T08:00:00Z')
  const open = await insertShift(db, rotation, '2027-03-08T09:00:00Z', '2027-03-08T13:00:00Z', {
    minSeats: 0,
    hostsRequired: 0
  })
  await db.update(rotations).set({ spacingDays: 0 }).where(eq(rotations.id, rotation.id))
  const take = () => as(amara).post(`/api/shifts/${open.id}/seats`)
  const refused = await take()
  t.not(refused.statusCode, 201, refused.body)
  t.match(refused.body, /absen/)
  const [{ id }] = (await as(amara).get('/api/me/fix-its')).json().items
  await as(amara).delete(`/api/fix-its/${id}`)
  t.equal((await take()).statusCode, 201)
})

t.test('it is told of within two weeks, and nobody touches a block of somebody else', async (t) => {
  const { reserve, finish, as, bo, lars, clock } = await amaraHeardSomething(t)
  const { id } = (await reserve('2027-03-03T08:00:00Z')).json()
  for (const who of [bo, lars]) {
    t.equal((await finish(id, who)).statusCode, 404)
    t.equal((await as(who).delete(`/api/fix-its/${id}`)).statusCode, 404)
    t.equal((await reserve('2027-03-03T08:00:00Z', {}, who)).statusCode, 404)
  }
  clock.set('2027-03-17T10:00:00Z')
  t.match((await finish(id)).json(), { status: 409, code: 'FIX_IT_CLOSED' })
})
