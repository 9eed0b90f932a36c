import t from 'tap'
import { auditEntries } from '../../../db/schema/audit.ts'
import { scimTokens } from '../../../db/schema/scim.ts'
import { aPerson, ENTERPRISE, GROUP, providerOf, provisionedCompany, USER } from './scim-cast.ts'

const ADDRESSES = [
  ['GET', '/Users'],
  ['POST', '/Users'],
  ['POST', '/Users/.search'],
  ['GET', '/Users/{id}'],
  ['PUT', '/Users/{id}'],
  ['PATCH', '/Users/{id}'],
  ['DELETE', '/Users/{id}'],
  ['GET', '/Groups'],
  ['POST', '/Groups'],
  ['POST', '/Groups/.search'],
  ['GET', '/Groups/{id}'],
  ['PUT', '/Groups/{id}'],
  ['PATCH', '/Groups/{id}'],
  ['DELETE', '/Groups/{id}'],
  ['GET', '/ServiceProviderConfig'],
  ['GET', '/ResourceTypes'],
  ['GET', '/ResourceTypes/User'],
  ['GET', '/Schemas'],
  ['GET', '/Schemas/urn:ietf:params:scim:schemas:core:2.0:User'],
  ['POST', '/Bulk'],
  ['GET', '/Elsewhere']
] as const

t.test('nobody but an identity provider with a token gets in, not even an administrator', async (t) => {
  const house = await provisionedCompany(t)
  const { app, token, tokenOf, as, ada, amara } = house
  const keyBody = { name: 'All', scopes: ['people:read', 'people:write'], expiresAt: '2027-06-01T00:00:00Z' }
  const strangers: Record<string, Record<string, string>> = {
    nobody: {},
    administrator: { authorization: `Bearer ${await tokenOf(ada)}` },
    'a key of the administrator': {
      authorization: `Bearer ${(await as(ada).post('/api/me/api-keys', keyBody)).json().token}`
    },
    'a token that is not ours': { authorization: `Bearer ${token.slice(0, -4)}AAAA` },
    'no bearer': { authorization: `Basic ${token}` },
    'a token in a cookie': { cookie: `lyttepost_session=${token}` }
  }
  for (const [who, headers] of Object.entries(strangers)) {
    for (const [method, path] of ADDRESSES) {
      const url = `/scim/v2${path.replace('{id}', amara.id)}`
      const payload = ['GET', 'DELETE'].includes(method) ? {} : { payload: { schemas: [] } }
      const reply = await app.inject({ method, url, headers, ...payload })
      t.equal(reply.statusCode, 401, `${who}: ${method} ${path}`)
      t.match(reply.json(), { schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'], status: '401' })
      t.match(reply.headers['www-authenticate'], /^Bearer/)
    }
  }
  const ours = await app.inject({ url: '/api/employees', headers: { authorization: `Bearer ${token}` } })
  t.equal(ours.statusCode, 401, 'and the provider gets into nothing else')
})

t.test(
  'a token is made by an administrator, kept as a hash, changed without a gap, and ends at its time',
  async (t) => {
    const house = await provisionedCompany(t)
    const { as, ada, db, idp, clock } = house
    const make = (expiresAt: string) => as(ada).post('/api/provisioning/tokens', { name: 'Okta', expiresAt })
    const made = await make('2027-04-01T00:00:00Z')
    t.equal(made.statusCode, 201)
    const { token, id } = made.json()
    t.notMatch(JSON.stringify(await db.select().from(scimTokens)), new RegExp(token))
    t.notMatch(JSON.stringify(await db.select().from(auditEntries)), new RegExp(token))
    const next = providerOf(house, token)
    t.equal((await next.get('/Users?count=1')).statusCode, 200)
    t.equal((await idp.get('/Users?count=1')).statusCode, 200, 'the one before works beside it')
    const { tokens } = (await as(ada).get('/api/provisioning')).json()
    t.match(tokens, [
      { name: 'Entra ID' },
      { name: 'Okta', createdBy: 'Ada Admin', lastUsedAt: '2027-03-01T08:00:00.000Z' }
    ])
    clock.set('2027-04-01T00:00:01Z')
    t.equal((await next.get('/Users?count=1')).statusCode, 401, 'over')
    const old = tokens[0].id
    t.equal((await as(ada).delete(`/api/provisioning/tokens/${old}`)).statusCode, 204)
    t.equal((await idp.get('/Users?count=1')).statusCode, 401, 'revoked')
    t.equal((await as(ada).delete(`/api/provisioning/tokens/${old}`)).statusCode, 404)
    t.equal((await as(ada).delete(`/api/provisioning/tokens/${id}`)).statusCode, 204)
    for (const expiresAt of ['2027-04-01T00:30:00Z', '2031-01-01T00:00:00Z']) {
      t.match((await make(expiresAt)).json(), { code: 'PROVISIONING_TOKEN_EXPIRY_NOT_VALID' })
    }
  }
)

t.test('a provider may ask ten times as often as a person, and is told when it is too often', async (t) => {
  const { idp } = await provisionedCompany(t, { rateLimits: { perActor: 2 } })
  for (let time = 0; time < 20; time += 1) t.equal((await idp.get('/ResourceTypes/User')).statusCode, 200)
  const reply = await idp.get('/ResourceTypes/User')
  t.equal(reply.statusCode, 429)
  t.match(reply.headers, { 'retry-after': /^\d+$/, 'content-type': /scim\+json/ })
})

t.test('what the server can do is said where providers look', async (t) => {
  const { idp } = await provisionedCompany(t)
  t.match((await idp.get('/ServiceProviderConfig')).json(), {
    patch: { supported: true },
    bulk: { supported: false },
    filter: { supported: true, maxResults: 200 },
    etag: { supported: true }
  })
  t.match((await idp.get('/ResourceTypes')).json(), {
    totalResults: 2,
    Resources: [{ id: 'User' }, { id: 'Group' }]
  })
  for (const [id, endpoint] of [
    ['User', '/Users'],
    ['Group', '/Groups']
  ]) {
    t.match((await idp.get(`/ResourceTypes/${id}`)).json(), { id, endpoint })
  }
  t.equal((await idp.get('/ResourceTypes/Device')).statusCode, 404)
  const schemas = (await idp.get('/Schemas')).json()
  t.strictSame(
    schemas.Resources.map(({ id }: { id: string }) => id),
    [USER, ENTERPRISE, GROUP]
  )
  t.equal(schemas.totalResults, 3)
  t.notMatch(JSON.stringify(schemas), /phoneNumbers|password/, 'what is not kept is not promised')
  t.equal((await idp.get('/Schemas/urn:ietf:params:scim:schemas:core:2.0:Group')).json().name, 'Group')
  t.equal((await idp.get('/Schemas/urn:nothing')).statusCode, 404)
  t.equal((await idp.post('/Bulk', {})).statusCode, 501)
  t.equal((await idp.get('/Me')).statusCode, 501)
  t.equal((await idp.get('/Elsewhere')).statusCode, 404)
})

t.test('bodies that are no SCIM are refused as SCIM says it', async (t) => {
  const { idp } = await provisionedCompany(t)
  const send = (body: string, type: string) => idp.send('POST', '/Users', body, { 'content-type': type })
  t.match((await send('{"userName":', 'application/scim+json')).json(), {
    status: '400',
    scimType: 'invalidSyntax'
  })
  t.match((await send('[]', 'application/json')).json(), { status: '400' })
  t.equal((await send('<user/>', 'application/xml')).statusCode, 415)
  t.match((await send('{"__proto__":{"x":1}}', 'application/json')).json(), { status: '400' })
})

t.test('a resource is changed only as it was read, and sent again only when it has changed', async (t) => {
  const { idp, amara } = await provisionedCompany(t)
  const path = `/Users/${amara.id}`
  const read = await idp.get(path)
  const tag = String(read.headers.etag)
  t.equal((await idp.get(path, { 'if-none-match': tag })).statusCode, 304)
  const title = (value: string) => [{ op: 'replace', path: 'title', value }]
  const [one, other] = await Promise.all([
    idp.patch(path, title('First'), { 'if-match': tag }),
    idp.patch(path, title('Second'), { 'if-match': tag })
  ])
  t.strictSame([one.statusCode, other.statusCode].sort(), [200, 412], 'of two with one tag, one wins')
  const winner = one.statusCode === 200 ? one : other
  const now = await idp.get(path)
  t.equal(now.headers.etag, winner.headers.etag)
  t.equal(now.json().title, winner.json().title)
  t.equal((await idp.get(path, { 'if-none-match': tag })).statusCode, 200)
  t.equal((await idp.put(path, now.json(), { 'if-match': tag })).statusCode, 412)
  t.equal((await idp.delete(path, { 'if-match': tag })).statusCode, 412)
  t.equal((await idp.delete(path, { 'if-match': `"x", ${now.headers.etag}` })).statusCode, 204)

  const group = await idp.post('/Groups', { displayName: 'G' })
  const rename = [{ op: 'replace', path: 'displayName', value: 'H' }]
  const groupTag = { 'if-match': String(group.headers.etag) }
  t.equal((await idp.patch(`/Groups/${group.json().id}`, rename, groupTag)).statusCode, 204)
  t.equal((await idp.patch(`/Groups/${group.json().id}`, rename, groupTag)).statusCode, 412)
})

t.test('a list comes in pages of one order, with what was asked for', async (t) => {
  const { idp, amara } = await provisionedCompany(t)
  for (let index = 0; index < 7; index += 1) await idp.post('/Users', aPerson(`p${index}@fjordlys.example`))
  const seen: string[] = []
  for (let startIndex = 1; startIndex <= 15; startIndex += 4) {
    const page = (await idp.get(`/Users?startIndex=${startIndex}&count=4`)).json()
    t.match(page, { totalResults: 15, startIndex, itemsPerPage: Math.min(4, 16 - startIndex) })
    seen.push(...page.Resources.map(({ id }: { id: string }) => id))
  }
  t.equal(new Set(seen).size, 15)
  t.match((await idp.get('/Users?count=0')).json(), { totalResults: 15, itemsPerPage: 0, Resources: [] })
  t.match((await idp.get('/Users?startIndex=-3&count=-1')).json(), { startIndex: 1, itemsPerPage: 0 })
  t.equal((await idp.get('/Users?count=many')).statusCode, 400)
  const some = (await idp.get(`/Users/${amara.id}?attributes=userName,name.givenName,emails.value`)).json()
  t.strictSame(Object.keys(some).sort(), ['emails', 'id', 'schemas', 'userName'])
  t.strictSame(some.emails, [{ value: amara.email }])
  const without = (await idp.get(`/Users/${amara.id}?excludedAttributes=emails,id`)).json()
  t.notOk('emails' in without)
  t.equal(without.id, amara.id)
  const search = { filter: 'displayName co "berg" or title pr and not (userName sw "p")', count: 2 }
  t.match((await idp.post('/Users/.search', search)).json(), { totalResults: 8, itemsPerPage: 2 })
})
