import { eq } from 'drizzle-orm'
import t, { type Test } from 'tap'
import { apiKeys } from '../../../db/schema/api-keys.ts'
import { auditEntries } from '../../../db/schema/audit.ts'
import { employees } from '../../../db/schema/employees.ts'
import { AREA_OF_TAG } from '../../../src/sign-in/keys/scopes.ts'
import { type Method, testApp } from '../../helpers/app.ts'
import { insertSmallCompany } from '../../helpers/people.ts'

const NEXT_MONTH = '2027-04-01T08:00:00Z'

async function keys(t: Test) {
  const app = await testApp(t, { now: '2027-03-01T08:00:00Z' })
  const company = await insertSmallCompany(app.db)
  const make = async (scopes: string[], who: { id: string } = company.amara) => {
    const reply = await app
      .as(who)
      .post('/api/me/api-keys', { name: 'Export', scopes, expiresAt: NEXT_MONTH })
    if (reply.statusCode !== 201) throw new Error(reply.body)
    return reply.json() as { id: string; token: string }
  }
  const call = (token: string, url: string, method: Method = 'GET', payload?: object) =>
    app.app.inject({
      method,
      url,
      headers: { authorization: `Bearer ${token}` },
      ...(payload && { payload })
    })
  return { ...app, ...company, make, call }
}

t.test('a key does what its person may, within its scopes, and nothing else', async (t) => {
  const { make, call, amara, helge } = await keys(t)
  const { token } = await make(['me:read', 'me:write'])
  t.match((await call(token, '/api/me')).json(), { employeeId: amara.id, name: 'Amara Okafor' })
  const absence = { kind: 'leave', startsAt: '2027-05-01T00:00:00Z', endsAt: '2027-05-02T00:00:00Z' }
  t.equal((await call(token, '/api/me/absences', 'POST', absence)).statusCode, 201)
  t.match((await call(token, '/api/shifts')).json(), {
    code: 'SCOPE_MISSING',
    details: { scope: 'shifts:read' }
  })
  const { token: reading } = await make(['me:read'])
  t.match((await call(reading, '/api/me/absences', 'POST', absence)).json(), {
    details: { scope: 'me:write' }
  })
  const { token: wide } = await make(['people:write'])
  t.match((await call(wide, `/api/employees/${helge.id}/deactivation`, 'POST')).json(), {
    code: 'NOT_ALLOWED'
  })
})

t.test('keys make no keys, end no sessions, open no pages and see no operations', async (t) => {
  const { make, call, ada } = await keys(t)
  const everything = ['me:read', 'me:write', 'people:read', 'people:write', 'planning:write', 'reports:read']
  const { token } = await make(everything, ada)
  const asked: [Method, string][] = [
    ['POST', '/api/me/api-keys'],
    ['GET', '/api/me/api-keys'],
    ['POST', '/api/access-tokens'],
    ['DELETE', '/api/sessions/current'],
    ['GET', '/api/webhooks'],
    ['GET', '/api/jobs'],
    ['GET', '/']
  ]
  for (const [method, url] of asked) {
    const reply = await call(token, url, method)
    t.equal(reply.statusCode, 403, `${method} ${url}`)
    t.match(reply.body, url === '/' ? /API keys/ : /"code":"NOT_FOR_KEYS"/)
  }
})

t.test(
  'a key ends when it is revoked, by its person or an administrator, when its day comes, when the person goes',
  async (t) => {
    const { db, as, make, call, clock, amara, bo, ada } = await keys(t)
    const works = async (token: string) => (await call(token, '/api/me')).statusCode === 200
    const [first, second, third] = [await make(['me:read']), await make(['me:read']), await make(['me:read'])]
    t.ok(await works(first.token))
    t.equal((await as(bo).delete(`/api/me/api-keys/${first.id}`)).statusCode, 404)
    t.equal((await as(amara).delete(`/api/me/api-keys/${first.id}`)).statusCode, 204)
    t.notOk(await works(first.token))
    t.equal((await as(ada).delete(`/api/api-keys/${second.id}`)).statusCode, 204)
    t.notOk(await works(second.token))
    t.ok(await works(third.token))
    clock.set(NEXT_MONTH)
    t.notOk(await works(third.token))
    clock.set('2027-03-31T08:00:00Z')
    t.ok(await works(third.token))
    await db.update(employees).set({ deactivatedAt: new Date() }).where(eq(employees.id, amara.id))
    t.notOk(await works(third.token))
    const written = await db.select().from(auditEntries).where(eq(auditEntries.action, 'api-key.revoked'))
    t.strictSame(written.map(({ actorId }) => actorId).sort(), [amara.id, ada.id].sort())
  }
)

t.test('a key must end within a year; the wrong end is refused with the latest one', async (t) => {
  const { as, amara } = await keys(t)
  for (const expiresAt of ['2027-03-01T08:30:00Z', '2028-03-02T08:00:00Z', '2020-01-01T00:00:00Z']) {
    const reply = await as(amara).post('/api/me/api-keys', { name: 'x', scopes: ['me:read'], expiresAt })
    t.match(reply.json(), {
      code: 'API_KEY_EXPIRY_NOT_VALID',
      details: { latest: '2028-03-01T08:00:00.000Z' }
    })
  }
})

t.test('keys are listed with scopes and last use; the token is told once and never stored', async (t) => {
  const { db, as, make, call, clock, amara, ada } = await keys(t)
  const { token } = await make(['me:read'])
  const listed = async () => (await as(amara).get('/api/me/api-keys')).json().items
  t.match(await listed(), [{ name: 'Export', scopes: ['me:read'], lastUsedAt: null }])
  await call(token, '/api/me')
  clock.set('2027-03-01T08:30:00Z')
  await call(token, '/api/me')
  t.match(await listed(), [{ lastUsedAt: '2027-03-01T08:00:00.000Z' }], 'to the hour')
  t.match((await as(ada).get('/api/api-keys')).json().items, [{ employeeName: 'Amara Okafor' }])
  t.notOk(JSON.stringify([await db.select().from(apiKeys), await listed()]).includes(token))
})

t.test('every part of the API has a scope, or is for people only', async (t) => {
  const { app } = await keys(t)
  const { paths } = app.swagger() as { paths: Record<string, Record<string, { tags?: string[] }>> }
  const tags = new Set(
    Object.values(paths).flatMap((methods) => Object.values(methods).map((one) => one.tags?.[0]))
  )
  for (const tag of tags) t.ok(tag !== undefined && tag in AREA_OF_TAG, tag ?? 'no tag')
  for (const tag of Object.keys(AREA_OF_TAG)) t.ok(tags.has(tag), `${tag} is in use`)
})

t.test(
  'who asks too often is told to wait, per person and per key, and not for what colleagues ask',
  async (t) => {
    const app = await testApp(t, { rateLimits: { perActor: 20 } })
    const { amara, bo } = await insertSmallCompany(app.db)
    const body = { name: 'x', scopes: ['me:read'], expiresAt: NEXT_MONTH }
    const { token } = (await app.as(amara).post('/api/me/api-keys', body)).json()
    const byKey = () => app.app.inject({ url: '/api/me', headers: { authorization: `Bearer ${token}` } })
    const statuses: number[] = []
    for (let asked = 0; asked < 21; asked += 1) statuses.push((await byKey()).statusCode)
    t.strictSame([...new Set(statuses.slice(0, 20))], [200])
    const refused = await byKey()
    t.match(refused.json(), { status: 429 })
    const wait = Number(refused.headers['retry-after'])
    t.ok(wait > 0 && wait <= 60, String(refused.headers['retry-after']))
    t.equal((await app.as(amara).get('/api/me')).statusCode, 200, 'the person herself')
    t.equal((await app.as(bo).get('/api/me')).statusCode, 200, 'a colleague behind the same address')
  }
)
