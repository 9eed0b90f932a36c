import { eq } from 'drizzle-orm'
import t from 'tap'
import { auditEntries } from '../../../db/schema/audit.ts'
import { employees } from '../../../db/schema/employees.ts'
import { quotas } from '../../../db/schema/quotas.ts'
import { quotasApp } from './quotas-app.ts'

t.test('HR sets a quota for the organisation, a team and a person', async (t) => {
  const { set, helge, product, amara, db } = await quotasApp(t)
  const house = await set(helge, { scope: 'organisation' })
  t.equal(house.statusCode, 201, house.body)
  t.match(house.json(), {
    scope: 'organisation',
    team: null,
    employee: null,
    hours: 4,
    minutes: 240,
    weeks: 4,
    fromOn: '2027-01-01',
    toOn: null,
    createdAt: '2027-03-01T08:00:00.000Z',
    warning: null,
    warningSentence: null
  })
  t.match((await set(helge, { scope: 'team', teamId: product.id, toOn: '2027-07-01' })).json(), {
    team: { id: product.id, name: 'Product' },
    toOn: '2027-07-01'
  })
  t.match((await set(helge, { scope: 'person', employeeId: amara.id, hours: 2.55 })).json(), {
    employee: { id: amara.id, name: 'Amara Okafor' },
    hours: 2.55,
    minutes: 153
  })
  const entries = await db.select().from(auditEntries)
  t.equal(entries.length, 3)
  t.match(entries[0], {
    action: 'quota.set',
    objectId: house.json().id,
    actorId: helge.id,
    after: { minutes: 240 }
  })
})

t.test('a lead sets quotas of the own team and its people, and of nobody else', async (t) => {
  const { set, lars, bo, product, support, amara, hanna, db } = await quotasApp(t)
  t.equal((await set(lars, { scope: 'team', teamId: product.id })).statusCode, 201)
  t.equal((await set(lars, { scope: 'person', employeeId: amara.id })).statusCode, 201)
  const foreign = [
    { scope: 'organisation' },
    { scope: 'team', teamId: support.id },
    { scope: 'person', employeeId: hanna.id }
  ]
  for (const quota of foreign)
    t.match((await set(lars, quota)).json(), { status: 403, code: 'QUOTA_NOT_YOURS' })
  t.match((await set(bo, { scope: 'person', employeeId: bo.id })).json(), {
    status: 403,
    code: 'NOT_ALLOWED'
  })
  t.equal((await db.select().from(quotas)).length, 2)
})

t.test('a dose outside of known practice is set, with a warning that says so', async (t) => {
  const { set, helge } = await quotasApp(t)
  const warningOf = async (hours: number, weeks: number, fromOn: string) =>
    (await set(helge, { scope: 'organisation', hours, weeks, fromOn })).json()
  t.match(await warningOf(2.39, 4, '2027-01-01'), { code: 'QUOTA_NOT_VALID' }, 'not whole minutes')
  t.match(await warningOf(2, 4, '2027-01-01'), { warning: 'below-practice', warningSentence: /below 1.5%/ })
  t.match(await warningOf(0, 1, '2027-01-02'), { warning: 'below-practice' })
  t.match(await warningOf(2.4, 4, '2027-01-03'), { warning: null })
  t.match(await warningOf(4, 1, '2027-01-04'), { warning: null })
  t.match(await warningOf(4.25, 1, '2027-01-05'), { warning: 'above-practice', warningSentence: /above 10%/ })
})

t.test('two quotas of one scope from the same day on are refused, also at once', async (t) => {
  const { set, helge, product, support } = await quotasApp(t)
  const replies = await Promise.all([1, 2, 3].map((hours) => set(helge, { scope: 'organisation', hours })))
  t.strictSame(replies.map(({ statusCode }) => statusCode).sort(), [201, 409, 409])
  t.match((await set(helge, { scope: 'organisation' })).json(), { status: 409, code: 'QUOTA_TAKEN' })
  t.equal((await set(helge, { scope: 'organisation', fromOn: '2027-01-02' })).statusCode, 201)
  t.equal((await set(helge, { scope: 'team', teamId: product.id })).statusCode, 201)
  t.equal((await set(helge, { scope: 'team', teamId: support.id })).statusCode, 201)
  t.equal((await set(helge, { scope: 'team', teamId: support.id })).statusCode, 409)
})

t.test('an executive’s quota is never nothing, for that would be an exemption in silence', async (t) => {
  const { set, as, helge, eva, bo, db } = await quotasApp(t)
  const none = { scope: 'person', employeeId: eva.id, hours: 0 }
  const refused = { status: 409, code: 'EXECUTIVE_QUOTA_NOT_ZERO', title: /swapped, never waived/ }
  t.match((await set(helge, none)).json(), refused)
  const preview = { ...none, weeks: 4, fromOn: '2027-01-01' }
  t.match((await as(helge).post('/api/quotas/preview', preview)).json(), refused)
  t.strictSame(await db.select().from(quotas), [])
  t.equal((await set(helge, { ...none, hours: 0.5 })).statusCode, 201)
  t.equal((await set(helge, { ...none, employeeId: bo.id })).statusCode, 201)
})

t.test('quotas that make no sense are refused', async (t) => {
  const { set, helge, product, amara, db } = await quotasApp(t)
  const nobody = '0190f3c4-0000-7000-8000-000000000000'
  const wrong: [number, object][] = [
    [400, { hours: -1 }],
    [400, { weeks: 0 }],
    [400, { weeks: 53 }],
    [400, { hours: 2001 }],
    [400, { scope: 'country' }],
    [400, { teamId: 'x' }],
    [422, { teamId: product.id }],
    [422, { employeeId: amara.id }],
    [422, { scope: 'team' }],
    [422, { scope: 'team', teamId: product.id, employeeId: amara.id }],
    [422, { scope: 'person', teamId: product.id }],
    [422, { hours: 1.001 }],
    [422, { toOn: '2027-01-01' }],
    [422, { fromOn: '0000-01-01' }],
    [400, { fromOn: '2027-02-30' }],
    [404, { scope: 'team', teamId: nobody }],
    [404, { scope: 'person', employeeId: nobody }]
  ]
  for (const [status, change] of wrong) {
    const reply = await set(helge, { scope: 'organisation', ...change })
    t.equal(reply.statusCode, status, `${JSON.stringify(change)}: ${reply.body}`)
  }
  t.strictSame(await db.select().from(quotas), [])
})

t.test('HR sees all quotas, a lead those of the own team and people, everybody the own', async (t) => {
  const { as, set, helge, ada, lars, sofie, hanna, amara, bo, product, support } = await quotasApp(t)
  await set(helge, { scope: 'organisation' })
  for (const { id } of [product, support]) await set(helge, { scope: 'team', teamId: id })
  for (const { id } of [amara, bo, hanna]) await set(helge, { scope: 'person', employeeId: id })
  const seenBy = async (who: { id: string }) => {
    const { items } = (await as(who).get('/api/quotas')).json()
    return items.map(
      (quota: { team?: { name: string }; employee?: { name: string } }) =>
        quota.employee?.name ?? quota.team?.name ?? 'all'
    )
  }
  const all = ['Hanna Host', 'Bo Berg', 'Amara Okafor', 'Support', 'Product', 'all']
  t.strictSame(await seenBy(helge), all)
  t.strictSame(await seenBy(ada), all)
  t.strictSame(await seenBy(lars), ['Bo Berg', 'Amara Okafor', 'Product', 'all'])
  t.strictSame(await seenBy(sofie), ['Hanna Host', 'Support', 'all'])
  t.strictSame(await seenBy(amara), ['Amara Okafor', 'Product', 'all'])
  const first = (await as(helge).get('/api/quotas?limit=4')).json()
  t.equal(first.items.length, 4)
  t.equal((await as(helge).get(`/api/quotas?limit=4&cursor=${first.nextCursor}`)).json().items.length, 2)
})

t.test('I read what I owe for any days I ask for', async (t) => {
  const { as, set, helge, amara, db } = await quotasApp(t)
  await db.update(employees).set({ ftePercent: 60, joinedOn: '2027-03-15' }).where(eq(employees.id, amara.id))
  await set(helge, { scope: 'organisation' })
  const due = (query: string) => as(amara).get(`/api/me/due?${query}`)
  t.strictSame((await due('fromOn=2027-03-01&toOn=2027-03-29')).json(), {
    fromOn: '2027-03-01',
    toOn: '2027-03-29',
    dueMinutes: 72,
    waivedMinutes: 0
  })
  for (const query of [
    'fromOn=2027-03-01&toOn=2027-03-01',
    'fromOn=2027-03-02&toOn=2027-03-01',
    'fromOn=2020-01-01&toOn=2027-01-01',
    'fromOn=0000-01-01&toOn=0000-01-02'
  ]) {
    t.match((await due(query)).json(), { status: 422, code: 'DUE_PERIOD_NOT_VALID' }, query)
  }
  t.equal((await due('fromOn=2027-02-30&toOn=2027-03-29')).statusCode, 400)
  t.equal((await due('fromOn=2027-03-01')).statusCode, 400)
})
