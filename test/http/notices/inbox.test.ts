import t from 'tap'
import { PLACES } from '../../../src/notices/kinds.ts'
import { houseWithDoor } from './notices-cast.ts'

t.test('the inbox speaks the reader’s language, says where to act, and counts what is unread', async (t) => {
  const { as, tell, clock, amara, bo, deliver } = await houseWithDoor(t)
  await tell(bo, 'swap-withdrawn')
  await tell(amara, 'swap-withdrawn', { by: { name: 'Bo Berg' }, swapKind: 'swap' })
  clock.set('2027-03-01T08:05:00Z')
  await tell(amara, 'hours-credited', {
    minutes: 90,
    onDay: '2027-02-26',
    by: { name: 'Lars' },
    reason: 'Guide'
  })
  await deliver()
  const inbox = (await as(amara).get('/api/me/notices')).json()
  t.equal(inbox.unread, 2)
  t.match(inbox.items, [
    {
      kind: 'hours-credited',
      title: 'Lars credited you 1 h 30 min',
      text: 'For Friday 26 February.\n\n“Guide”',
      act: 'Read it',
      link: /^\//,
      isStale: false,
      readAt: null
    },
    { kind: 'swap-withdrawn', title: 'Bo Berg withdrew the swap' }
  ])
  t.equal(inbox.items.length, 2, 'nobody else’s, sent by mail or not')
})

t.test('a notice that is settled stays in the inbox and says so', async (t) => {
  const { as, tell, amara } = await houseWithDoor(t)
  await tell(amara, 'no-show-raised', { answerUntil: '2027-03-01T07:00:00Z', raisedBy: { name: 'Lars' } })
  const { items } = (await as(amara).get('/api/me/notices')).json()
  t.match(items, [{ isStale: true, text: /This is settled or over; there is nothing left to do\.$/ }])
})

t.test('all is marked as read at once, or what was there when one looked', async (t) => {
  const { as, tell, clock, amara, bo } = await houseWithDoor(t)
  await tell(amara, 'swap-withdrawn')
  await tell(bo, 'swap-withdrawn')
  clock.set('2027-03-01T09:00:00Z')
  await tell(amara, 'swap-declined')
  const unread = async (who: { id: string }) => (await as(who).get('/api/me/notices')).json().unread
  const until = '2027-03-01T08:30:00Z'
  t.equal((await as(amara).put('/api/me/notices/reading', { until })).statusCode, 204)
  t.equal(await unread(amara), 1)
  await as(amara).put('/api/me/notices/reading', {})
  t.equal(await unread(amara), 0)
  t.equal(await unread(bo), 1)
  for (const until of ['2026-12-31T23:59:60Z', '0000-01-01T00:00:00Z']) {
    t.equal((await as(amara).put('/api/me/notices/reading', { until })).statusCode, 400, until)
  }
  const far = await as(bo).put('/api/me/notices/reading', { until: '9999-12-31T23:59:59-12:00' })
  t.equal(far.statusCode, 204)
})

t.test('the inbox asks as much of the database for fifty notices as for two', async (t) => {
  const { db, pool, as, tell, amara } = await houseWithDoor(t)
  let queries = 0
  const { query } = pool
  const count = async () => {
    queries = 0
    await as(amara).get('/api/me/notices')
    return queries
  }
  pool.query = ((...args: Parameters<typeof query>) => {
    queries += 1
    return query.apply(pool, args)
  }) as typeof query
  t.teardown(() => {
    pool.query = query
  })
  for (let i = 0; i < 2; i += 1) await tell(amara, 'swap-withdrawn')
  const few = await count()
  for (let i = 0; i < 48; i += 1) await tell(amara, 'swap-withdrawn')
  t.equal(await count(), few)
  t.ok(few > 0 && db)
})

t.test('every place that a notice leads to is a page', async (t) => {
  const { app } = await houseWithDoor(t)
  for (const url of new Set(Object.values(PLACES))) t.ok(app.hasRoute({ method: 'GET', url }), url)
})
