import t from 'tap'
import { aRotation, type DraftBody, seatsIn } from '../rotations/a-company.ts'

const WEEK = { fromOn: '2027-03-08', toOn: '2027-03-15' }
/** Two seats a day on one day of the week, so that one guest is needed and two could be it. */
const MONDAYS = {
  slots: [{ weekday: 1, startsAt: '09:00', endsAt: '13:00' }],
  seats: { min: 1, desired: 2, max: 2 }
}

async function mondays(t: Parameters<typeof aRotation>[0]) {
  const company = await aRotation(t, MONDAYS)
  const { as, draft, hr, lars, helge, ada, eva, sofie, henrik } = company
  // Hanna is the host; Amara and Bo are left to choose from.
  for (const who of [lars, helge, ada, eva, sofie, henrik]) {
    await as(who).post('/api/me/absences', { fromOn: '2027-03-08', kind: 'leave' })
  }
  const guests = async () => {
    const reply = await draft(WEEK)
    t.equal(reply.statusCode, 201, reply.body)
    const { id } = reply.json()
    const read = (await hr.get(`/api/drafts/${id}`)).json() as DraftBody
    return { id, guests: seatsIn(read).filter((seat) => /Amara|Bo/.test(seat)), read }
  }
  const wish = (who: { id: string }, level: string) =>
    as(who).put('/api/me/wishes', {
      wishes: [{ weekday: 1, part: 'morning', level, ...(level === 'cannot' && { reason: 'care' }) }]
    })
  return { ...company, guests, wish }
}

t.test('a draft avoids a "rather not" when somebody else is indifferent, whoever it is', async (t) => {
  const { guests, wish, amara, bo } = await mondays(t)
  await wish(amara, 'rather_not')
  t.strictSame((await guests()).guests, ['Bo Berg 2027-03-08'])
  await wish(amara, 'fine')
  await wish(bo, 'rather_not')
  t.strictSame((await guests()).guests, ['Amara Okafor 2027-03-08'])
  await wish(bo, 'love')
  t.strictSame((await guests()).guests, ['Bo Berg 2027-03-08'])
  await wish(amara, 'love')
  await wish(bo, 'ask_nicely')
  t.strictSame((await guests()).guests, ['Amara Okafor 2027-03-08'])
})

t.test('the draft says what a seat cost in wishes when nobody was indifferent', async (t) => {
  const { guests, wish, amara, bo } = await mondays(t)
  await wish(amara, 'cannot')
  await wish(bo, 'rather_not')
  const { guests: found, read } = await guests()
  t.strictSame(found, ['Bo Berg 2027-03-08'])
  const seat = read.shifts[0]!.assignments.find(({ name }) => name === 'Bo Berg')
  t.match(seat?.reason, { wishCost: 12 })
})

t.test('a "cannot", unavailable hours or a company day noted after the draft make it stale', async (t) => {
  const { as, guests, wish, amara, bo, ada, publish } = await mondays(t)
  await wish(bo, 'cannot')
  const { id } = await guests()
  await wish(bo, 'fine')
  await wish(amara, 'cannot')
  t.match((await publish(id)).json(), { code: 'PUBLICATION_STALE' })
  await wish(amara, 'fine')
  await as(amara).put('/api/me/unavailable-hours', {
    hours: [{ weekday: 1, startsAt: '12:00', endsAt: '13:00' }]
  })
  t.match((await publish(id)).json(), { code: 'PUBLICATION_STALE' })
  await as(amara).put('/api/me/unavailable-hours', { hours: [] })
  const day = await as(ada).post('/api/company-days', { onDay: '2027-03-08', name: 'Day out' })
  t.match((await publish(id)).json(), { code: 'PUBLICATION_STALE' })
  await as(ada).delete(`/api/company-days/${day.json().id}`)
  t.equal((await publish(id)).statusCode, 201)
})

t.test('a wish does not undo a promise: what is published stays', async (t) => {
  const { as, guests, wish, amara, bo, publish } = await mondays(t)
  await wish(bo, 'cannot')
  const { id } = await guests()
  t.equal((await publish(id)).statusCode, 201)
  await wish(bo, 'fine')
  t.equal((await wish(amara, 'cannot')).statusCode, 200)
  t.equal((await as(amara).get('/api/me/shifts')).json().items.length, 1)
  t.strictSame((await guests()).guests, ['Amara Okafor 2027-03-08'], 'nor does the next draft take it')
})
