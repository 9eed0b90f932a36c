import { addDays, subDays, subMinutes } from 'date-fns'
import t, { type Test } from 'tap'
import { v7 } from 'uuid'
import { deliveries } from '../../../db/schema/deliveries.ts'
import { jobRuns } from '../../../db/schema/job-runs.ts'
import { notices } from '../../../db/schema/notices.ts'
import { themes } from '../../../db/schema/themes.ts'
import { testApp, testAppOn } from '../../helpers/app.ts'
import { insertEmployee, insertSmallCompany, insertTeam } from '../../helpers/people.ts'
import { insertAssignment, insertRotation, insertShift } from '../../helpers/shifts.ts'
import { insertWorld } from '../../helpers/world.ts'
import { NORDIC } from '../rotations/a-company.ts'

const TOKEN = 'a-token-of-twenty-signs-and-more'
const NOW = '2027-03-01T08:00:00Z'

type App = Awaited<ReturnType<typeof testAppOn>>['app']

async function scrape(app: App, token: string | null = TOKEN) {
  const headers = token === null ? {} : { authorization: `Bearer ${token}` }
  return app.inject({ url: '/metrics', headers })
}

/** The value of the one series of this name with these labels, in whichever order they are written. */
function reading(body: string, name: string, labels: Record<string, string> = {}): number | null {
  const found = body.split('\n').filter((line) => {
    if (!(line.startsWith(`${name} `) || line.startsWith(`${name}{`))) return false
    return Object.entries(labels).every(([label, value]) => line.includes(`${label}="${value}"`))
  })
  return found.length === 1 ? Number(found[0]!.split(' ').at(-1)) : null
}

async function measured(t: Test) {
  const house = await testApp(t, { now: NOW, metricsToken: TOKEN })
  return { ...house, world: await insertWorld(house.db, house.clock.now()) }
}

t.test('without a token in the settings there is nothing at the address', async (t) => {
  const { app } = await testApp(t)
  t.equal((await scrape(app)).statusCode, 404)
})

t.test('whoever has not the token gets nothing, signed in or not', async (t) => {
  const { app, tokenOf, world } = await measured(t)
  for (const wrong of [null, '', 'a', `${TOKEN}x`, TOKEN.slice(1), await tokenOf(world.ada)]) {
    const reply = await scrape(app, wrong)
    t.match(reply.json(), { status: 401, code: 'METRICS_TOKEN_NEEDED' }, String(wrong))
  }
  t.equal((await app.inject({ url: `/metrics?token=${TOKEN}` })).statusCode, 401, 'never in the address')
  t.equal((await scrape(app)).statusCode, 200)
})

t.test('requests are counted by template of the route and class of status', async (t) => {
  const { app, as, world } = await measured(t)
  for (const { id } of [world.amara, world.bo]) await as(world.helge).get(`/api/employees/${id}/hours`)
  await as(world.hanna).get(`/api/employees/${world.helge.id}/hours`)
  await app.inject({ url: '/wp-login.php' })
  await app.inject({ url: '/.env' })
  const { body } = await scrape(app)
  const count = (route: string, status: string) =>
    reading(body, 'lyttepost_http_request_duration_seconds_count', { method: 'GET', route, status })
  t.equal(count('/api/employees/:employeeId/hours', '2xx'), 2)
  t.equal(count('/api/employees/:employeeId/hours', '4xx'), 1)
  t.equal(count('none', '4xx'), 2, 'a scanner makes one series')
  t.ok(reading(body, 'nodejs_eventloop_lag_seconds') !== null, 'lag of the event loop')
  t.equal(reading(body, 'lyttepost_db_pool_connections', { state: 'most' }), 10)
  t.equal(reading(body, 'lyttepost_db_pool_connections', { state: 'waiting' }), 0)
})

t.test('what waits, what is late and what is open', async (t) => {
  const { app, db, clock } = await testApp(t, { now: NOW, metricsToken: TOKEN })
  const now = clock.now()
  const team = await insertTeam(db, 'Product')
  const person = await insertEmployee(db, 'Amara Okafor', team)
  const rotation = await insertRotation(db, 'Nordic', { minSeats: 2, desiredSeats: 3 })
  const shiftIn = (days: number) => {
    const day = addDays(now, days).toISOString().slice(0, 10)
    return insertShift(db, rotation, `${day}T08:00:00Z`, `${day}T12:00:00Z`)
  }
  await insertAssignment(db, await shiftIn(3), person)
  await insertAssignment(db, await shiftIn(4), person, { releasedAt: now })
  await shiftIn(7)
  await shiftIn(-1)
  const noticeOf = async (more: object = {}) => {
    const row = { employeeId: person.id, kind: 'swap-undone', facts: {}, createdAt: now, ...more }
    return (await db.insert(notices).values(row).returning())[0]!.id
  }
  await noticeOf()
  const send = async (dueMinutesAgo: number, more: object = {}) => {
    const id = v7()
    await db.insert(deliveries).values({
      ...{ id, noticeId: await noticeOf({ routedAt: now }), employeeId: person.id, channel: 'email' },
      ...{ messageOf: id, messageId: `<${id}@x>`, nextAt: subMinutes(now, dueMinutesAgo), ...more }
    })
  }
  await send(7)
  await send(3, { attempts: 2 })
  await send(-600)
  await send(90, { sentAt: now })
  await send(90, { failedAt: now, lastError: '550' })
  await db.insert(jobRuns).values({ job: 'tell-of-gaps', plannedAt: subDays(new Date(), 1) })
  const { body } = await scrape(app)
  const email = { channel: 'email' }
  t.equal(reading(body, 'lyttepost_outbox_messages', email), 3)
  t.equal(reading(body, 'lyttepost_outbox_age_seconds', email), 420)
  t.equal(reading(body, 'lyttepost_outbox_retrying', email), 1)
  t.equal(reading(body, 'lyttepost_outbox_dead', email), 1)
  t.equal(reading(body, 'lyttepost_outbox_messages', { channel: 'webhook' }), 0)
  t.equal(reading(body, 'lyttepost_notices_unrouted'), 1)
  t.equal(reading(body, 'lyttepost_open_seats_7_days', { upto: 'minimum' }), 1 + 2)
  t.equal(reading(body, 'lyttepost_open_seats_7_days', { upto: 'desired' }), 2 + 3)
  const late = reading(body, 'lyttepost_job_late_seconds', { job: 'tell-of-gaps' })!
  t.ok(late >= 86_400 && late < 90_000, `${late} s late by the clock of the database`)
  t.equal(reading(body, 'lyttepost_job_late_seconds', { job: 'deliver-notices' }), 0)
})

t.test('themes that wait are counted by who has to look', async (t) => {
  const { app, db, clock } = await testApp(t, { now: NOW, metricsToken: TOKEN })
  const { amara } = await insertSmallCompany(db)
  const values = [1, 13, 15, 29, 31, 60].map((days) => ({
    ...{ title: 'Codes expire', ownerId: amara.id, answerByOn: '2027-12-31', createdBy: amara.id },
    createdAt: subDays(clock.now(), days)
  }))
  await db.insert(themes).values(values)
  const { body } = await scrape(app)
  const counts = ['owner', 'lead', 'leadership'].map((stage) =>
    reading(body, 'lyttepost_themes_waiting', { stage })
  )
  t.strictSame(counts, [2, 2, 2])
})

t.test('plans are timed', async (t) => {
  const { app, db, as } = await testApp(t, { now: NOW, metricsToken: TOKEN })
  const { helge } = await insertSmallCompany(db)
  const { id } = (await as(helge).post('/api/rotations', NORDIC)).json()
  const draft = await as(helge).post(`/api/rotations/${id}/drafts`, {
    fromOn: '2027-03-08',
    toOn: '2027-03-15'
  })
  t.equal(draft.statusCode, 201, draft.body)
  const { body } = await scrape(app)
  t.equal(reading(body, 'lyttepost_plan_seconds_count', { outcome: 'planned' }), 1)
  t.ok(reading(body, 'lyttepost_plan_seconds_sum', { outcome: 'planned' })! > 0)
})

t.test('no label holds anything of a person, whatever was asked', async (t) => {
  const { app, as, world } = await measured(t)
  for (const who of [world.amara, world.helge, world.ada])
    for (const url of [
      '/',
      '/api/me',
      `/shifts/${world.belongings.get(who.id)!.shiftId}`,
      '/people?search=okafor'
    ])
      await as(who).send('GET', url, { headers: { accept: 'text/html' } })
  const { body } = await scrape(app)
  const values = [...body.matchAll(/="([^"]*)"/g)].map(([, value]) => value!)
  t.ok(values.length > 100)
  const people = [world.amara, world.bo, world.hanna, world.helge, world.ada, world.lars]
  const parts = people.flatMap(({ name, email }) => [email, ...name.split(' ')])
  for (const part of parts)
    t.notOk(
      values.some((value) => value.includes(part)),
      part
    )
  t.notOk(
    values.some((value) => /[0-9a-f]{8}-[0-9a-f]{4}/.test(value)),
    'no ids'
  )
})

t.test('a scrape asks the database as often for many as for few, and once in five seconds', async (t) => {
  const { app, db, pool, clock } = await testApp(t, { now: NOW, metricsToken: TOKEN })
  let queries = 0
  const query = pool.query
  pool.query = ((...args: Parameters<typeof query>) => {
    queries += 1
    return query.apply(pool, args)
  }) as typeof query
  await scrape(app)
  const few = queries
  t.ok(few > 0 && few <= 20, `${few} queries`)
  await Promise.all(Array.from({ length: 10 }, () => scrape(app)))
  t.equal(queries, few, 'ten more at once ask nothing')
  await insertWorld(db, clock.now())
  const { app: other } = await testAppOn(t, db, { now: NOW, metricsToken: TOKEN })
  queries = 0
  await scrape(other)
  t.equal(queries, few, 'a company asks no more than none')
})

t.test('two replicas tell the same of what the database knows, and each what it saw itself', async (t) => {
  const { app, db, as, world } = await measured(t)
  const { app: other } = await testAppOn(t, db, { now: NOW, metricsToken: TOKEN })
  await as(world.amara).get('/api/me')
  const [one, two] = [(await scrape(app)).body, (await scrape(other)).body]
  const shared = (body: string) =>
    body
      .split('\n')
      .filter((line) => /^lyttepost_(outbox|open_seats|themes|notices|job_runs)/.test(line))
      .sort()
  t.ok(shared(one).length > 20)
  t.strictSame(shared(one), shared(two))
  const seen = { route: '/api/me', status: '2xx' }
  t.equal(reading(one, 'lyttepost_http_request_duration_seconds_count', seen), 1)
  t.equal(reading(two, 'lyttepost_http_request_duration_seconds_count', seen), null)
})
