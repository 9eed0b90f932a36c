import { eq } from 'drizzle-orm'
import t, { type Test } from 'tap'
import { auditEntries } from '../../../db/schema/audit.ts'
import { exemptions } from '../../../db/schema/exemptions.ts'
import { notices } from '../../../db/schema/notices.ts'
import { quotas } from '../../../db/schema/quotas.ts'
import { testApp } from '../../helpers/app.ts'
import { insertEmployee, insertSmallCompany } from '../../helpers/people.ts'
import { insertAssignment, insertRotation, insertShift } from '../../helpers/shifts.ts'
import { letAllGo } from '../hours/at-the-gate.ts'

const APRIL = { fromOn: '2027-04-01', toOn: '2027-05-01', reason: 'caring', note: 'My mother is ill' }

/** The small company, Product filled up to twenty people so that two of them are the 10%. */
async function exemptionsApp(t: Test, { size = 20 } = {}) {
  const app = await testApp(t)
  const company = await insertSmallCompany(app.db)
  for (let i = 6; i < size; i += 1)
    await insertEmployee(app.db, `Guest ${'abcdefghijklmnopqrst'[i]}`, company.product)
  const ask = (who: { id: string }, change: object = {}) =>
    app.as(who).post('/api/exemptions', { ...APRIL, ...change })
  const act = (who: { id: string }, id: string, what: string, body?: object) =>
    app.as(who).post(`/api/exemptions/${id}/${what}`, body)
  const told = async () => {
    const rows = await app.db.select().from(notices).orderBy(notices.createdAt, notices.id)
    return rows.map(({ employeeId, kind }) => {
      const name = Object.entries(company).find(([, { id }]) => id === employeeId)?.[0]
      return `${name} ${kind}`
    })
  }
  return { ...app, ...company, ask, act, told }
}

t.test('somebody asks, their lead grants it, and each is told what touches them', async (t) => {
  const { ask, act, told, amara, lars, db } = await exemptionsApp(t)
  const asked = await ask(amara)
  t.equal(asked.statusCode, 201, asked.body)
  t.match(asked.json(), {
    state: 'asked',
    employee: { name: 'Amara Okafor' },
    fromOn: '2027-04-01',
    toOn: '2027-05-01',
    reason: 'caring',
    note: 'My mother is ill',
    approvals: []
  })
  t.strictSame(await told(), ['lars exemption-asked'])
  const granted = await act(lars, asked.json().id, 'approval')
  t.match(granted.json(), {
    state: 'granted',
    awaits: [],
    grantedAt: '2027-03-01T08:00:00.000Z',
    approvals: [{ by: { name: 'Lars Lead' }, asLead: true, asHr: false }]
  })
  t.strictSame(await told(), ['lars exemption-asked', 'amara exemption-granted'])
  const entries = await db.select().from(auditEntries).where(eq(auditEntries.objectType, 'exemption'))
  t.strictSame(
    entries.map(({ action }) => action),
    ['exemption.asked', 'exemption.granted']
  )
  t.notMatch(JSON.stringify([entries, await db.select().from(notices)]), /mother|caring/, 'why stays private')
})

t.test('what falls on exempt days is waived, and the balance shows it', async (t) => {
  const { ask, act, as, amara, lars, db } = await exemptionsApp(t)
  await db.insert(quotas).values({ scope: 'organisation', minutes: 280, perWeeks: 4, fromOn: '2026-01-01' })
  const { id } = (await ask(amara, { fromOn: '2027-04-05', toOn: '2027-04-19' })).json()
  const balance = async () =>
    (await as(amara).get('/api/me/balance?fromOn=2027-04-01&toOn=2027-04-29')).json()
  t.match(
    await balance(),
    { dueMinutes: 280, waivedMinutes: 0, balanceMinutes: -280 },
    'asking waives nothing'
  )
  await act(lars, id, 'approval')
  t.match(await balance(), { dueMinutes: 280, waivedMinutes: 140, balanceMinutes: -140 })
})

t.test('who becomes exempt is told which shifts are still promised', async (t) => {
  const { ask, act, db, amara, lars } = await exemptionsApp(t)
  const rotation = await insertRotation(db, 'Nordic')
  const at = (day: string) => insertShift(db, rotation, `2027-${day}T08:00:00Z`, `2027-${day}T12:00:00Z`)
  const shifts = [await at('03-31'), await at('04-05'), await at('05-03')]
  for (const shift of shifts) await insertAssignment(db, shift, amara)
  await act(lars, (await ask(amara)).json().id, 'approval')
  const [told] = await db.select().from(notices).where(eq(notices.kind, 'exemption-granted'))
  t.match(told, {
    employeeId: amara.id,
    facts: { todo: 'offer-the-shifts', shifts: [{ shiftId: shifts[1]!.id }] }
  })
  t.equal((told!.facts.shifts as unknown[]).length, 1)
})

t.test('nobody approves their own, nor does a stranger', async (t) => {
  const { ask, act, lars, bo, helge, hanna, amara, told } = await exemptionsApp(t)
  const own = (await ask(lars)).json().id
  t.match((await act(lars, own, 'approval')).json(), { status: 403, code: 'EXEMPTION_OF_ONESELF' })
  t.match((await act(lars, own, 'refusal', { reason: 'x' })).json(), { code: 'EXEMPTION_OF_ONESELF' })
  t.strictSame(await told(), ['helge exemption-asked'], 'the only lead’s wish goes to HR')
  const ofAmara = (await ask(amara)).json().id
  t.match((await act(bo, ofAmara, 'approval')).json(), { status: 403, code: 'EXEMPTION_NOT_YOURS' })
  t.equal((await act(hanna, ofAmara, 'approval')).statusCode, 404)
  t.match((await act(helge, own, 'approval')).json(), { state: 'granted' })
})

t.test('an executive’s shifts can be swapped, never waived', async (t) => {
  const { ask, eva, helge, lars, db } = await exemptionsApp(t)
  for (const who of [eva, helge, lars]) {
    const reply = await ask(who, { employeeId: eva.id })
    t.match(reply.json(), { status: 409, code: 'EXECUTIVE_NOT_EXEMPT', title: /swapped, never waived/ })
  }
  t.strictSame(await db.select().from(exemptions), [])
})

t.test('above 10% of a team HR must approve too', async (t) => {
  const { ask, act, amara, bo, ada, lars, helge, told } = await exemptionsApp(t)
  for (const who of [amara, bo]) {
    t.match((await act(lars, (await ask(who)).json().id, 'approval')).json(), { state: 'granted' })
  }
  const third = (await ask(ada, { toOn: '2027-04-15' })).json().id
  const before = (await told()).length
  t.match((await act(lars, third, 'approval')).json(), { state: 'asked', awaits: ['hr'] })
  t.strictSame((await told()).slice(before), ['helge exemption-asked'])
  t.match((await act(lars, third, 'approval')).json(), { status: 409, code: 'EXEMPTION_APPROVED_BEFORE' })
  t.match((await act(helge, third, 'approval')).json(), { state: 'granted', awaits: [] })
  t.strictSame((await told()).slice(before + 1), ['ada exemption-granted', 'lars exemption-granted'])
})

t.test('HR alone is enough up to 10%, and not above it where a lead can be asked', async (t) => {
  const { ask, act, amara, helge, lars } = await exemptionsApp(t, { size: 9 })
  const { id } = (await ask(amara)).json()
  t.match((await act(helge, id, 'approval')).json(), { state: 'asked', awaits: ['lead'] }, '1 of 9 is 11%')
  t.match((await act(lars, id, 'approval')).json(), { state: 'granted' })
})

t.test('of two exemptions granted at once the second counts the first', async (t) => {
  const { ask, act, pool, product, amara, bo, ada, lars } = await exemptionsApp(t)
  await act(lars, (await ask(amara)).json().id, 'approval')
  const ids = [(await ask(bo)).json().id, (await ask(ada)).json().id]
  const hold = "select pg_advisory_xact_lock(hashtextextended('exemptions ' || $1, 0))"
  const replies = await letAllGo(
    pool,
    { hold, on: product.id },
    ids.map((id) => () => act(lars, id, 'approval'))
  )
  t.strictSame(replies.map((reply) => reply.json().state).sort(), ['asked', 'granted'])
})

t.test('the team sees who is exempt until when, and not why where that is private', async (t) => {
  const { ask, act, as, amara, bo, lars, helge, hanna } = await exemptionsApp(t)
  const { id } = (await ask(amara)).json()
  await ask(bo, { reason: 'workload', note: 'The release' })
  await act(lars, id, 'approval')
  const seenBy = async (who: { id: string }) => (await as(who).get('/api/exemptions')).json().items
  t.match(await seenBy(bo), [
    { employee: { name: 'Bo Berg' }, reason: 'workload', note: 'The release' },
    { employee: { name: 'Amara Okafor' }, state: 'granted', reason: 'personal', note: null }
  ])
  t.match(await seenBy(amara), [
    { reason: 'workload', note: null },
    { reason: 'caring', note: /mother/ }
  ])
  for (const who of [lars, helge]) t.match((await seenBy(who))[1], { reason: 'caring', note: /mother/ })
  t.strictSame(await seenBy(hanna), [])
  t.equal((await as(hanna).get(`/api/exemptions/${id}`)).statusCode, 404)
  const page = (await as(lars).get('/api/exemptions?limit=1')).json()
  t.match((await as(lars).get(`/api/exemptions?limit=1&cursor=${page.nextCursor}`)).json().items, [
    { employee: { name: 'Amara Okafor' } }
  ])
})

t.test(
  'an exemption lasts 26 weeks at most, begins no earlier than today, and none lies on another',
  async (t) => {
    const { ask, amara, bo, helge, db } = await exemptionsApp(t)
    const wrong: [number, string, object][] = [
      [422, 'EXEMPTION_NOT_VALID', { toOn: '2027-10-01' }],
      [422, 'EXEMPTION_NOT_VALID', { toOn: '2027-04-01' }],
      [422, 'EXEMPTION_NOT_VALID', { fromOn: '2027-02-28' }],
      [422, 'EXEMPTION_NOT_VALID', { fromOn: '2029-01-01', toOn: '2029-02-01' }],
      [400, 'REQUEST_NOT_VALID', { reason: 'laziness' }],
      [400, 'REQUEST_NOT_VALID', { toOn: '2027-02-30' }],
      [404, 'EMPLOYEE_NOT_FOUND', { employeeId: bo.id }],
      [404, 'EMPLOYEE_NOT_FOUND', { employeeId: '00000000-0000-7000-8000-000000000000' }]
    ]
    for (const [status, code, change] of wrong) {
      t.match((await ask(amara, change)).json(), { status, code }, JSON.stringify(change))
    }
    t.strictSame(await db.select().from(exemptions), [])
    t.equal((await ask(amara, { toOn: '2027-09-30' })).statusCode, 201, 'exactly 26 weeks')
    const replies = await Promise.all([1, 2, 3].map(() => ask(bo)))
    t.strictSame(replies.map(({ statusCode }) => statusCode).sort(), [201, 409, 409])
    t.match((await ask(helge, { employeeId: amara.id, fromOn: '2027-09-29', toOn: '2027-10-10' })).json(), {
      code: 'EXEMPTION_OVERLAPS'
    })
    t.equal((await ask(amara, { fromOn: '2027-09-30', toOn: '2027-10-10' })).statusCode, 201, 'the day after')
  }
)

t.test('a refusal says why to the person alone, and is final', async (t) => {
  const { ask, act, amara, lars, bo, as, told } = await exemptionsApp(t)
  const { id } = (await ask(amara)).json()
  t.equal((await act(lars, id, 'refusal', { reason: ' ' })).statusCode, 400)
  t.match((await act(lars, id, 'refusal', { reason: 'We are too few in April' })).json(), {
    state: 'refused'
  })
  t.strictSame(await told(), ['lars exemption-asked', 'amara exemption-refused'])
  t.match((await as(amara).get(`/api/exemptions/${id}`)).json(), { refusal: 'We are too few in April' })
  t.match((await as(bo).get(`/api/exemptions/${id}`)).json(), {
    refusal: null,
    refusedBy: { name: 'Lars Lead' }
  })
  for (const what of ['approval', 'withdrawal']) {
    const who = what === 'approval' ? lars : amara
    t.match((await act(who, id, what)).json(), { status: 409, code: 'EXEMPTION_DECIDED' })
  }
  t.equal((await ask(amara)).statusCode, 201, 'the days are free again')
})

t.test('an exemption that runs ends today when it is withdrawn; one to come falls away', async (t) => {
  const { ask, act, amara, lars, clock, told } = await exemptionsApp(t)
  const april = (await ask(amara)).json().id
  const june = (await ask(amara, { fromOn: '2027-06-01', toOn: '2027-06-15' })).json().id
  for (const id of [april, june]) await act(lars, id, 'approval')
  clock.set('2027-04-10T08:00:00Z')
  t.match((await act(amara, june, 'withdrawal')).json(), { state: 'withdrawn' })
  t.match((await act(amara, april, 'withdrawal')).json(), { state: 'granted', toOn: '2027-04-11' })
  t.match((await act(amara, april, 'withdrawal')).json(), { code: 'EXEMPTION_DECIDED' }, 'it is over')
  t.strictSame((await told()).slice(-2), ['lars exemption-withdrawn', 'lars exemption-withdrawn'])
})

t.test('somebody else asks for a person, who is told', async (t) => {
  const { ask, told, amara, lars, helge, act } = await exemptionsApp(t)
  const { id } = (await ask(lars, { employeeId: amara.id })).json()
  t.strictSame(await told(), ['amara exemption-asked'])
  t.match((await act(lars, id, 'approval')).json(), { state: 'granted' }, 'the approver is not the person')
  t.equal(
    (await ask(helge, { employeeId: amara.id, fromOn: '2027-06-01', toOn: '2027-06-02' })).statusCode,
    201
  )
})
