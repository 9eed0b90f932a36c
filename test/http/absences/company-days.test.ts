import t from 'tap'
import { insertEmployee } from '../../helpers/people.ts'
import { aRotation, type DraftBody, seatsIn } from '../rotations/a-company.ts'

const WEEK = { fromOn: '2027-03-08', toOn: '2027-03-15' }

async function house(t: Parameters<typeof aRotation>[0]) {
  const company = await aRotation(t, { seats: { min: 1, desired: 6, max: 9 }, spacingDays: 0 })
  const { as, ada, draft, hr } = company
  const add = (day: object) => as(ada).post('/api/company-days', { name: 'Day out', ...day })
  const seats = async (period = WEEK) => {
    const { id } = (await draft(period)).json()
    return seatsIn((await hr.get(`/api/drafts/${id}`)).json() as DraftBody)
  }
  const list = async () =>
    (await as(company.bo).get('/api/company-days?fromOn=2027-01-01&toOn=2028-01-01')).json().items
  return { ...company, add, seats, list }
}

t.test('an administrator adds and deletes days off, everybody sees them', async (t) => {
  const { as, ada, bo, helge, add, list } = await house(t)
  const day = await add({ onDay: '2027-12-24' })
  t.equal(day.statusCode, 201, day.body)
  t.match(await list(), [{ onDay: '2027-12-24', name: 'Day out', country: null, region: null }])
  t.match((await add({ onDay: '2027-12-24', name: 'Again' })).json(), {
    status: 409,
    code: 'COMPANY_DAY_TWICE'
  })
  t.equal((await add({ onDay: '2027-12-24', country: 'NO' })).statusCode, 201, 'for a country beside')
  for (const who of [bo, helge]) {
    t.equal((await as(who).post('/api/company-days', { onDay: '2027-12-27', name: 'Mine' })).statusCode, 403)
    t.equal((await as(who).delete(`/api/company-days/${day.json().id}`)).statusCode, 403)
  }
  t.equal((await as(ada).delete(`/api/company-days/${day.json().id}`)).statusCode, 204)
  t.equal((await as(ada).delete(`/api/company-days/${day.json().id}`)).statusCode, 404)
  t.equal((await list()).length, 1)
})

t.test('a day that is none, and a region without or beside its country, are refused', async (t) => {
  const { add, list } = await house(t)
  for (const odd of [{ onDay: '2027-02-30' }, { onDay: '2027-1-1' }, { onDay: '2027-01-04', name: ' ' }])
    t.equal((await add(odd)).statusCode, 400)
  for (const odd of [{ region: 'BY' }, { country: 'NO', region: 'BY' }, { country: 'DE', region: 'XX' }])
    t.match((await add({ onDay: '2027-01-04', ...odd })).json(), { code: 'COMPANY_DAY_NOT_VALID' })
  t.equal((await add({ onDay: '2027-01-04', country: 'DE', region: 'BY' })).statusCode, 201)
  t.equal((await list()).length, 1)
})

t.test('a day off of the whole company has no shifts and shows in the preview', async (t) => {
  const { add, seats, hr, rotation } = await house(t)
  await add({ onDay: '2027-03-10' })
  t.notOk((await seats()).some((seat) => seat.endsWith('2027-03-10')))
  const preview = (
    await hr.get(`/api/rotations/${rotation.id}/preview?fromOn=2027-03-08&toOn=2027-03-15`)
  ).json()
  t.match(
    preview.items.filter(({ isSkipped }: { isSkipped: boolean }) => isSkipped),
    [{ onDay: '2027-03-10', isHoliday: true }]
  )
})

t.test('whoever adds a day off is told how many published seats stay promised on it', async (t) => {
  const { add, draft, publish, hr } = await house(t)
  const { id } = (await draft(WEEK)).json()
  t.equal((await publish(id)).statusCode, 201)
  const { shifts } = (await hr.get(`/api/drafts/${id}`)).json() as DraftBody
  const seats = shifts.find(({ onDay }) => onDay === '2027-03-10')!.assignments.length
  t.ok(seats > 0)
  t.match((await add({ onDay: '2027-03-10', country: 'SE' })).json(), { seatsPromised: 0 })
  t.match((await add({ onDay: '2027-03-10', country: 'NO' })).json(), { seatsPromised: seats })
  t.match((await add({ onDay: '2027-03-10' })).json(), { seatsPromised: seats })
})

t.test('a day off of a country or a region is off for its people alone', async (t) => {
  const { as, db, add, seats, product, amara, bo, lars, helge, ada, eva, sofie, henrik } = await house(t)
  const day = '2027-03-10'
  for (const who of [amara, bo, lars, helge, ada, eva, sofie, henrik])
    await as(who).post('/api/me/absences', { fromOn: day, kind: 'leave' })
  await insertEmployee(db, 'Svea', product, { country: 'SE' })
  await insertEmployee(db, 'Max', product, { country: 'DE', region: 'BY' })
  const there = async () => {
    const names = (await seats({ fromOn: day, toOn: '2027-03-11' })).map((seat) => seat.split(' ')[0])
    return names.sort()
  }
  t.strictSame(await there(), ['Hanna', 'Max', 'Svea'])
  await add({ onDay: day, country: 'DE', region: 'BE' })
  t.strictSame(await there(), ['Hanna', 'Max', 'Svea'], 'Berlin is not Bavaria')
  await add({ onDay: day, country: 'DE', region: 'BY' })
  t.strictSame(await there(), ['Hanna', 'Svea'])
  await add({ onDay: day, country: 'SE' })
  t.strictSame(await there(), ['Hanna'])
})

t.test('a public holiday of a region is a day off there and not in the rest of the country', async (t) => {
  const { db, as, hr, seats, product, amara, bo, lars, helge, ada, eva, sofie, henrik } = await house(t)
  // Corpus Christi is one in Bavaria and none in Berlin; Norway and Oslo's rotation work.
  const day = '2027-05-27'
  for (const who of [amara, bo, lars, helge, ada, eva, sofie, henrik])
    await as(who).post('/api/me/absences', { fromOn: day, kind: 'leave' })
  const max = await insertEmployee(db, 'Max', product, { country: 'DE', region: 'BY' })
  const names = async () =>
    (await seats({ fromOn: day, toOn: '2027-05-28' })).map((seat) => seat.split(' ')[0])
  t.strictSame(await names(), ['Hanna'])
  await hr.patch(`/api/employees/${max.id}`, { region: 'BE' })
  t.strictSame((await names()).sort(), ['Hanna', 'Max'])
})
