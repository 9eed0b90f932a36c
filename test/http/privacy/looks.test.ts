import { eq } from 'drizzle-orm'
import t, { type Test } from 'tap'
import { auditEntries } from '../../../db/schema/audit.ts'
import { fifteenPeople } from '../reports/reports-cast.ts'

const SPRING = 'fromOn=2027-01-04&toOn=2027-03-29'
const PURPOSE = {
  ...{ purpose: 'Even out the load', legalBasis: 'Working Environment Act 9-1', consulted: 'Tora' },
  ...{ consultedOn: '2027-03-01', fromOn: '2027-04-01', toOn: '2027-12-31' }
}

async function withPurpose(t: Test) {
  const world = await fifteenPeople(t)
  const { as, helge } = world
  const record = (change: object = {}) => as(helge).post('/api/control-measures', { ...PURPOSE, ...change })
  const purpose = (await record()).json()
  const people = (who: { id: string }, query = '') =>
    as(who).get(`/api/participation/people?${SPRING}${query}`)
  return { ...world, record, purpose, look: people }
}

t.test('HR sees nobody by themselves until a purpose is recorded, and is told what to do', async (t) => {
  const { helge, purpose, look, people, work, as, clock } = await withPurpose(t)
  await work(people.Legal![1]!, '2027-01-11')
  const refused = await look(helge)
  t.match(refused.json(), {
    status: 403,
    code: 'PURPOSE_NOT_RECORDED',
    title: /register of control measures/
  })
  const { items, nextCursor } = (await look(helge, `&purposeId=${purpose.id}`)).json()
  t.equal(items.length, 15)
  t.equal(nextCursor, null)
  t.strictSame(
    items.map(({ employee }: { employee: { name: string } }) => employee.name),
    items.map(({ employee }: { employee: { name: string } }) => employee.name).sort(),
    'by name, not by merit'
  )
  t.match(
    items.find(({ employee }: { employee: { id: string } }) => employee.id === people.Legal![1]!.id),
    {
      ...{ dueMinutes: 720, workedMinutes: 240, balanceMinutes: -480, shifts: 1, wasAsked: true }
    }
  )
  t.equal((await as(helge).post(`/api/control-measures/${purpose.id}/end`)).statusCode, 200)
  t.equal((await look(helge, `&purposeId=${purpose.id}`)).statusCode, 403, 'ended')
  t.equal(
    (await as(helge).post(`/api/control-measures/${purpose.id}/end`)).json().code,
    'CONTROL_MEASURE_ENDED'
  )
  clock.set('2027-04-06T08:00:00Z')
  t.equal((await look(helge, '&purposeId=00000000-0000-7000-8000-00000000dead')).statusCode, 403)
})

t.test('a purpose holds on its days only, and is recorded with everything it needs', async (t) => {
  const { record, look, helge, clock, people, as } = await withPurpose(t)
  const later = (await record({ fromOn: '2027-04-07', toOn: '2027-04-09' })).json()
  const status = async () => (await look(helge, `&purposeId=${later.id}`)).statusCode
  t.equal(await status(), 403, 'not yet')
  clock.set('2027-04-08T08:00:00Z')
  t.equal(await status(), 200)
  clock.set('2027-04-09T08:00:00Z')
  t.equal(await status(), 403, 'over')
  const wrong: [object, string][] = [
    [{ consultedOn: '2027-05-01' }, 'consultedOn'],
    [{ fromOn: '2027-02-01' }, 'fromOn'],
    [{ toOn: '2027-04-01' }, 'toOn'],
    [{ toOn: '2030-01-01' }, 'toOn']
  ]
  for (const [change, field] of wrong)
    t.match((await record(change)).json(), { status: 422, details: { field } })
  t.equal((await record({ consulted: ' ' })).statusCode, 400)
  const register = (await as(people.Legal![2]!).get('/api/control-measures')).json()
  t.match(register.items, [{ purpose: PURPOSE.purpose, consulted: 'Tora', recordedBy: { id: helge.id } }, {}])
})

t.test('a lead sees the people they lead and nobody else, everybody themselves', async (t) => {
  const { look, people, as, helge } = await withPurpose(t)
  const lead = people.Legal![0]!
  const names = (await look(lead))
    .json()
    .items.map(({ employee }: { employee: { name: string } }) => employee.name)
  t.strictSame(names, ['Legal 1', 'Legal 2', 'Legal 3'])
  t.strictSame((await look(lead, `&teamId=${people.Product![0]!.teamId}`)).json().items, [])
  t.equal((await look(people.Legal![1]!)).statusCode, 403)
  const mine = (await as(people.Legal![1]!).get(`/api/me/participation?${SPRING}`)).json()
  t.match(mine, { participation: { employee: { id: people.Legal![1]!.id }, dueMinutes: 720 } })
  t.strictSame((await as(people.Legal![1]!).get('/api/me/views')).json().items.length, 1, 'of the lead only')
  t.equal((await as(helge).get('/api/me/views')).json().items.length, 0)
})

t.test('whoever was looked at sees who it was, when and what for', async (t) => {
  const { look, people, as, helge, purpose, read, clock, db } = await withPurpose(t)
  const [lead, bea] = people.Legal!
  await look(helge, `&purposeId=${purpose.id}&limit=200`)
  const looks = await db.select().from(auditEntries).where(eq(auditEntries.action, 'participation.viewed'))
  t.match(looks, [{ actorId: helge.id, after: { by: 'person', people: 15 } }], 'the look itself, once')
  t.equal(looks.length, 1)
  clock.set('2027-04-05T09:00:00Z')
  await read(lead!, `by=team&${SPRING}`)
  clock.set('2027-04-05T10:00:00Z')
  await as(helge).get(`/api/employees/${bea!.id}/export`)
  const { items } = (await as(bea!).get('/api/me/views?limit=2')).json()
  t.match(items, [
    { viewer: { id: helge.id }, viewedAt: '2027-04-05T10:00:00.000Z', what: 'export', purpose: null },
    { viewer: { id: lead!.id }, viewedAt: '2027-04-05T09:00:00.000Z', what: 'participation' }
  ])
  const { nextCursor } = (await as(bea!).get('/api/me/views?limit=2')).json()
  const rest = (await as(bea!).get(`/api/me/views?limit=2&cursor=${nextCursor}`)).json()
  t.match(rest, {
    items: [{ viewer: { id: helge.id }, purpose: PURPOSE.purpose, purposeId: purpose.id }],
    nextCursor: null
  })
  const team = people.Product![0]!
  await read(team, `by=team&${SPRING}`)
  t.equal(
    (await as(people.Product![2]!).get('/api/me/views')).json().items.length,
    1,
    'six together are no look at one'
  )
})

t.test('an export has everything of a person and nothing of others, with who looked', async (t) => {
  const { people, as, work, helge } = await withPurpose(t)
  const [lead, bea] = people.Legal!
  const { hear } = await work(bea!, '2027-01-11')
  await hear()
  await work(bea!, '2027-01-18')
  await work(lead!, '2027-01-12')
  await as(bea!).post('/api/me/absences', {
    startsAt: '2027-05-01T00:00:00Z',
    endsAt: '2027-05-20T00:00:00Z',
    kind: 'sick'
  })
  const key = { name: 'Export', scopes: ['me:read'], expiresAt: '2027-06-01T00:00:00Z' }
  const secrets = [
    (await as(bea!).post('/api/me/api-keys', key)).json().token,
    (await as(bea!).post('/api/me/feeds', { purpose: 'own' })).json().url
  ]
  const theirs = (await as(helge).get(`/api/employees/${bea!.id}/export`)).json()
  const own = (await as(bea!).get('/api/me/export')).json()
  t.match(own, {
    ...{
      format: 'lyttepost-person/1',
      employee: { id: bea!.id, name: 'Legal 2' },
      views: [{ viewer: { id: helge.id }, what: 'export' }]
    },
    rows: {
      assignments: [{ employee_id: bea!.id }],
      ledger_entries: [{ minutes: 240 }],
      learnings: [{ tried_to: 'Pay' }],
      absences: [{ kind: 'sick' }],
      api_keys: [{ name: 'Export', scopes: ['me:read'] }],
      feed_addresses: [{ purpose: 'own' }]
    }
  })
  for (const table of ['assignments', 'ledger_entries'])
    t.equal(own.rows[table].length, 2, `each of the rows in ${table}`)
  const entries = (own.audit as { action: string; actor_id: string }[]).map(
    ({ action, actor_id: by }) => `${action} by ${by === bea!.id ? 'me' : 'another'}`
  )
  for (const deed of ['person.viewed by another', 'person.viewed by me', 'api-key.made by me'])
    t.ok(entries.includes(deed), `${deed}: ${entries.join(', ')}`)
  const { deeds } = (await as(helge).get('/api/me/export')).json()
  const recorded = { table: 'control_measures', as: 'recorded_by', rows: 1 }
  t.ok(
    deeds.some((deed: object) => JSON.stringify(deed) === JSON.stringify(recorded)),
    JSON.stringify(deeds)
  )
  t.equal(theirs.rows.absences[0].kind, undefined, 'why somebody is away is their own business')
  t.notMatch(JSON.stringify(own.rows), new RegExp(lead!.id))
  for (const told of [own, theirs])
    t.notMatch(JSON.stringify(told), /token_hash|_secret/, 'nor what opens a door')
  for (const secret of secrets) t.notOk(JSON.stringify(own).includes(secret))
  t.equal((await as(lead!).get(`/api/employees/${bea!.id}/export`)).statusCode, 403)
})
