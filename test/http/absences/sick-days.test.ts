import { and, eq, isNull } from 'drizzle-orm'
import t from 'tap'
import { absences } from '../../../db/schema/absences.ts'
import { assignments } from '../../../db/schema/assignments.ts'
import { auditEntries } from '../../../db/schema/audit.ts'
import { employees } from '../../../db/schema/employees.ts'
import { notices } from '../../../db/schema/notices.ts'
import { shifts } from '../../../db/schema/shifts.ts'
import { insertEmployee } from '../../helpers/people.ts'
import { insertAssignment, insertShift } from '../../helpers/shifts.ts'
import { promisedMornings } from './absences-cast.ts'

/** A lead may be among those who could take the seat. */
const aboutOthers = (kind: string) => kind !== 'seat-offered'

t.test('sick today opens the seat of today now, and leaves the one of Thursday', async (t) => {
  const { as, amara, seats, releasedAt, clock, db } = await promisedMornings(t)
  const reply = await as(amara).post('/api/me/sick-days', {})
  t.equal(reply.statusCode, 201, reply.body)
  t.match(reply.json(), {
    awayUntil: '2027-03-02T23:00:00.000Z',
    released: [{ assignmentId: seats.tuesday.id }],
    askedFirst: 5,
    shiftsInTheWay: []
  })
  t.strictSame(await releasedAt(seats.tuesday), clock.now())
  t.equal(await releasedAt(seats.thursday), null)
  t.match(await db.select().from(absences), [
    { employeeId: amara.id, startsAt: clock.now(), endsAt: new Date('2027-03-02T23:00:00Z'), kind: 'sick' }
  ])
  const { items } = (await as(amara).get('/api/shifts?fromOn=2027-03-02&toOn=2027-03-03')).json()
  t.match(items, [{ openSeats: 1, people: [{ name: 'Hanna Host' }] }])
})

t.test(
  'the lead, the host on the shift and the five fittest are told, nobody else, and nobody why',
  async (t) => {
    const { as, amara, lars, hanna, henrik, told, db } = await promisedMornings(t)
    await as(amara).post('/api/me/sick-days', {})
    t.match(await told(lars), [
      {
        kind: 'seat-opened',
        facts: {
          name: 'Amara Okafor',
          todo: 'fill-the-seat',
          by: null,
          shifts: [{ replacements: [{}, {}, {}, {}, {}] }]
        }
      }
    ])
    t.match(await told(hanna), [
      {
        kind: 'seat-opened',
        facts: { todo: 'be-ready-for-one-less', shifts: [{ rotationName: 'Nordic mornings' }] }
      }
    ])
    const [toHost] = (await as(hanna).get('/api/me/notices')).json().items
    const [opened] = await told(hanna)
    const [shift] = opened!.facts.shifts as { shiftId: string }[]
    t.equal(toHost.link, `/shifts/${shift!.shiftId}`, 'it leads to the shift, where somebody can be found')
    t.match(await told(amara), [{ kind: 'seat-given-up' }])
    t.strictSame(await told(henrik).then((all) => all.filter(({ kind }) => kind === 'seat-opened')), [])
    const all = await db.select().from(notices)
    const offers = all.filter(({ kind }) => kind === 'seat-offered')
    t.strictSame(offers.map(({ facts }) => facts.rank).sort(), [1, 2, 3, 4, 5])
    t.notMatch(JSON.stringify(offers), /Amara/, 'whoever is asked does not learn who is away')
    t.notOk(
      offers.some(({ employeeId }) => employeeId === hanna.id),
      'who is on the shift cannot take it'
    )
    t.equal(all.length, 3 + offers.length)
    t.notMatch(JSON.stringify(all), /sick/)
    t.notMatch(JSON.stringify(await db.select().from(auditEntries)), /sick/)
  }
)

t.test(
  'where as many are left as are desired nobody is asked for a seat that would be refused',
  async (t) => {
    const { as, amara, bo, lars, seats, told, releasedAt, clock, db } = await promisedMornings(t)
    const [shift] = await db.select().from(shifts).where(eq(shifts.id, seats.tuesday.shiftId))
    await insertAssignment(db, shift!, bo)
    t.match((await as(amara).post('/api/me/sick-days', {})).json(), {
      released: [{ assignmentId: seats.tuesday.id }],
      askedFirst: 0
    })
    t.strictSame(await releasedAt(seats.tuesday), clock.now())
    t.match(await told(lars), [{ kind: 'seat-opened', facts: { todo: 'nothing', isShort: false } }])
    const offers = (await db.select().from(notices)).filter(({ kind }) => kind === 'seat-offered')
    t.strictSame(offers, [])
    const [toLead] = (await as(lars).get('/api/me/notices')).json().items
    t.match(toLead, { title: 'Amara Okafor is away today' })
    t.match(JSON.stringify(toLead), /nobody is asked/)
    const [toHer] = (await as(amara).get('/api/me/notices')).json().items
    t.match(toHer, { title: 'You are off this shift, as you are away' })
  }
)

t.test('where enough are left but no host the lead is told that one is missing', async (t) => {
  const { as, amara, bo, lars, seats, told, db } = await promisedMornings(t)
  const [shift] = await db.select().from(shifts).where(eq(shifts.id, seats.tuesday.shiftId))
  await db.update(shifts).set({ hostsRequired: 2 }).where(eq(shifts.id, shift!.id))
  await insertAssignment(db, shift!, bo)
  await as(amara).post('/api/me/sick-days', {})
  t.match(await told(lars), [{ facts: { todo: 'find-a-host', isShort: false, lacksHost: true } }])
  const [toLead] = (await as(lars).get('/api/me/notices')).json().items
  t.match(JSON.stringify(toLead), /but no host: see that one joins them/)
  const [toHer] = (await as(amara).get('/api/me/notices')).json().items
  t.match(JSON.stringify(toHer), /looks for another host/)
})

t.test('where enough are left but no host, hosts alone are asked, and one of them may join', async (t) => {
  const { as, amara, bo, seats, product, db } = await promisedMornings(t)
  const hugo = await insertEmployee(db, 'Hugo Host', product, { isHost: true })
  const [shift] = await db.select().from(shifts).where(eq(shifts.id, seats.tuesday.shiftId))
  await db.update(shifts).set({ hostsRequired: 2 }).where(eq(shifts.id, shift!.id))
  await insertAssignment(db, shift!, bo)
  await as(amara).post('/api/me/sick-days', {})
  const offers = await db.select().from(notices).where(eq(notices.kind, 'seat-offered'))
  const hosts = await db.select({ id: employees.id }).from(employees).where(eq(employees.isHost, true))
  const hostIds = new Set(hosts.map(({ id }) => id))
  t.ok(offers.some(({ employeeId }) => employeeId === hugo.id))
  t.ok(offers.every(({ employeeId, facts }) => hostIds.has(employeeId) && facts.isForHosts === true))
  const newest = async () => (await as(hugo).get('/api/me/notices')).json().items[0]
  t.match(await newest(), { kind: 'seat-offered', isStale: false })
  t.equal((await as(hugo).post(`/api/shifts/${shift!.id}/seats`)).statusCode, 201)
})

t.test('whom the brake on leavers holds is not asked, however fit: they could not answer', async (t) => {
  const first = async (heldName: string | null) => {
    const { as, amara, db, clock } = await promisedMornings(t)
    const named = (await db.select().from(employees)).find(({ name }) => name === heldName)
    if (named) await db.update(employees).set({ suspendedAt: clock.now() }).where(eq(employees.id, named.id))
    await as(amara).post('/api/me/sick-days', {})
    const offers = (await db.select().from(notices)).filter(({ kind }) => kind === 'seat-offered')
    const people = new Map((await db.select().from(employees)).map(({ id, name }) => [id, name]))
    return offers
      .sort((a, b) => Number(a.facts.rank) - Number(b.facts.rank))
      .map(({ employeeId }) => people.get(employeeId)!)
  }
  const asked = await first(null)
  const without = await first(asked[0]!)
  t.equal(without.length, 5)
  t.strictSame(without.slice(0, 4), asked.slice(1), 'the next ones move up')
})

t.test('who is asked is ranked: five of those who may, the fittest first', async (t) => {
  const { as, amara, bo, eva, product, db } = await promisedMornings(t)
  await insertEmployee(db, 'Trine Training', product, { readiness: 'in_training' })
  await as(eva).put('/api/me/wishes', { wishes: [{ weekday: 2, part: 'morning', level: 'love' }] })
  await as(bo).put('/api/me/wishes', {
    wishes: [{ weekday: 2, part: 'day', level: 'cannot', reason: 'study' }]
  })
  await as(amara).post('/api/me/sick-days', {})
  const offers = await db.select().from(notices).where(eq(notices.kind, 'seat-offered'))
  const first = offers.find(({ facts }) => facts.rank === 1)
  t.equal(first?.employeeId, eva.id)
  t.notOk(offers.some(({ employeeId }) => employeeId === bo.id))
})

t.test('a second report changes nothing and tells nobody', async (t) => {
  const { as, amara, clock, db } = await promisedMornings(t)
  await as(amara).post('/api/me/sick-days', {})
  const before = (await db.select().from(notices)).length
  clock.set('2027-03-02T07:00:00Z')
  const again = await as(amara).post('/api/me/sick-days', {})
  t.match(again.json(), { released: [], askedFirst: 0 })
  t.equal((await db.select().from(notices)).length, before)
  t.equal((await db.select().from(absences)).length, 1)
})

t.test('ten reports at once release the seat once', async (t) => {
  const { as, amara, audited, db } = await promisedMornings(t)
  const replies = await Promise.all(Array.from({ length: 10 }, () => as(amara).post('/api/me/sick-days', {})))
  t.strictSame(new Set(replies.map(({ statusCode }) => statusCode)), new Set([201]))
  t.equal(replies.filter((reply) => reply.json().released.length === 1).length, 1)
  t.equal((await audited('assignment.released')).length, 1)
  t.equal((await db.select().from(absences)).length, 1)
})

t.test('ill until Friday: today’s seat opens, Thursday’s is flagged', async (t) => {
  const { as, amara, lars, kindsTo, seats, releasedAt, flags } = await promisedMornings(t)
  const reply = await as(amara).post('/api/me/sick-days', { lastOn: '2027-03-05' })
  t.match(reply.json(), {
    awayUntil: '2027-03-05T23:00:00.000Z',
    shiftsInTheWay: [{ assignmentId: seats.thursday.id }]
  })
  t.equal(await releasedAt(seats.thursday), null)
  t.strictSame(await flags(amara), [true])
  t.strictSame((await kindsTo(lars)).filter(aboutOthers).sort(), ['seat-opened', 'shift-in-absence'])
  for (const lastOn of ['2027-03-01', '2029-01-01', '2027-02-30'])
    t.ok([400, 422].includes((await as(amara).post('/api/me/sick-days', { lastOn })).statusCode), lastOn)
})

t.test('a shift under way is not taken away, for its hours are worked; it is flagged', async (t) => {
  const { as, amara, lars, kindsTo, seats, releasedAt, clock, flags } = await promisedMornings(t)
  clock.set('2027-03-02T09:00:00Z')
  const reply = await as(amara).post('/api/me/sick-days', {})
  t.match(reply.json(), { released: [], shiftsInTheWay: [{ assignmentId: seats.tuesday.id }] })
  t.equal(await releasedAt(seats.tuesday), null)
  t.strictSame(await flags(amara), [true, false])
  t.strictSame(await kindsTo(lars), ['shift-in-absence'])
})

t.test('ill on a day half off already: only the rest is noted, and nothing overlaps', async (t) => {
  const { as, amara, db } = await promisedMornings(t)
  await as(amara).post('/api/me/absences', { fromOn: '2027-03-02', fromPart: 'afternoon', kind: 'leave' })
  t.equal((await as(amara).post('/api/me/sick-days', {})).statusCode, 201)
  const noted = await db.select().from(absences).orderBy(absences.startsAt)
  t.match(noted, [
    { startsAt: new Date('2027-03-02T06:00:00Z'), endsAt: new Date('2027-03-02T12:00:00Z'), kind: 'sick' },
    { startsAt: new Date('2027-03-02T12:00:00Z'), endsAt: new Date('2027-03-02T23:00:00Z'), kind: 'leave' }
  ])
  t.equal(noted.length, 2)
})

t.test('an absence known before is no all-clear once the seat is given up', async (t) => {
  const { as, amara, lars, kindsTo } = await promisedMornings(t)
  await as(amara).post('/api/me/absences', { fromOn: '2027-03-02', kind: 'leave' })
  await as(amara).post('/api/me/sick-days', {})
  t.strictSame((await kindsTo(lars)).filter(aboutOthers), ['shift-in-absence', 'seat-opened'])
})

t.test('today is that of the person: a night worker’s ends at dawn', async (t) => {
  const { as, db, product, rotation, releasedAt } = await promisedMornings(t, '2027-03-27T23:00:00Z')
  const nina = await insertEmployee(db, 'Nina Night', product, { workStartsAt: '22:00', workEndsAt: '06:00' })
  const early = await insertShift(db, rotation, '2027-03-28T00:00:00Z', '2027-03-28T04:00:00Z')
  const evening = await insertShift(db, rotation, '2027-03-28T20:00:00Z', '2027-03-29T00:00:00Z')
  const seats = [await insertAssignment(db, early, nina), await insertAssignment(db, evening, nina)]
  const reply = await as(nina).post('/api/me/sick-days', {})
  t.match(
    reply.json(),
    { awayUntil: '2027-03-28T04:00:00.000Z' },
    'six in the morning, in summer time by then'
  )
  t.ok(await releasedAt(seats[0]!))
  t.equal(await releasedAt(seats[1]!), null)
})

t.test('a lead notes it for somebody who cannot; the person is told who did it', async (t) => {
  const { as, amara, lars, sofie, helge, bo, told, seats, releasedAt, db } = await promisedMornings(t)
  const away = (who: { id: string }, body: object = {}) =>
    as(who).post(`/api/employees/${amara.id}/away-today`, body)
  for (const who of [sofie, bo]) t.equal((await away(who)).statusCode, 403)
  t.equal(await releasedAt(seats.tuesday), null)
  t.equal((await away(lars)).statusCode, 201)
  t.ok(await releasedAt(seats.tuesday))
  t.match(await told(amara), [{ kind: 'seat-given-up', facts: { by: { id: lars.id, name: 'Lars Lead' } } }])
  t.notOk(
    (await told(lars)).some(({ kind }) => kind === 'seat-opened'),
    'nobody is told of what they did'
  )
  t.match(await db.select().from(absences), [{ kind: 'other' }])
  t.equal((await away(helge)).statusCode, 201)
  t.equal(
    (await as(lars).post(`/api/employees/${lars.id.replace(/^.{8}/, '00000000')}/away-today`, {})).statusCode,
    404
  )
})

t.test(
  'who has no seat today hears all the same that a lead noted them away, once, and nobody of their own',
  async (t) => {
    const { as, bo, lars, told, db } = await promisedMornings(t)
    const own = await as(bo).post('/api/me/sick-days', {})
    t.equal(own.statusCode, 201)
    t.strictSame(await told(bo), [], 'what one reports oneself is no news')
    await db.delete(absences)
    const away = () => as(lars).post(`/api/employees/${bo.id}/away-today`, {})
    t.equal((await away()).statusCode, 201)
    const [row] = await db.select().from(absences)
    const span = { startsAt: row!.startsAt.toISOString(), endsAt: row!.endsAt.toISOString() }
    t.match(await told(bo), [
      { kind: 'absence-imported', facts: { by: { id: lars.id, name: 'Lars Lead' }, absences: [span] } }
    ])
    await away()
    t.equal((await told(bo)).length, 1)
  }
)

t.test('whoever holds the lead’s seat: a lead who is ill is no news to themselves', async (t) => {
  const { as, lars, thursday, db, told } = await promisedMornings(t, '2027-03-04T06:00:00Z')
  await insertAssignment(db, thursday, lars)
  await as(lars).post('/api/me/sick-days', {})
  t.strictSame(
    (await told(lars)).map(({ kind }) => kind),
    ['seat-given-up']
  )
  const held = await db
    .select()
    .from(assignments)
    .where(and(eq(assignments.employeeId, lars.id), isNull(assignments.releasedAt)))
  t.strictSame(held, [])
})
