import t from 'tap'
import { aPerson, ENTERPRISE, GROUP, provisionedCompany, USER } from './scim-cast.ts'

const find = (filter: string) => `?filter=${encodeURIComponent(filter)}`

t.test('Entra ID: a person from first look to last day', async (t) => {
  const { idp, db: _ } = await provisionedCompany(t)
  // The connection test asks for somebody who cannot be there, and wants an empty list.
  const probe = await idp.get(`/Users${find('userName eq "2d7d2d5a-55b4-4a4c-9b0e-0e4f2ff0b0a1"')}`)
  t.equal(probe.statusCode, 200)
  t.match(probe.json(), { totalResults: 0, Resources: [], itemsPerPage: 0 })

  const created = await idp.post('/Users', {
    schemas: [USER, ENTERPRISE],
    externalId: 'iibsen',
    userName: 'Ines.Ibsen@fjordlys.example',
    active: true,
    displayName: 'Ines Ibsen',
    emails: [{ primary: true, type: 'work', value: 'ines.ibsen@fjordlys.example' }],
    meta: { resourceType: 'User' },
    name: { formatted: 'Ines Ibsen', familyName: 'Ibsen', givenName: 'Ines' },
    roles: [],
    phoneNumbers: [{ type: 'work', value: '+47 22 00 00 00' }],
    addresses: [{ type: 'work', country: 'Norway', locality: 'Bergen' }],
    preferredLanguage: 'nb-NO'
  })
  t.equal(created.statusCode, 201, created.body)
  const { id } = created.json()
  t.notMatch(created.body, /\+47|Bergen/, 'what a rota does not need is not kept')

  const changed = await idp.patch(`/Users/${id}`, [
    { op: 'Replace', path: 'displayName', value: 'Ines Dahl' },
    { op: 'Replace', path: 'name.familyName', value: 'Dahl' },
    { op: 'Replace', path: 'emails[type eq "work"].value', value: 'ines.dahl@fjordlys.example' },
    { op: 'Add', path: 'phoneNumbers[type eq "mobile"].value', value: '+47 900 00 000' },
    { op: 'Add', path: `${ENTERPRISE}:department`, value: 'Support' },
    { op: 'Add', path: `${ENTERPRISE}:manager`, value: 'nobody-yet' },
    { op: 'Replace', path: 'roles[primary eq "True"].value', value: 'User' }
  ])
  t.equal(changed.statusCode, 200, changed.body)
  t.match(changed.json(), {
    displayName: 'Ines Dahl',
    name: { familyName: 'Dahl', givenName: 'Ines' },
    emails: [{ type: 'work', value: 'ines.dahl@fjordlys.example', primary: true }],
    [ENTERPRISE]: { department: 'Support', manager: { value: 'nobody-yet' } }
  })
  const withoutManager = await idp.patch(`/Users/${id}`, [{ op: 'Remove', path: `${ENTERPRISE}:manager` }])
  t.equal(withoutManager.json()[ENTERPRISE].manager, undefined)

  const whole = await idp.patch(`/Users/${id}`, [
    {
      op: 'Replace',
      value: {
        title: 'Lead analyst',
        'name.givenName': 'Ines M.',
        'emails[type eq "work"].value': 'i.dahl@fjordlys.example',
        [`${ENTERPRISE}:department`]: 'Product'
      }
    }
  ])
  t.match(whole.json(), {
    title: 'Lead analyst',
    name: { givenName: 'Ines M.', familyName: 'Dahl' },
    emails: [{ value: 'i.dahl@fjordlys.example' }],
    [ENTERPRISE]: { department: 'Product' }
  })

  const gone = await idp.patch(`/Users/${id}`, [{ op: 'Replace', path: 'active', value: 'False' }])
  t.match(gone.json(), { active: false })
  t.match((await idp.get(`/Users/${id}`)).json(), { active: false }, 'who is disabled can still be read')
  t.match((await idp.get(`/Users${find('active eq false and userName sw "ines"')}`)).json(), {
    totalResults: 1
  })
  const back = await idp.patch(`/Users/${id}`, [{ op: 'Replace', path: 'active', value: 'True' }])
  t.match(back.json(), { active: true })
})

t.test('Entra ID: a group, its members one by one', async (t) => {
  const { idp, amara, bo, helge } = await provisionedCompany(t)
  const created = await idp.post('/Groups', {
    schemas: [GROUP, 'http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group'],
    externalId: '8aa1a0c0-c4c3-4bc0-b4a5-2ef676900159',
    displayName: 'Support readers',
    meta: { resourceType: 'Group' }
  })
  t.equal(created.statusCode, 201, created.body)
  const { id } = created.json()
  const members = async () =>
    ((await idp.get(`/Groups/${id}`)).json().members ?? []).map(({ value }: { value: string }) => value)
  const add = (...people: { id: string }[]) =>
    idp.patch(`/Groups/${id}`, [
      { op: 'Add', path: 'members', value: people.map(({ id: value }) => ({ $ref: null, value })) }
    ])
  t.equal((await add(amara, bo)).statusCode, 204)
  t.equal((await add(bo, helge)).statusCode, 204, 'who is in already is added without effect')
  t.strictSame(await members(), [amara, bo, helge].map(({ id }) => id).sort())

  const listed = await idp.get(
    `/Groups?excludedAttributes=members&${find('displayName eq "support READERS"').slice(1)}`
  )
  t.match(listed.json(), { totalResults: 1, Resources: [{ id, displayName: 'Support readers' }] })
  t.notOk('members' in listed.json().Resources[0])

  await idp.patch(`/Groups/${id}`, [{ op: 'Remove', path: 'members', value: [{ $ref: null, value: bo.id }] }])
  t.strictSame(await members(), [amara, helge].map(({ id }) => id).sort(), 'one goes, the others stay')
  await idp.patch(`/Groups/${id}`, [{ op: 'Remove', path: 'members', value: [] }])
  t.equal((await members()).length, 2, 'removing nobody removes nobody')
  const isIn = await idp.get(`/Groups${find(`id eq "${id}" and members eq "${helge.id}"`)}`)
  t.match(isIn.json(), { totalResults: 1 })
  t.match((await idp.get(`/Groups${find(`members[value eq "${bo.id}"]`)}`)).json(), { totalResults: 0 })
  await idp.patch(`/Groups/${id}`, [{ op: 'Replace', path: 'displayName', value: 'Readers' }])
  t.match((await idp.get(`/Groups/${id}?excludedAttributes=members`)).json(), { displayName: 'Readers' })
  t.equal((await idp.delete(`/Groups/${id}`)).statusCode, 204)
  t.equal((await idp.get(`/Groups/${id}`)).statusCode, 404)
})

t.test('Okta: a person by PUT, ended and back by PATCH without a path', async (t) => {
  const { idp } = await provisionedCompany(t)
  t.match((await idp.get('/Users?startIndex=1&count=2')).json(), { itemsPerPage: 2, totalResults: 8 })
  const body = {
    schemas: [USER],
    userName: 'ola.okta@fjordlys.example',
    name: { givenName: 'Ola', familyName: 'Okta' },
    emails: [{ primary: true, value: 'ola.okta@fjordlys.example', type: 'work' }],
    displayName: 'Ola Okta',
    locale: 'sv-SE',
    externalId: '00ujl29u0le5T6Aj10h7',
    groups: [],
    password: '1mz050nq',
    active: true
  }
  const created = await idp.send('POST', '/Users', body, {
    'content-type': 'application/json; charset=utf-8'
  })
  t.equal(created.statusCode, 201, created.body)
  t.notMatch(created.body, /1mz050nq/)
  const { id, meta } = created.json()
  const changed = await idp.put(`/Users/${id}`, {
    ...body,
    id,
    meta,
    title: 'Clerk',
    displayName: 'Ola O. Okta'
  })
  t.match(changed.json(), { id, displayName: 'Ola O. Okta', title: 'Clerk', active: true })
  const gone = await idp.patch(`/Users/${id}`, [{ op: 'replace', value: { active: false } }])
  t.match(gone.json(), { active: false })
  const back = await idp.put(`/Users/${id}`, { ...body, id, meta })
  t.match(back.json(), { active: true, displayName: 'Ola Okta' })
  t.equal(back.json().title, undefined, 'a PUT takes away what it does not say')
})

t.test('Okta: a group renamed with its id in the value, members put and removed by filter', async (t) => {
  const { idp, amara, bo, helge } = await provisionedCompany(t)
  const group = {
    schemas: [GROUP],
    displayName: 'Okta people',
    members: [{ value: amara.id, display: 'amara' }, { value: helge.id }]
  }
  const { id } = (await idp.post('/Groups', group)).json()
  const rename = { op: 'replace', value: { id, displayName: 'Okta folk' } }
  t.equal((await idp.patch(`/Groups/${id}`, [rename])).statusCode, 204)
  const add = { op: 'add', path: 'members', value: [{ value: bo.id, display: 'bo' }] }
  const remove = { op: 'remove', path: `members[value eq "${amara.id}"]` }
  t.equal((await idp.patch(`/Groups/${id}`, [remove, add])).statusCode, 204)
  const now = (await idp.get(`/Groups/${id}`)).json()
  t.match(now, { displayName: 'Okta folk', members: [{ display: 'Bo Berg' }, { display: 'Helge HR' }] })
  t.equal(now.members.length, 2)
  const put = await idp.put(`/Groups/${id}`, { ...group, members: [{ value: helge.id }] })
  t.match(put.json(), { displayName: 'Okta people', members: [{ value: helge.id }] })
  const nobody = await idp.patch(`/Groups/${id}`, [
    { op: 'replace', path: 'members', value: [{ value: '0190f3c4-0000-7000-8000-000000000000' }] }
  ])
  t.match(nobody.json(), { status: '400', scimType: 'invalidValue' })
  t.match((await idp.get(`/Groups/${id}`)).json().members, [{ value: helge.id }])
})

t.test('a filter in a path reaches the values that fit it, and no other', async (t) => {
  const { idp } = await provisionedCompany(t)
  const address = (type: string, isPrimary = false) => ({
    ...{ type, value: `${type}@fjordlys.example` },
    ...(isPrimary && { primary: true })
  })
  const emails = [address('work', true), address('home'), address('other')]
  const { id } = (await idp.post('/Users', aPerson('ines@fjordlys.example', { emails }))).json()
  const after = async (...operations: object[]) => {
    const reply = await idp.patch(`/Users/${id}`, operations)
    return reply.json().emails.map(({ value }: { value: string }) => value.replace('@fjordlys.example', ''))
  }
  const value = 'new@fjordlys.example'
  t.strictSame(await after({ op: 'Replace', path: 'emails[type eq "home"].value', value }), [
    ...['work', 'new', 'other']
  ])
  t.strictSame(await after({ op: 'Remove', path: 'emails[type eq "other"]' }), ['work', 'new'])
  const primary = { op: 'Replace', path: 'emails[primary eq "True"].value', value: 'first@fjordlys.example' }
  t.strictSame(await after(primary), ['first', 'new'])
})

t.test('what comes with a name that no schema has is refused, in whatever dialect', async (t) => {
  const { idp, amara } = await provisionedCompany(t)
  t.match((await idp.post('/Users', aPerson('x@y.example', { nickname2: 'x' }))).json(), {
    scimType: 'invalidSyntax'
  })
  t.match((await idp.put(`/Users/${amara.id}`, { ...aPerson(), emials: [] })).json(), {
    scimType: 'invalidSyntax'
  })
  for (const operation of [
    { op: 'add', value: { 'nmae.givenName': 'x' } },
    { op: 'upsert', path: 'title', value: 'x' }
  ]) {
    t.equal((await idp.patch(`/Users/${amara.id}`, [operation])).statusCode, 400)
  }
  t.equal((await idp.send('PATCH', `/Users/${amara.id}`, {})).statusCode, 400)
  t.equal((await idp.send('PATCH', `/Users/${amara.id}`, { operations: [] })).statusCode, 400)
})
