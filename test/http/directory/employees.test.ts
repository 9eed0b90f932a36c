import { eq } from 'drizzle-orm'
import t from 'tap'
import { auditEntries } from '../../../db/schema/audit.ts'
import { employees } from '../../../db/schema/employees.ts'
import { notices } from '../../../db/schema/notices.ts'
import { testApp } from '../../helpers/app.ts'
import { insertEmployee, insertSmallCompany } from '../../helpers/people.ts'
import { atOnce } from './at-once.ts'

async function company(t: Parameters<typeof testApp>[0]) {
  const app = await testApp(t)
  return { ...app, ...(await insertSmallCompany(app.db)) }
}

const namesIn = (reply: { json: () => { items: { name: string }[] } }) =>
  reply.json().items.map(({ name }) => name)

t.test('everybody is listed by name, page by page', async (t) => {
  const { as, bo } = await company(t)
  const all = await as(bo).get('/api/employees')
  t.strictSame(namesIn(all), [
    ...['Ada Admin', 'Amara Okafor', 'Bo Berg', 'Eva Executive'],
    ...['Hanna Host', 'Helge HR', 'Lars Lead', 'Sofie Support']
  ])
  t.equal(all.json().nextCursor, null)
  const seen: string[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page = await as(bo).get(`/api/employees?limit=3${cursor && `&cursor=${cursor}`}`)
    seen.push(...namesIn(page))
    cursor = page.json().nextCursor
  }
  t.strictSame(seen, namesIn(all))
})

t.test('people of one name are all listed, over the edge of a page too', async (t) => {
  const { as, bo, db, product } = await company(t)
  for (let index = 0; index < 5; index += 1) {
    await insertEmployee(db, 'Kim Lee', product, { email: `kim${index}@fjordlys.example` })
  }
  const first = (await as(bo).get('/api/employees?q=kim&limit=3')).json()
  const second = (await as(bo).get(`/api/employees?q=kim&limit=3&cursor=${first.nextCursor}`)).json()
  t.equal(new Set([...first.items, ...second.items].map(({ id }) => id)).size, 5)
})

t.test('the list is narrowed by team and by part of a name or title', async (t) => {
  const { as, bo, support, db, product } = await company(t)
  t.strictSame(namesIn(await as(bo).get(`/api/employees?teamId=${support.id}`)), [
    'Hanna Host',
    'Sofie Support'
  ])
  t.strictSame(namesIn(await as(bo).get('/api/employees?q=OKAF')), ['Amara Okafor'])
  t.equal((await as(bo).get('/api/employees?q=engineer')).json().items.length, 8)
  t.strictSame(namesIn(await as(bo).get('/api/employees?q=%25')), [], 'a percent sign stands for itself')
  await insertEmployee(db, 'Per_Cent 100%', product)
  t.strictSame(namesIn(await as(bo).get('/api/employees?q=0%25')), ['Per_Cent 100%'])
  t.strictSame(namesIn(await as(bo).get('/api/employees?q=r_c')), ['Per_Cent 100%'])
})

t.test('deactivated people are listed for HR who ask, and for nobody else', async (t) => {
  const { as, bo, lars, helge, ada, db } = await company(t)
  await db.update(employees).set({ deactivatedAt: new Date() }).where(eq(employees.id, bo.id))
  t.notOk(namesIn(await as(helge).get('/api/employees')).includes('Bo Berg'))
  for (const who of [helge, ada]) {
    const { items } = (await as(who).get('/api/employees?includeDeactivated=true')).json()
    t.match(
      items.filter(({ name }: { name: string }) => name === 'Bo Berg'),
      [{ isActive: false }]
    )
  }
  t.match((await as(lars).get('/api/employees?includeDeactivated=true')).json(), {
    status: 403,
    code: 'NOT_ALLOWED'
  })
  t.equal((await as(lars).get('/api/employees?includeDeactivated=false')).statusCode, 200)
})

t.test('filters that cannot be right are refused, never an error of ours', async (t) => {
  const { as, bo } = await company(t)
  for (const query of [
    'q=%00',
    'q=',
    'teamId=x',
    'limit=0',
    'limit=201',
    'cursor=x',
    'includeDeactivated=so'
  ]) {
    t.equal((await as(bo).get(`/api/employees?${query}`)).statusCode, 400, query)
  }
})

const PUBLIC = ['id', 'isActive', 'isHost', 'level', 'name', 'team', 'timeZone', 'title']
const FULL = [
  ...['country', 'deactivatedAt', 'email', 'ftePercent', 'grants', 'joinedOn', 'leads', 'leavesOn', 'locale'],
  ...['manager', 'readiness', 'region', 'workEndsAt', 'workStartsAt', 'workingDays']
]

t.test('colleagues see the public part of a person and no more', async (t) => {
  const { as, amara, bo, sofie, eva, hanna, product } = await company(t)
  for (const who of [bo, sofie, eva, hanna]) {
    const person = (await as(who).get(`/api/employees/${amara.id}`)).json()
    t.strictSame(Object.keys(person).sort(), PUBLIC, who.name)
    t.match(person, { name: 'Amara Okafor', team: { id: product.id, name: 'Product' }, isActive: true })
  }
  const [listed] = (await as(bo).get('/api/employees?q=amara')).json().items
  t.strictSame(Object.keys(listed).sort(), PUBLIC)
})

t.test('the person, the own lead, HR and administrators see all that is held', async (t) => {
  const { as, amara, lars, helge, ada, db } = await company(t)
  await db.update(employees).set({ managerId: lars.id }).where(eq(employees.id, amara.id))
  for (const who of [amara, lars, helge, ada]) {
    const person = (await as(who).get(`/api/employees/${amara.id}`)).json()
    t.strictSame(Object.keys(person).sort(), [...PUBLIC, ...FULL].sort(), who.name)
    t.match(person, {
      email: 'amara.okafor@fjordlys.example',
      workingDays: [1, 2, 3, 4, 5],
      workStartsAt: '08:00',
      leavesOn: null,
      manager: { id: lars.id, name: 'Lars Lead' },
      leads: [],
      grants: []
    })
  }
  t.match((await as(ada).get(`/api/employees/${ada.id}`)).json(), { grants: ['admin'], manager: null })
})

t.test('a missing person and a deactivated colleague look alike', async (t) => {
  const { as, amara, bo, helge, db } = await company(t)
  await db.update(employees).set({ deactivatedAt: new Date() }).where(eq(employees.id, bo.id))
  const missing = await as(amara).get('/api/employees/0190f3c4-0000-7000-8000-000000000000')
  t.match(missing.json(), { status: 404, code: 'EMPLOYEE_NOT_FOUND' })
  t.match((await as(amara).get(`/api/employees/${bo.id}`)).json(), {
    status: 404,
    code: 'EMPLOYEE_NOT_FOUND'
  })
  t.match((await as(helge).get(`/api/employees/${bo.id}`)).json(), { isActive: false })
})

t.test('HR changes every field, and the log says what was before', async (t) => {
  const { as, amara, support, lars, helge, db } = await company(t)
  const wanted = {
    name: ' Amara  Okafor-Berg ',
    email: 'amara@fjordlys.example',
    title: 'Designer',
    level: 'executive',
    teamId: support.id,
    managerId: lars.id,
    timeZone: 'America/New_York',
    country: 'US',
    workingDays: [5, 1],
    workStartsAt: '22:00',
    workEndsAt: '06:00',
    ftePercent: 60,
    joinedOn: '2024-02-29',
    leavesOn: '2027-12-31',
    isHost: true,
    readiness: 'shadowing',
    locale: 'nb'
  }
  const reply = await as(helge).patch(`/api/employees/${amara.id}`, wanted)
  t.equal(reply.statusCode, 204, reply.body)
  const [stored] = await db.select().from(employees).where(eq(employees.id, amara.id))
  t.match(stored, { ...wanted, name: 'Amara Okafor-Berg', workingDays: [1, 5] })
  const [entry] = await db.select().from(auditEntries)
  t.match(entry, {
    action: 'employee.changed',
    objectId: amara.id,
    actorId: helge.id,
    before: { name: '(not kept)', email: '(not kept)', level: 'staff', ftePercent: 100 },
    after: { name: '(not kept)', email: '(not kept)', level: 'executive', ftePercent: 60 }
  })
})

t.test('what is so already is no change', async (t) => {
  const { as, amara, helge, db } = await company(t)
  const same = { title: 'Engineer', workingDays: [5, 4, 3, 2, 1], leavesOn: null }
  t.equal((await as(helge).patch(`/api/employees/${amara.id}`, same)).statusCode, 204)
  t.equal((await as(helge).patch(`/api/employees/${amara.id}`, {})).statusCode, 204)
  t.strictSame(await db.select().from(auditEntries), [])
})

t.test(
  'the own lead sets readiness and working time, which the person is told, and nothing else',
  async (t) => {
    const { as, amara, lars, sofie, bo, db } = await company(t)
    const url = `/api/employees/${amara.id}`
    t.equal((await as(lars).patch(url, { readiness: 'in_training' })).statusCode, 204)
    t.match(await db.select().from(employees).where(eq(employees.id, amara.id)), [
      { readiness: 'in_training' }
    ])
    const time = { workingDays: [1, 2, 3], workEndsAt: '16:00' }
    t.equal((await as(lars).patch(url, time)).statusCode, 204)
    t.match(await db.select().from(notices), [
      { employeeId: amara.id, kind: 'working-time-changed', facts: { by: { name: 'Lars Lead' }, ...time } }
    ])
    t.match((await as(lars).patch(url, { readiness: 'ready', level: 'lead' })).json(), {
      status: 403,
      code: 'EMPLOYEE_NOT_YOURS',
      details: { fields: ['level'] }
    })
    t.match((await as(sofie).patch(url, { readiness: 'ready' })).json(), { code: 'EMPLOYEE_NOT_YOURS' })
    t.equal((await as(sofie).patch(url, {})).statusCode, 403)
    t.match((await as(bo).patch(url, { readiness: 'ready' })).json(), { status: 403, code: 'NOT_ALLOWED' })
    t.match(await db.select().from(employees).where(eq(employees.id, amara.id)), [
      { readiness: 'in_training' }
    ])
  }
)

t.test('fields that cannot be stored are refused together, each with a remedy', async (t) => {
  const { as, amara, helge, db } = await company(t)
  const url = `/api/employees/${amara.id}`
  const wrong = { timeZone: 'Mars/Olympus', country: 'UK', joinedOn: '2030-01-01', leavesOn: '2029-12-31' }
  const reply = (await as(helge).patch(url, wrong)).json()
  t.match(reply, { status: 422, code: 'EMPLOYEE_FIELDS_NOT_VALID' })
  t.strictSame(
    reply.details.map(({ field }: { field: string }) => field),
    ['timeZone', 'country', 'leavesOn']
  )
  t.match((await as(helge).patch(url, { leavesOn: '2023-01-01' })).json(), {
    details: [{ field: 'leavesOn' }]
  })
  t.match(await db.select().from(employees).where(eq(employees.id, amara.id)), [{ timeZone: 'Europe/Oslo' }])
})

t.test('bodies that no stored person could have are 400 or 422, never an error of ours', async (t) => {
  const { as, amara, helge } = await company(t)
  const bodies = [
    ...[{ name: ' ' }, { name: 'a\u0000b' }, { name: 'x'.repeat(201) }, { title: '\u0000' }, { nmae: 'x' }],
    ...[{ email: 'x' }, { email: 'å@b.no' }, { email: `${'x'.repeat(250)}@b.no` }, { level: 'boss' }],
    ...[
      { teamId: 'x' },
      { managerId: 7 },
      { workingDays: [] },
      { workingDays: [0] },
      { workingDays: [1, 1] }
    ],
    ...[{ workStartsAt: '24:00' }, { workEndsAt: '24:01' }, { ftePercent: 0 }, { ftePercent: 50.5 }],
    ...[
      { joinedOn: '0000-01-01' },
      { joinedOn: '2027-02-30' },
      { leavesOn: '9999-12-31' },
      { country: 'no' }
    ],
    ...[
      { teamId: '0190f3c4-0000-7000-8000-000000000000' },
      { managerId: '0190f3c4-0000-7000-8000-000000000000' }
    ]
  ]
  for (const body of bodies) {
    const { statusCode } = await as(helge).patch(`/api/employees/${amara.id}`, body)
    t.ok([400, 422].includes(statusCode), `${JSON.stringify(body).slice(0, 60)}: ${statusCode}`)
  }
})

t.test('an address of somebody else is refused, whatever its case', async (t) => {
  const { as, amara, helge } = await company(t)
  const reply = await as(helge).patch(`/api/employees/${amara.id}`, { email: 'BO.Berg@fjordlys.example' })
  t.match(reply.json(), { status: 409, code: 'EMAIL_TAKEN' })
})

t.test('nobody comes to report to themselves', async (t) => {
  const { as, amara, bo, lars, helge } = await company(t)
  const reportTo = (who: { id: string }, managerId: string | null) =>
    as(helge).patch(`/api/employees/${who.id}`, { managerId })
  t.equal((await reportTo(amara, bo.id)).statusCode, 204)
  t.equal((await reportTo(bo, lars.id)).statusCode, 204)
  t.match((await reportTo(lars, amara.id)).json(), { status: 422, details: [{ field: 'managerId' }] })
  t.match((await reportTo(lars, lars.id)).json(), { status: 422, details: [{ field: 'managerId' }] })
  t.equal((await reportTo(amara, null)).statusCode, 204)
  t.equal((await reportTo(lars, amara.id)).statusCode, 204)
})

t.test('three people made each other’s managers at once do not close a circle', async (t) => {
  const { as, pool, amara, bo, lars, helge } = await company(t)
  const round = [
    [amara, bo],
    [bo, lars],
    [lars, amara]
  ] as const
  const replies = await atOnce(
    pool,
    round.map(
      ([who, manager]) =>
        () =>
          as(helge).patch(`/api/employees/${who.id}`, { managerId: manager.id })
    )
  )
  t.strictSame(replies.map(({ statusCode }) => statusCode).sort(), [204, 204, 422])
})

t.test('a region is one of its country, and a move to another country must not keep it', async (t) => {
  const { as, helge, amara, db } = await company(t)
  const patch = (fields: object) => as(helge).patch(`/api/employees/${amara.id}`, fields)
  const problem = { status: 422, details: [{ field: 'region' }] }
  t.match((await patch({ region: 'BY' })).json(), problem, 'Norway has none')
  t.equal((await patch({ country: 'DE', region: 'BY' })).statusCode, 204)
  t.match((await patch({ region: 'XX' })).json(), problem)
  t.match((await patch({ country: 'NO' })).json(), problem, 'Bavaria is not in Norway')
  t.equal((await patch({ country: 'NO', region: null })).statusCode, 204)
  t.match(await db.select().from(employees).where(eq(employees.id, amara.id)), [
    { country: 'NO', region: null }
  ])
  t.equal((await patch({ region: 'by' })).statusCode, 400)
})
