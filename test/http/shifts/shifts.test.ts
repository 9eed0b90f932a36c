import t, { type Test } from 'tap'
import { assignments } from '../../../db/schema/assignments.ts'
import { ledgerEntries } from '../../../db/schema/ledger.ts'
import { buddyOf } from '../../../src/shifts/buddy-of.ts'
import { testApp } from '../../helpers/app.ts'
import { insertEmployee, insertSmallCompany } from '../../helpers/people.ts'
import { insertAssignment, insertRotation, insertShift } from '../../helpers/shifts.ts'

const REASON = {
  owedMinutes: 240,
  unpopularPoints: 1,
  carriedUnpopular: 0,
  wishCost: 0,
  otherTakers: 2,
  nextBestExtraCost: 12.5
}

/** Monday 1 March 2027: Amara and Hanna 09-13 in Oslo, Bo 13-17; Amara again on Tuesday. It is 10:00 there. */
async function mondayMorning(t: Test) {
  const app = await testApp(t, { now: '2027-03-01T09:00:00Z' })
  const company = await insertSmallCompany(app.db)
  const nordic = await insertRotation(app.db, 'Nordic')
  const morning = await insertShift(app.db, nordic, '2027-03-01T08:00:00Z', '2027-03-01T12:00:00Z')
  const afternoon = await insertShift(app.db, nordic, '2027-03-01T12:00:00Z', '2027-03-01T16:00:00Z')
  const tuesday = await insertShift(app.db, nordic, '2027-03-02T08:00:00Z', '2027-03-02T12:00:00Z')
  const seat = await insertAssignment(app.db, morning, company.amara, { reason: REASON })
  await insertAssignment(app.db, morning, company.hanna)
  await insertAssignment(app.db, afternoon, company.bo)
  await insertAssignment(app.db, tuesday, company.amara)
  return { ...app, ...company, nordic, morning, afternoon, tuesday, seat }
}

t.test('my shifts are those under way and to come, with buddy, reason and times by two clocks', async (t) => {
  const { as, amara, hanna, morning, tuesday, seat, nordic } = await mondayMorning(t)
  const { items } = (await as(amara).get('/api/me/shifts')).json()
  t.strictSame(
    items.map((item: { shift: { id: string } }) => item.shift.id),
    [morning.id, tuesday.id]
  )
  t.match(items[0], {
    assignmentId: seat.id,
    buddy: { id: hanna.id, name: 'Hanna Host' },
    reason: REASON,
    hours: { status: 'running', minutes: null },
    shift: {
      rotation: { id: nordic.id, name: 'Nordic', timeZone: 'Europe/Oslo' },
      onDay: '2027-03-01',
      startsAt: '2027-03-01T08:00:00.000Z',
      minutes: 240,
      local: { zone: 'Europe/Oslo', startsOn: '2027-03-01', startsAt: '09:00', endsAt: '13:00' },
      openSeats: 0
    }
  })
  t.match(items[1], { buddy: null, reason: null, hours: { status: 'upcoming' }, shift: { openSeats: 1 } })
})

t.test('times are told by the clock of the viewer as well', async (t) => {
  const { as, db, product, morning } = await mondayMorning(t)
  const nora = await insertEmployee(db, 'Nora Newyork', product, { timeZone: 'America/New_York' })
  const shift = (await as(nora).get(`/api/shifts/${morning.id}`)).json()
  t.match(shift.mine, {
    zone: 'America/New_York',
    startsOn: '2027-03-01',
    startsAt: '03:00',
    endsAt: '07:00'
  })
  t.match(shift.local, { startsAt: '09:00' })
})

t.test('a span shows past shifts with how far their hours are', async (t) => {
  const { as, amara, clock, db, seat } = await mondayMorning(t)
  clock.set('2027-03-03T08:00:00Z')
  t.strictSame((await as(amara).get('/api/me/shifts')).json().items, [], 'both are over')
  const statuses = async () =>
    (await as(amara).get('/api/me/shifts?from=2027-03-01T00:00:00Z&to=2027-03-02T08:00:00Z'))
      .json()
      .items.map(({ hours }: { hours: object }) => hours)
  t.strictSame(
    await statuses(),
    [{ status: 'proposed', minutes: null }],
    'half-open: Tuesday starts at the end'
  )
  const worked = { employeeId: amara.id, kind: 'worked' as const, onDay: '2027-03-01' }
  const [entry] = await db
    .insert(ledgerEntries)
    .values({ ...worked, minutes: 240, assignmentId: seat.id })
    .returning()
  await db
    .insert(ledgerEntries)
    .values({ ...worked, minutes: -30, correctsId: entry!.id, reason: 'Left early' })
  t.strictSame(await statuses(), [{ status: 'confirmed', minutes: 210 }], 'corrections included')
})

t.test('a seat given up is nobody’s', async (t) => {
  const { as, amara, db, morning } = await mondayMorning(t)
  await db.update(assignments).set({ releasedAt: new Date() })
  t.strictSame((await as(amara).get('/api/me/shifts')).json().items, [])
  t.match((await as(amara).get(`/api/shifts/${morning.id}`)).json(), { people: [], openSeats: 2 })
})

t.test('now says who is on and who comes next, for every rotation with shifts to come', async (t) => {
  const { as, bo, db, amara, morning, afternoon, tuesday, clock } = await mondayMorning(t)
  const weekend = await insertRotation(db, 'Weekend')
  const saturday = await insertShift(db, weekend, '2027-03-06T08:00:00Z', '2027-03-06T12:00:00Z')
  await insertRotation(db, 'Empty')
  const read = async () =>
    (await as(bo).get('/api/shifts/now'))
      .json()
      .items.map((item: Record<string, { id: string; name: string }>) => [
        item.rotation!.name,
        item.now?.id,
        item.next?.id
      ])
  t.strictSame(await read(), [
    ['Nordic', morning.id, afternoon.id],
    ['Weekend', undefined, saturday.id]
  ])
  clock.set('2027-03-01T12:00:00Z')
  t.strictSame((await read())[0], ['Nordic', afternoon.id, tuesday.id], 'at noon the morning is over')
  clock.set('2027-03-01T18:00:00Z')
  t.strictSame((await read())[0], ['Nordic', undefined, tuesday.id])
  clock.set('2027-03-02T09:00:00Z')
  const { items } = (await as(bo).get('/api/shifts/now')).json()
  t.match(items[0], { next: null, now: { people: [{ employeeId: amara.id, isHost: false }] } })
  clock.set('2027-03-09T09:00:00Z')
  t.strictSame(await read(), [])
})

t.test('a reason is told to the person, their lead, HR and administrators only', async (t) => {
  const { as, morning, amara, bo, hanna, lars, sofie, helge, ada } = await mondayMorning(t)
  const reasonFor = async (who: { id: string }) => {
    const { people } = (await as(who).get(`/api/shifts/${morning.id}`)).json()
    return people.find(({ employeeId }: { employeeId: string }) => employeeId === amara.id).reason
  }
  for (const who of [amara, lars, helge, ada]) t.strictSame(await reasonFor(who), REASON)
  for (const who of [bo, hanna, sofie]) t.equal(await reasonFor(who), null)
})

t.test('shifts come in pages by start, of one rotation or all, on half-open days', async (t) => {
  const { as, bo, db, nordic, morning, afternoon, tuesday } = await mondayMorning(t)
  const weekend = await insertRotation(db, 'Weekend')
  const saturday = await insertShift(db, weekend, '2027-03-06T08:00:00Z', '2027-03-06T12:00:00Z')
  const ids = async (query: string) => {
    const reply = await as(bo).get(`/api/shifts?${query}`)
    t.equal(reply.statusCode, 200, reply.body)
    return reply.json().items.map(({ id }: { id: string }) => id)
  }
  t.strictSame(await ids(''), [morning.id, afternoon.id, tuesday.id, saturday.id])
  t.strictSame(await ids(`rotationId=${nordic.id}`), [morning.id, afternoon.id, tuesday.id])
  t.strictSame(await ids('fromOn=2027-03-02&toOn=2027-03-06'), [tuesday.id])
  const first = (await as(bo).get('/api/shifts?limit=3')).json()
  t.strictSame(await ids(`limit=3&cursor=${first.nextCursor}`), [saturday.id])
  const status = async (query: string) => (await as(bo).get(`/api/shifts?${query}`)).statusCode
  t.equal(await status('fromOn=2027-02-30'), 400)
  t.equal(await status('fromOn=2027-03-02&toOn=2027-03-02'), 400)
  t.equal(await status('cursor=nonsense'), 400)
})

t.test('what is not there is 404, and spans that are none are 400', async (t) => {
  const { as, bo } = await mondayMorning(t)
  t.equal((await as(bo).get('/api/shifts/00000000-0000-7000-8000-000000000000')).statusCode, 404)
  t.equal((await as(bo).get('/api/shifts/now-or-never')).statusCode, 400)
  t.equal((await as(bo).get('/api/me/shifts?from=yesterday')).statusCode, 400)
  t.equal(
    (await as(bo).get('/api/me/shifts?from=2027-03-02T00:00:00Z&to=2027-03-01T00:00:00Z')).statusCode,
    400
  )
  t.equal((await as(bo).get('/api/me/shifts?from=0000-01-01T00:00:00Z')).statusCode, 400)
  t.equal((await as(bo).get('/api/shifts?fromOn=0000-01-01')).statusCode, 400)
  for (const url of ['/api/me/shifts', '/api/shifts', '/api/shifts/now']) {
    t.equal((await as(null).get(url)).statusCode, 401)
  }
})

t.test('guests are dealt out over the hosts of a shift', async (t) => {
  const on = (employeeId: string, isHost = false) => ({ employeeId, name: employeeId, isHost })
  const people = [on('h1', true), on('h2', true), on('a'), on('b'), on('c')]
  const buddies = ['a', 'b', 'c', 'h1', 'z'].map((id) => buddyOf(people, id)?.employeeId ?? null)
  t.strictSame(buddies, ['h1', 'h2', 'h1', null, null])
  t.strictSame(buddyOf(people.toReversed(), 'b')?.employeeId, 'h2', 'whatever the order')
  t.equal(buddyOf([on('a')], 'a'), null)
})
