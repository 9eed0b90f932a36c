import { eq } from 'drizzle-orm'
import t from 'tap'
import { auditEntries } from '../../../db/schema/audit.ts'
import { notices } from '../../../db/schema/notices.ts'
import { wishes } from '../../../db/schema/wishes.ts'
import { testApp } from '../../helpers/app.ts'
import { insertSmallCompany } from '../../helpers/people.ts'

async function company(t: Parameters<typeof testApp>[0]) {
  const app = await testApp(t)
  const people = await insertSmallCompany(app.db)
  const wish = (who: { id: string }, ...list: object[]) => app.as(who).put('/api/me/wishes', { wishes: list })
  const cannot = (weekday: number, part = 'day') => ({ weekday, part, level: 'cannot', reason: 'care' })
  return { ...app, ...people, wish, cannot }
}

t.test('I say how glad I am of parts of weekdays and of dates, and change my mind', async (t) => {
  const { as, amara, wish } = await company(t)
  const first = await wish(
    amara,
    { weekday: 2, part: 'morning', level: 'love' },
    { weekday: 1, part: 'day', level: 'rather_not' },
    { onDay: '2027-03-17', part: 'afternoon', level: 'cannot', reason: 'health' }
  )
  t.equal(first.statusCode, 200, first.body)
  t.match((await as(amara).get('/api/me/wishes')).json(), {
    items: [
      { weekday: 1, onDay: null, part: 'day', level: 'rather_not', reason: null },
      { weekday: 2, onDay: null, part: 'morning', level: 'love' },
      { weekday: null, onDay: '2027-03-17', part: 'afternoon', level: 'cannot', reason: 'health' }
    ],
    isAboveWarning: false
  })
  await wish(amara, { weekday: 5, part: 'evening', level: 'ask_nicely' })
  t.match((await as(amara).get('/api/me/wishes')).json().items, [{ weekday: 5 }])
  t.equal((await wish(amara)).json().items.length, 0)
})

t.test('what means nothing or two things is refused, each wish by its place', async (t) => {
  const { amara, wish, db } = await company(t)
  const monday = { weekday: 1, part: 'day', level: 'fine' }
  const cases: [wishes: object[], problem: object][] = [
    [[{ part: 'day', level: 'love' }], { index: 0, field: 'weekday' }],
    [[monday, { ...monday, onDay: '2027-03-03' }], { index: 1, field: 'weekday' }],
    [[monday, monday], { index: 1, field: 'part' }],
    [[{ ...monday, level: 'cannot' }], { index: 0, field: 'reason' }],
    [[{ ...monday, reason: 'care' }], { index: 0, field: 'reason' }],
    [[{ onDay: '2200-01-01', part: 'day', level: 'fine' }], { index: 0, field: 'onDay' }]
  ]
  for (const [list, problem] of cases) {
    t.match((await wish(amara, ...list)).json(), {
      status: 422,
      code: 'WISHES_NOT_VALID',
      details: [problem]
    })
  }
  for (const odd of [
    { weekday: 8 },
    { weekday: 1, part: 'noon' },
    { weekday: 1, level: 'hate' },
    { weekday: 1, why: '' }
  ])
    t.equal((await wish(amara, { part: 'day', level: 'fine', ...odd })).statusCode, 400)
  t.strictSame(await db.select().from(wishes), [])
})

t.test('dates that have passed are forgotten', async (t) => {
  const { as, amara, wish, clock } = await company(t)
  await wish(
    amara,
    { onDay: '2027-03-02', part: 'day', level: 'love' },
    { onDay: '2027-02-01', part: 'day', level: 'love' }
  )
  t.equal((await as(amara).get('/api/me/wishes')).json().items.length, 1)
  clock.set('2027-03-02T23:30:00Z')
  t.strictSame((await as(amara).get('/api/me/wishes')).json().items, [], 'past midnight in Oslo')
})

t.test('more than 40% taken out is told to me and, once, to my lead; no reasons', async (t) => {
  const { as, amara, lars, wish, cannot, db } = await company(t)
  t.match((await wish(amara, cannot(1), cannot(2))).json(), { cannotShare: 0.4, isAboveWarning: false })
  t.strictSame(await db.select().from(notices), [])
  t.match((await wish(amara, cannot(1), cannot(2), cannot(3, 'morning'))).json(), { isAboveWarning: true })
  await wish(amara, cannot(1), cannot(2), cannot(3))
  const told = await db.select().from(notices)
  t.match(told, [
    { employeeId: lars.id, kind: 'much-taken-out', facts: { name: 'Amara Okafor', cannotShare: 0.48 } }
  ])
  t.equal(told.length, 1)
  t.notMatch(JSON.stringify([told, await db.select().from(auditEntries)]), /care/)
  t.match((await as(amara).get('/api/me/wishes')).json(), { cannotShare: 0.6 })
})

t.test('nearly everything taken out is refused, by wishes, by hours, and by both together', async (t) => {
  const { as, amara, wish, cannot } = await company(t)
  const most = [1, 2, 3, 4].map((weekday) => cannot(weekday))
  t.match((await wish(amara, ...most)).json(), { cannotShare: 0.8 })
  t.match((await wish(amara, ...most, cannot(5, 'morning'))).json(), {
    code: 'WISHES_TAKE_TOO_MUCH',
    details: { cannotShare: 0.88, mostShare: 0.8 }
  })
  const friday = { weekday: 5, startsAt: '17:00', endsAt: '18:00' }
  const hours = await as(amara).put('/api/me/unavailable-hours', { hours: [friday] })
  t.match(hours.json(), { status: 422, code: 'WISHES_TAKE_TOO_MUCH' })
  t.strictSame((await as(amara).get('/api/me/unavailable-hours')).json().items, [], 'nothing is written')
  const monday = { ...friday, weekday: 1 }
  t.equal(
    (await as(amara).put('/api/me/unavailable-hours', { hours: [monday] })).statusCode,
    200,
    'counts once'
  )
})

t.test('the lead and HR see how much is taken out and when, not why and not the other wishes', async (t) => {
  const { as, amara, lars, helge, sofie, ada, product, wish, cannot } = await company(t)
  await wish(amara, cannot(1), { weekday: 2, part: 'day', level: 'rather_not' })
  for (const who of [lars, helge]) {
    const reply = await as(who).get(`/api/teams/${product.id}/wishes`)
    const mine = reply.json().items.find(({ name }: { name: string }) => name === 'Amara Okafor')
    t.strictSame(mine.cannot, [{ weekday: 1, onDay: null, part: 'day' }])
    t.match(mine, {
      cannotShare: 0.2,
      isAboveWarning: false
    })
    t.notMatch(reply.body, /care|rather_not|reason/)
  }
  for (const who of [amara, sofie, ada])
    t.equal((await as(who).get(`/api/teams/${product.id}/wishes`)).statusCode, 403)
})

t.test('two replacements at once leave one of the two, whole', async (t) => {
  const { amara, wish, db } = await company(t)
  const list = (level: string) => [1, 2, 3].map((weekday) => ({ weekday, part: 'day', level }))
  await Promise.all(['love', 'fine', 'rather_not', 'ask_nicely'].map((level) => wish(amara, ...list(level))))
  const stored = await db.select().from(wishes).where(eq(wishes.employeeId, amara.id))
  t.equal(stored.length, 3)
  t.equal(new Set(stored.map(({ level }) => level)).size, 1)
})
