import { eq } from 'drizzle-orm'
import t from 'tap'
import { employees } from '../../../db/schema/employees.ts'
import { notices } from '../../../db/schema/notices.ts'
import { insertAssignment } from '../../helpers/shifts.ts'
import { promisedMornings } from './absences-cast.ts'

const THURSDAY = { fromOn: '2027-03-04', kind: 'sick' }

t.test(
  'an absence on a published shift is flagged at once to me and my lead, with who could take it',
  async (t) => {
    const { as, amara, lars, told, flags, seats, thursday, rotation, db } = await promisedMornings(t)
    t.strictSame(await flags(amara), [false, false])
    const reply = await as(amara).post('/api/me/absences', THURSDAY)
    t.equal(reply.statusCode, 201, reply.body)
    t.match(reply.json().shiftsInTheWay, [{ assignmentId: seats.thursday.id, shiftId: thursday.id }])
    t.equal(reply.json().shiftsInTheWay.length, 1)
    t.strictSame(await flags(amara), [false, true])

    const [mine] = await told(amara)
    t.match(mine, {
      kind: 'shift-in-absence',
      facts: {
        todo: 'find-a-taker',
        shifts: [
          {
            assignmentId: seats.thursday.id,
            rotationName: rotation.name,
            startsAt: '2027-03-04T08:00:00.000Z',
            replacements: [{}, {}, {}, {}, {}]
          }
        ]
      }
    })
    t.match(await told(lars), [
      { kind: 'shift-in-absence', facts: { employeeId: amara.id, todo: 'agree-who-takes-over' } }
    ])
    const all = await db.select().from(notices)
    t.equal(all.length, 2, 'nobody else is told')
    t.notMatch(JSON.stringify(all), /sick/, 'nor why')
  }
)

t.test('replacements are ranked as the planner would choose, and only those who may', async (t) => {
  const { as, amara, bo, eva, lars, helge, ada, told, db } = await promisedMornings(t)
  await as(bo).put('/api/me/wishes', { wishes: [{ weekday: 4, part: 'morning', level: 'rather_not' }] })
  await as(eva).post('/api/me/absences', { fromOn: '2027-03-04', kind: 'leave' })
  const reply = await as(lars).put('/api/me/wishes', {
    wishes: [{ weekday: 4, part: 'day', level: 'cannot', reason: 'care' }]
  })
  t.equal(reply.statusCode, 200, reply.body)
  await as(helge).put('/api/me/wishes', { wishes: [{ onDay: '2027-03-04', part: 'day', level: 'love' }] })
  await as(amara).post('/api/me/absences', THURSDAY)
  const [{ facts }] = (await told(amara)) as unknown as [
    { facts: { shifts: { replacements: { name: string }[] }[] } }
  ]
  const names = facts.shifts[0]!.replacements.map(({ name }) => name)
  t.equal(names[0], 'Helge HR', 'who would love it comes first')
  t.ok(
    names.indexOf(ada.name) < names.indexOf(bo.name) || !names.includes(bo.name),
    'who would rather not, last'
  )
  for (const name of ['Amara Okafor', 'Eva Executive', 'Lars Lead', 'Hanna Host'])
    t.notOk(names.includes(name), name)
  t.ok((await db.select().from(notices)).length > 0)
})

t.test('deleting the absence takes the flag away, and the lead hears that too', async (t) => {
  const { as, amara, lars, kindsTo, flags } = await promisedMornings(t)
  const { id } = (await as(amara).post('/api/me/absences', THURSDAY)).json()
  t.equal((await as(amara).delete(`/api/me/absences/${id}`)).statusCode, 204)
  t.strictSame(await flags(amara), [false, false])
  t.strictSame(await kindsTo(lars), ['shift-in-absence', 'shift-clear-again'])
  t.strictSame(await kindsTo(amara), ['shift-in-absence', 'shift-clear-again'])
})

t.test('an absence beside the shifts flags nothing and tells nobody', async (t) => {
  const { as, amara, flags, db } = await promisedMornings(t)
  for (const span of [
    { startsAt: '2027-03-04T12:00:00Z', endsAt: '2027-03-04T14:00:00Z' },
    { startsAt: '2027-03-04T07:00:00Z', endsAt: '2027-03-04T08:00:00Z' },
    { fromOn: '2027-03-03' }
  ]) {
    t.equal((await as(amara).post('/api/me/absences', { ...span, kind: 'leave' })).statusCode, 201)
  }
  t.strictSame(await flags(amara), [false, false])
  t.strictSame(await db.select().from(notices), [])
})

t.test('unavailable hours that fall on a published shift flag it just so', async (t) => {
  const { as, amara, lars, kindsTo, flags } = await promisedMornings(t)
  const put = (hours: object[]) => as(amara).put('/api/me/unavailable-hours', { hours })
  t.equal((await put([{ weekday: 4, startsAt: '12:30', endsAt: '14:00' }])).statusCode, 200)
  t.strictSame(await flags(amara), [false, true])
  t.strictSame(await kindsTo(lars), ['shift-in-absence'])
  await put([{ weekday: 4, startsAt: '12:00', endsAt: '14:00' }])
  t.strictSame(await kindsTo(lars), ['shift-in-absence'], 'told once, however often the hours change')
  await put([])
  t.strictSame(await flags(amara), [false, false])
  t.strictSame(await kindsTo(lars), ['shift-in-absence', 'shift-clear-again'])
})

t.test('the lead and HR see who is away against which shifts, never why, and others nothing', async (t) => {
  const { as, amara, bo, lars, sofie, helge, ada, product, seats } = await promisedMornings(t)
  await as(amara).post('/api/me/absences', THURSDAY)
  await as(bo).post('/api/me/absences', { fromOn: '2027-03-08', lastOn: '2027-03-12', kind: 'leave' })
  const url = `/api/teams/${product.id}/absences?fromOn=2027-03-01&toOn=2027-03-15`
  for (const who of [lars, helge]) {
    const { items } = (await as(who).get(url)).json()
    t.match(items, [
      {
        name: 'Amara Okafor',
        away: [{ startsAt: '2027-03-03T23:00:00.000Z', endsAt: '2027-03-04T23:00:00.000Z' }],
        shiftsInTheWay: [{ assignmentId: seats.thursday.id }]
      },
      { name: 'Bo Berg', away: [{ startsAt: '2027-03-07T23:00:00.000Z' }], shiftsInTheWay: [] }
    ])
    t.notMatch(JSON.stringify(items), /sick|leave|kind|source/)
  }
  const later = `/api/teams/${product.id}/absences?fromOn=2027-03-05&toOn=2027-03-15`
  t.strictSame(
    (await as(lars).get(later)).json().items.map(({ name }: { name: string }) => name),
    ['Bo Berg']
  )
  for (const who of [amara, sofie, ada]) t.equal((await as(who).get(url)).statusCode, 403)
})

t.test('who moves to another zone takes their unavailable hours along, onto other shifts', async (t) => {
  const { as, amara, lars, helge, kindsTo, flags } = await promisedMornings(t)
  await as(amara).put('/api/me/unavailable-hours', {
    hours: [{ weekday: 4, startsAt: '13:00', endsAt: '14:00' }]
  })
  t.strictSame(await flags(amara), [false, false])
  await as(helge).patch(`/api/employees/${amara.id}`, { timeZone: 'Europe/Helsinki' })
  t.strictSame(await flags(amara), [false, true])
  t.strictSame([await kindsTo(amara), await kindsTo(lars)], [['shift-in-absence'], ['shift-in-absence']])
})

t.test('where nobody leads, the manager is told; where nobody does either, only the person', async (t) => {
  const { as, db, lars, thursday, ada, kindsTo } = await promisedMornings(t)
  await insertAssignment(db, thursday, lars)
  const { id } = (await as(lars).post('/api/me/absences', THURSDAY)).json()
  t.strictSame(await kindsTo(lars), ['shift-in-absence'], 'not as his own lead once more')
  t.equal((await db.select().from(notices)).length, 1)
  await as(lars).delete(`/api/me/absences/${id}`)
  await db.update(employees).set({ managerId: ada.id }).where(eq(employees.id, lars.id))
  await as(lars).post('/api/me/absences', THURSDAY)
  t.strictSame(await kindsTo(ada), ['shift-in-absence'])
})

t.test('leads of the team that are gone are not told', async (t) => {
  const { as, db, amara, lars, kindsTo } = await promisedMornings(t)
  await db
    .update(employees)
    .set({ deactivatedAt: new Date('2027-03-01') })
    .where(eq(employees.id, lars.id))
  await as(amara).post('/api/me/absences', THURSDAY)
  t.strictSame(await kindsTo(lars), [])
})
