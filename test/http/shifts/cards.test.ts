import t, { type Test } from 'tap'
import { auditEntries } from '../../../db/schema/audit.ts'
import { notices } from '../../../db/schema/notices.ts'
import { testApp } from '../../helpers/app.ts'
import { insertSmallCompany } from '../../helpers/people.ts'
import { insertSeason } from '../../helpers/seasons.ts'
import { insertAssignment, insertRotation, insertShift } from '../../helpers/shifts.ts'

/** Thursday 1 April 2027, 08:00 in Oslo: Amara and Bo on from 10 with Hanna; Sofie with Eva after them, from 14. */
async function thursday(t: Test) {
  const app = await testApp(t, { now: '2027-04-01T06:00:00Z' })
  const company = await insertSmallCompany(app.db)
  const nordic = await insertRotation(app.db, 'Nordic')
  const shift = await insertShift(app.db, nordic, '2027-04-01T08:00:00Z', '2027-04-01T12:00:00Z')
  const gap = await insertShift(app.db, nordic, '2027-04-01T12:00:00Z', '2027-04-01T12:30:00Z')
  const next = await insertShift(app.db, nordic, '2027-04-01T12:30:00Z', '2027-04-01T16:00:00Z')
  const seats = [
    await insertAssignment(app.db, shift, company.amara),
    await insertAssignment(app.db, shift, company.bo),
    await insertAssignment(app.db, shift, company.hanna)
  ]
  await insertAssignment(app.db, next, company.eva)
  await insertAssignment(app.db, next, company.sofie)
  return { ...app, ...company, nordic, shift, gap, next, seats }
}
type House = Awaited<ReturnType<typeof thursday>>

const RULES = {
  thingsToKnow: ['Billing is late', ' Hubs blink orange '],
  quietJob: 'Read two cases',
  revision: 0
}
const cardOf = async ({ as }: House, who: { id: string }, id: string) =>
  (await as(who as House['amara']).get(`/api/shifts/${id}/card`)).json()

t.test('a host writes the card of a rotation, and each of its shifts has it', async (t) => {
  const house = await thursday(t)
  const { as, hanna, amara, nordic, shift, db } = house
  const before = (await as(amara).get(`/api/rotations/${nordic.id}/card`)).json()
  t.match(before, {
    rotation: { name: 'Nordic' },
    thingsToKnow: [],
    quietJob: null,
    revision: 0,
    mayChange: false
  })
  const url = `/api/rotations/${nordic.id}/card`
  t.match((await as(hanna).send('PUT', url, { payload: RULES })).json(), {
    thingsToKnow: ['Billing is late', 'Hubs blink orange'],
    quietJob: 'Read two cases',
    openingCall: null,
    revision: 1,
    changedBy: { id: hanna.id, name: 'Hanna Host' },
    mayChange: true
  })
  t.match(await cardOf(house, amara, shift.id), { thingsToKnow: ['Billing is late', 'Hubs blink orange'] })
  t.match(await db.select().from(auditEntries), [
    {
      action: 'rotation.card-written',
      objectId: nordic.id,
      actorId: hanna.id,
      after: { quietJob: 'Read two cases' }
    }
  ])
  t.match(
    (await as(amara).send('PUT', url, { payload: { ...RULES, revision: 1 } })).json(),
    { status: 403, code: 'CARD_NOT_YOURS' },
    'a guest writes none'
  )
})

t.test('who saw an older card is refused, so that nobody’s words are lost', async (t) => {
  const { as, hanna, lars, nordic } = await thursday(t)
  const url = `/api/rotations/${nordic.id}/card`
  const put = (who: typeof hanna, payload: object) => as(who).send('PUT', url, { payload })
  t.equal((await put(hanna, RULES)).statusCode, 200)
  const late = await put(lars, { quietJob: 'Sleep', revision: 0 })
  t.match(late.json(), { status: 409, code: 'CARD_CHANGED_MEANWHILE', details: { revision: 1 } })
  t.match(
    (await put(lars, { ...RULES, revision: 1 })).json(),
    { revision: 1 },
    'the same words are no change'
  )
  t.match((await put(lars, { quietJob: 'Sleep', revision: 1 })).json(), { revision: 2, thingsToKnow: [] })
  const both = await Promise.all([put(hanna, { revision: 2 }), put(lars, { revision: 2, quietJob: 'Knit' })])
  t.strictSame(both.map(({ statusCode }) => statusCode).sort(), [200, 409], 'of two at once one is refused')
})

t.test('one shift has words of its own, and its people are told within a day of it', async (t) => {
  const house = await thursday(t)
  const { as, hanna, amara, bo, nordic, shift, next, db, clock } = house
  await as(hanna).send('PUT', `/api/rotations/${nordic.id}/card`, {
    payload: { ...RULES, openingCall: 'Hello' }
  })
  const own = { thingsToKnow: ['The app is down'], revision: 0 }
  clock.set('2027-03-31T07:59:00Z')
  await as(hanna).send('PUT', `/api/shifts/${shift.id}/card`, { payload: own })
  t.strictSame(await db.select().from(notices), [], 'more than a day ahead nobody is disturbed')
  clock.set('2027-03-31T08:00:00Z')
  const reply = await as(hanna).send('PUT', `/api/shifts/${shift.id}/card`, {
    payload: { ...own, question: 'Who noticed?', revision: 1 }
  })
  t.match(reply.json(), {
    thingsToKnow: ['The app is down'],
    quietJob: 'Read two cases',
    openingCall: 'Hello',
    question: { words: 'Who noticed?' },
    ofRotation: { thingsToKnow: ['Billing is late', 'Hubs blink orange'] },
    ofShift: { quietJob: null, revision: 2 }
  })
  t.match((await cardOf(house, amara, next.id)).thingsToKnow, ['Billing is late', 'Hubs blink orange'])
  const told = await db.select().from(notices)
  t.strictSame(told.map(({ employeeId }) => employeeId).sort(), [amara.id, bo.id].sort())
  t.match(told[0], { kind: 'shift-card-changed', facts: { shiftId: shift.id, by: { name: 'Hanna Host' } } })
})

t.test(
  'the season asks about one goal a day, in turn; the buddy calls, and the host knows whom',
  async (t) => {
    const house = await thursday(t)
    const { db, amara, hanna, ada, shift, nordic } = house
    const friday = await insertShift(db, nordic, '2027-04-02T08:00:00Z', '2027-04-02T12:00:00Z')
    t.match((await cardOf(house, amara, shift.id)).question, { words: null, season: null })
    const { season, goals } = await insertSeason(db)
    t.match((await cardOf(house, amara, shift.id)).question, {
      words: null,
      season: {
        id: season.id,
        name: '2027 Q2',
        goalId: goals[0].id,
        goal: 'Pairing works at the first attempt'
      }
    })
    t.equal((await cardOf(house, amara, friday.id)).question.season.goalId, goals[1].id)
    t.match((await cardOf(house, amara, shift.id)).calls, {
      from: { id: hanna.id, name: 'Hanna Host' },
      to: []
    })
    const { calls } = await cardOf(house, hanna, shift.id)
    t.equal(calls.from, null)
    t.strictSame(calls.to.map(({ name }: { name: string }) => name).sort(), ['Amara Okafor', 'Bo Berg'])
    t.strictSame(
      (await cardOf(house, ada, shift.id)).calls,
      { from: null, to: [] },
      'who is not on it has none'
    )
  }
)

t.test(
  'a note left on a shift is read by the next one on which anybody sits, and they are told once',
  async (t) => {
    const house = await thursday(t)
    const { as, amara, bo, eva, sofie, shift, gap, next, db, clock } = house
    clock.set('2027-04-01T11:55:00Z')
    const url = `/api/shifts/${shift.id}/handover`
    const put = (note: string) => as(amara).send('PUT', url, { payload: { note } })
    t.match((await put('Call back on +47 912 34 567, pairing is slow')).json(), {
      left: [{ by: { id: amara.id }, note: /^Call back on .*, pairing is slow$/, changedAt: null }],
      received: [],
      masked: ['phone']
    })
    t.notMatch(JSON.stringify(await db.select().from(auditEntries)), '912')
    t.match((await put('Pairing is well again')).json(), {
      left: [{ note: 'Pairing is well again', changedAt: /2027/ }]
    })
    await as(bo).send('PUT', url, { payload: { note: 'Tea is out' } })
    const { received, left } = (await cardOf(house, eva, next.id)).handovers
    t.match(received, [
      { by: { name: 'Amara Okafor' }, note: 'Pairing is well again', shiftId: shift.id },
      { by: { name: 'Bo Berg' }, note: 'Tea is out' }
    ])
    t.strictSame(left, [])
    t.match(
      (await cardOf(house, eva, gap.id)).handovers.received.length,
      2,
      'a shift without people sees it as well'
    )
    const told = await db.select().from(notices)
    t.strictSame(
      told.map(({ employeeId, kind }) => `${kind} ${employeeId}`).sort(),
      [eva.id, eva.id, sofie.id, sofie.id].map((id) => `handover-left ${id}`).sort(),
      'of each new note once, of its change not again'
    )
    t.match(told[0]?.facts, { shiftId: next.id, rotationName: 'Nordic' })
    t.equal((await as(bo).send('DELETE', url)).statusCode, 204)
    t.equal((await as(bo).send('DELETE', url)).statusCode, 204, 'twice is once')
    t.equal((await cardOf(house, eva, next.id)).handovers.received.length, 1)
  }
)

t.test('a note is for the people of the shift, from its start until a day after its end', async (t) => {
  const { as, amara, eva, shift, clock } = await thursday(t)
  const put = (who: typeof amara, at: string) => {
    clock.set(at)
    return as(who).send('PUT', `/api/shifts/${shift.id}/handover`, { payload: { note: `At ${at}` } })
  }
  t.match((await put(amara, '2027-04-01T07:59:59Z')).json(), { status: 409, code: 'HANDOVER_NOT_NOW' })
  t.equal((await put(amara, '2027-04-01T08:00:00Z')).statusCode, 200)
  t.equal((await put(amara, '2027-04-02T11:59:59Z')).statusCode, 200)
  t.match((await put(amara, '2027-04-02T12:00:00Z')).json(), {
    code: 'HANDOVER_NOT_NOW',
    details: { closesAt: '2027-04-02T12:00:00.000Z' }
  })
  t.match((await put(eva, '2027-04-01T09:00:00Z')).json(), { status: 403, code: 'HANDOVER_NOT_YOURS' })
})
