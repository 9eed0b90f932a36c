import t from 'tap'
import { auditEntries } from '../../../db/schema/audit.ts'
import { testApp } from '../../helpers/app.ts'
import { insertSmallCompany } from '../../helpers/people.ts'
import { aRotation, NORDIC } from './a-company.ts'

t.test('HR sets up a rotation, everybody can read it, and it is written down who did so', async (t) => {
  const { as, amara, hr, rotation, helge, db } = await aRotation(t)
  t.match(rotation, {
    ...NORDIC,
    eligibleTeamIds: null,
    eligibleLevels: null,
    validTo: null,
    leadTimeDays: 14
  })
  t.strictSame((await as(amara).get(`/api/rotations/${rotation.id}`)).json(), rotation)
  t.strictSame((await as(amara).get('/api/rotations')).json(), { items: [rotation], nextCursor: null })
  t.match(await db.select().from(auditEntries), [{ action: 'rotation.created', actorId: helge.id }])
  t.equal((await hr.get('/api/rotations/00000000-0000-7000-8000-000000000000')).statusCode, 404)
})

t.test('only HR and administrators set up and change rotations', async (t) => {
  const { as, amara, lars, hanna, ada, rotation } = await aRotation(t)
  for (const who of [amara, lars, hanna]) {
    t.equal((await as(who).post('/api/rotations', { ...NORDIC, name: 'Mine' })).statusCode, 403)
    t.equal((await as(who).patch(`/api/rotations/${rotation.id}`, { name: 'Mine' })).statusCode, 403)
  }
  t.equal((await as(ada).patch(`/api/rotations/${rotation.id}`, { name: 'Ours' })).json().name, 'Ours')
})

t.test('a change touches what it names, and the same again writes nothing', async (t) => {
  const { hr, rotation, product, db } = await aRotation(t)
  const change = {
    eligibleTeamIds: [product.id],
    slots: [{ weekday: 7, startsAt: '22:00', endsAt: '06:00' }],
    seats: { min: 0, desired: 1, max: 1 }
  }
  const reply = await hr.patch(`/api/rotations/${rotation.id}`, change)
  t.equal(reply.statusCode, 200, reply.body)
  t.strictSame(reply.json(), { ...rotation, ...change })
  t.strictSame((await hr.get(`/api/rotations/${rotation.id}`)).json(), { ...rotation, ...change })
  t.equal((await hr.patch(`/api/rotations/${rotation.id}`, change)).statusCode, 200)
  t.equal((await db.select().from(auditEntries)).length, 2, 'created and changed once')
})

t.test('a rotation that cannot be is refused field by field', async (t) => {
  const app = await testApp(t)
  const { helge } = await insertSmallCompany(app.db)
  const complaints = async (change: object) => {
    const reply = await app.as(helge).post('/api/rotations', { ...NORDIC, ...change })
    t.match(reply.json(), { status: 400, code: 'ROTATION_NOT_VALID' }, JSON.stringify(change))
    return (reply.json().details ?? []).map(({ field }: { field: string }) => field)
  }
  const slot = (weekday: number, startsAt: string, endsAt: string) => ({ weekday, startsAt, endsAt })
  t.strictSame(await complaints({ timeZone: 'Mars/Olympus' }), ['timeZone'])
  t.strictSame(await complaints({ timeZone: '+02:00' }), ['timeZone'])
  t.strictSame(await complaints({ name: 'Null\u0000' }), ['name'])
  t.strictSame(await complaints({ slots: [slot(1, '24:00', '06:00')] }), ['slots.0.startsAt'])
  t.strictSame(await complaints({ slots: [slot(1, '09:00', '12:00'), slot(1, '11:59', '13:00')] }), [
    'slots.1'
  ])
  t.strictSame(await complaints({ slots: [slot(7, '22:00', '06:00'), slot(1, '05:59', '08:00')] }), [
    'slots.1'
  ])
  t.strictSame(await complaints({ seats: { min: 2, desired: 1, max: 3 } }), ['seats'])
  t.strictSame(await complaints({ hostsRequired: 4 }), ['hostsRequired'])
  t.strictSame(await complaints({ validFrom: '2027-02-01', validTo: '2027-02-01' }), ['validTo'])
  t.strictSame(await complaints({ validFrom: '0001-01-01' }), ['validFrom'])
  t.strictSame(await complaints({ eligibleTeamIds: ['00000000-0000-7000-8000-000000000000'] }), [
    'eligibleTeamIds'
  ])
  for (const wrong of [
    { slots: [] },
    { colour: 'red' },
    { validFrom: '2027-02-30' },
    { holidayCountry: 'no' }
  ]) {
    t.equal((await app.as(helge).post('/api/rotations', { ...NORDIC, ...wrong })).statusCode, 400)
  }
  t.strictSame((await app.as(helge).get('/api/rotations')).json().items, [])
})

t.test('spans that only touch are no overlap, over midnight and over Sunday too', async (t) => {
  const { hr } = await aRotation(t)
  const slots = [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) => [
    { weekday, startsAt: '06:00', endsAt: '22:00' },
    { weekday, startsAt: '22:00', endsAt: '06:00' }
  ])
  t.equal((await hr.post('/api/rotations', { ...NORDIC, name: 'Day and night', slots })).statusCode, 201)
})

t.test('two rotations cannot have one name, whatever the case', async (t) => {
  const { hr, rotation } = await aRotation(t)
  t.match((await hr.post('/api/rotations', { ...NORDIC, name: ' nordic  MORNINGS ' })).json(), {
    status: 409,
    code: 'ROTATION_NAME_TAKEN'
  })
  const other = (await hr.post('/api/rotations', { ...NORDIC, name: 'Other' })).json()
  t.equal((await hr.patch(`/api/rotations/${other.id}`, { name: NORDIC.name })).statusCode, 409)
  t.equal((await hr.patch(`/api/rotations/${rotation.id}`, { name: NORDIC.name })).statusCode, 200)
})
