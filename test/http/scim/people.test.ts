import { eq } from 'drizzle-orm'
import t from 'tap'
import { auditEntries } from '../../../db/schema/audit.ts'
import { employees } from '../../../db/schema/employees.ts'
import { aPerson, ENTERPRISE, provisionedCompany } from './scim-cast.ts'

t.test(
  'a person whom the provider brings is an employee, with defaults for what it does not say',
  async (t) => {
    const { idp, db, product, as, ada } = await provisionedCompany(t)
    const reply = await idp.post('/Users', aPerson())
    t.equal(reply.statusCode, 201)
    t.match(reply.headers, {
      'content-type': /^application\/scim\+json/,
      location: /\/scim\/v2\/Users\/[0-9a-f-]{36}$/,
      etag: /^W\/"/
    })
    const { id } = reply.json()
    t.match(reply.json(), {
      userName: 'ines.ibsen@fjordlys.example',
      externalId: 'ext-ines.ibsen@fjordlys.example',
      active: true,
      [ENTERPRISE]: { department: 'Product' },
      meta: { resourceType: 'User', version: reply.headers.etag }
    })
    t.match(await db.select().from(employees).where(eq(employees.id, id)), [
      {
        name: 'Ines Ibsen',
        title: 'Analyst',
        teamId: product.id,
        timeZone: 'Europe/Oslo',
        country: 'NO',
        joinedOn: '2027-03-01',
        deactivatedAt: null
      }
    ])
    t.match(await db.select().from(auditEntries).where(eq(auditEntries.objectId, id)), [
      {
        action: 'employee.added',
        actorId: null,
        via: 'scim',
        after: { name: '(not kept)', title: 'Analyst' }
      }
    ])
    t.match((await as(ada).get('/api/provisioning/incomplete')).json().items, [
      { employeeId: id, assumed: [{ field: 'timeZone' }, { field: 'country' }, { field: 'joinedOn' }] }
    ])
  }
)

t.test('a second person of the same name is refused as SCIM says it', async (t) => {
  const { idp } = await provisionedCompany(t)
  await idp.post('/Users', aPerson())
  for (const body of [
    aPerson(),
    aPerson('INES.IBSEN@fjordlys.example'),
    aPerson('bo.berg@fjordlys.example')
  ]) {
    const reply = await idp.post('/Users', body)
    t.equal(reply.statusCode, 409)
    t.match(reply.json(), {
      schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
      status: '409',
      scimType: 'uniqueness'
    })
  }
})

t.test('people who were imported are found by their address, and changed where they are', async (t) => {
  const { idp, db, amara, support } = await provisionedCompany(t)
  const found = (
    await idp.get(`/Users?filter=${encodeURIComponent('userName eq "AMARA.Okafor@fjordlys.example"')}`)
  ).json()
  t.match(found, {
    totalResults: 1,
    itemsPerPage: 1,
    startIndex: 1,
    Resources: [{ id: amara.id, active: true }]
  })
  const reply = await idp.patch(`/Users/${amara.id}`, [
    { op: 'Add', path: 'externalId', value: 'ext-amara' },
    { op: 'Replace', path: 'title', value: 'Head of Hubs' },
    { op: 'Replace', path: `${ENTERPRISE}:department`, value: 'support' }
  ])
  t.equal(reply.statusCode, 200, reply.body)
  t.match(await db.select().from(employees).where(eq(employees.id, amara.id)), [
    { title: 'Head of Hubs', teamId: support.id, name: 'Amara Okafor' }
  ])
  const byExternal = await idp.get(`/Users?filter=${encodeURIComponent('externalId eq "ext-amara"')}`)
  t.match(byExternal.json(), { totalResults: 1, Resources: [{ id: amara.id }] })
})

t.test('managers come in any order: who waits for one gets them when they come', async (t) => {
  const { idp, db } = await provisionedCompany(t)
  const inner = { department: 'Product', manager: { value: 'boss@fjordlys.example' } }
  const first = (await idp.post('/Users', aPerson('a@fjordlys.example', { [ENTERPRISE]: inner }))).json()
  t.match(first[ENTERPRISE].manager, { value: 'boss@fjordlys.example' })
  const boss = (await idp.post('/Users', aPerson('boss@fjordlys.example'))).json()
  t.match(await db.select().from(employees).where(eq(employees.id, first.id)), [{ managerId: boss.id }])
  const now = (await idp.get(`/Users/${first.id}`)).json()
  t.match(now[ENTERPRISE].manager, { value: boss.id, displayName: 'Ines Ibsen' })
  const circle = await idp.patch(`/Users/${boss.id}`, [
    { op: 'Add', path: `${ENTERPRISE}:manager`, value: first.id }
  ])
  t.match(circle.json(), { status: '400', scimType: 'invalidValue' })
})

t.test('what cannot be stored is refused, and nothing of the request is done', async (t) => {
  const { idp, amara } = await provisionedCompany(t)
  const before = (await idp.get(`/Users/${amara.id}`)).json()
  const wrong: [unknown, string][] = [
    [{ op: 'replace', path: 'timezone', value: 'W. Europe Standard Time' }, 'invalidValue'],
    [{ op: 'replace', path: 'emails[type eq "work"].value', value: 'nobody' }, 'invalidValue'],
    [{ op: 'replace', path: 'active', value: 'perhaps' }, 'invalidValue'],
    [{ op: 'remove', path: 'userName' }, 'invalidValue'],
    [{ op: 'remove', path: 'active' }, 'invalidValue'],
    [{ op: 'replace', path: 'displayName', value: 'x'.repeat(300) }, 'invalidValue'],
    [{ op: 'replace', path: 'displayName', value: 'a\u0000b' }, 'invalidValue'],
    [{ op: 'move', path: 'title', value: 'x' }, 'invalidSyntax'],
    [{ op: 'replace', path: 'tilte', value: 'x' }, 'invalidPath'],
    [{ op: 'replace', path: 'id', value: 'x' }, 'mutability'],
    [{ op: 'remove' }, 'noTarget'],
    [{ op: 'replace', path: 'emails[type co "nope"].value', value: 'a@b.example' }, 'noTarget'],
    [{ op: 'replace', path: 'emails[type', value: 'a@b.example' }, 'invalidPath'],
    [{ op: 'replace', path: 'emails[type eq]', value: 'a@b.example' }, 'invalidFilter']
  ]
  for (const [operation, scimType] of wrong) {
    const reply = await idp.patch(`/Users/${amara.id}`, [
      { op: 'replace', path: 'title', value: 'Gone' },
      operation
    ])
    t.match(reply.json(), { status: '400', scimType }, JSON.stringify(operation))
  }
  t.strictSame((await idp.get(`/Users/${amara.id}`)).json(), before)
})
