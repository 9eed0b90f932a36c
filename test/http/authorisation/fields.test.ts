import { eq } from 'drizzle-orm'
import t, { type Test } from 'tap'
import { absences } from '../../../db/schema/absences.ts'
import { employees } from '../../../db/schema/employees.ts'
import { exemptions } from '../../../db/schema/exemptions.ts'
import { quotas } from '../../../db/schema/quotas.ts'
import { testApp } from '../../helpers/app.ts'
import { insertEmployee, insertSmallCompany } from '../../helpers/people.ts'

async function company(t: Test) {
  const house = await testApp(t)
  const people = await insertSmallCompany(house.db)
  const olav = await insertEmployee(house.db, 'Olav Otherlead', people.product, {
    level: 'lead',
    leads: [people.support]
  })
  return { ...house, ...people, olav }
}

t.test(
  'fields of a person: leads set readiness and hours, HR and administrators the rest, nobody a role',
  async (t) => {
    const { as, bo, amara, lars, olav, helge, ada, db } = await company(t)
    const work = { readiness: 'shadowing', workingDays: [1, 2, 3] }
    const rest = {
      name: 'Bo B',
      title: 'Boss',
      level: 'executive',
      isHost: true,
      joinedOn: '2020-01-01',
      leavesOn: '2030-01-01'
    }
    const change = async (who: { id: string }, fields: object) =>
      (await as(who).patch(`/api/employees/${bo.id}`, fields)).statusCode
    for (const [field, value] of Object.entries(work)) {
      const statuses = []
      for (const who of [bo, amara, olav, lars, helge, ada])
        statuses.push(await change(who, { [field]: value }))
      t.strictSame(statuses, [403, 403, 403, 204, 204, 204], field)
    }
    for (const [field, value] of Object.entries(rest)) {
      const statuses = []
      for (const who of [bo, amara, olav, lars, helge, ada])
        statuses.push(await change(who, { [field]: value }))
      t.strictSame(statuses, [403, 403, 403, 403, 204, 204], field)
    }
    const mixed = await as(lars).patch(`/api/employees/${bo.id}`, { readiness: 'ready', level: 'staff' })
    t.match(mixed.json(), { code: 'EMPLOYEE_NOT_YOURS', details: { fields: ['level'] } })
    const [row] = await db.select().from(employees).where(eq(employees.id, bo.id))
    t.match(row, { readiness: 'shadowing', level: 'executive' }, 'and of a mixed change nothing is done')
    for (const field of ['grants', 'roles', 'role', 'leads', 'id', 'deactivatedAt', 'managerName']) {
      for (const who of [lars, helge, ada]) t.equal(await change(who, { [field]: ['admin'] }), 400, field)
    }
    for (const who of [bo, lars, helge]) {
      const reply = await as(who).put(`/api/employees/${who.id}/grants/admin`)
      t.equal(reply.statusCode, 403, 'nobody but an administrator gives a role, to themselves least of all')
    }
  }
)

t.test('fields of a person: what colleagues do not see is not in their answer', async (t) => {
  const { as, bo, amara, lars, olav, helge, ada } = await company(t)
  const seen = async (who: { id: string }) =>
    Object.keys((await as(who).get(`/api/employees/${bo.id}`)).json()).sort()
  const open = ['id', 'isActive', 'isHost', 'level', 'name', 'team', 'timeZone', 'title']
  for (const who of [amara, olav]) t.strictSame(await seen(who), open)
  for (const who of [bo, lars, helge, ada]) {
    const fields = await seen(who)
    for (const field of [...open, 'email', 'readiness', 'grants', 'ftePercent', 'joinedOn'])
      t.ok(fields.includes(field), field)
  }
})

t.test('a quota of one person is seen and set by whom it concerns', async (t) => {
  const { as, db, bo, amara, lars, olav, helge, ada } = await company(t)
  await db
    .insert(quotas)
    .values({ scope: 'person', employeeId: bo.id, minutes: 60, perWeeks: 4, fromOn: '2027-01-01' })
  const sees = async (who: { id: string }) =>
    (await as(who).get('/api/quotas')).json().items.some(({ scope }: { scope: string }) => scope === 'person')
  const seen = []
  for (const who of [bo, amara, olav, lars, helge, ada]) seen.push(await sees(who))
  t.strictSame(seen, [true, false, false, true, true, true])
  const sets = []
  for (const [day, who] of [bo, amara, olav, lars, helge, ada].entries()) {
    const fromOn = `2027-05-1${day}`
    const body = { scope: 'person', employeeId: bo.id, hours: 3, weeks: 4, fromOn }
    sets.push((await as(who).post('/api/quotas', body)).statusCode)
  }
  t.strictSame(sets, [403, 403, 403, 201, 201, 201])
})

t.test('the private reason of an exemption, and its note, are for those concerned', async (t) => {
  const { as, db, bo, amara, lars, olav, helge, ada, hanna } = await company(t)
  const [exemption] = await db
    .insert(exemptions)
    .values({
      employeeId: bo.id,
      fromOn: '2027-06-01',
      toOn: '2027-06-30',
      reason: 'health',
      note: 'An operation',
      askedBy: bo.id
    })
    .returning()
  const view = async (who: { id: string }) => {
    const reply = await as(who).get(`/api/exemptions/${exemption!.id}`)
    const { reason, note } = reply.json()
    return reply.statusCode === 200 ? [reason, note] : reply.statusCode
  }
  for (const who of [bo, lars, helge]) t.strictSame(await view(who), ['health', 'An operation'])
  for (const who of [amara, olav, ada]) t.strictSame(await view(who), ['personal', null], 'the team')
  t.equal(await view(hanna), 404, 'another team')
  for (const who of [amara, lars, helge, hanna]) {
    const listed = JSON.stringify((await as(who).get('/api/exemptions')).json())
    t.equal(listed.includes('An operation'), who === lars || who === helge)
  }
})

t.test('of what kind an absence is, its person knows and nobody else is told', async (t) => {
  const { as, db, bo, lars, helge, ada, amara, product } = await company(t)
  const span = { startsAt: new Date('2027-03-10T00:00:00Z'), endsAt: new Date('2027-03-12T00:00:00Z') }
  await db.insert(absences).values({ employeeId: bo.id, kind: 'sick', ...span })
  t.match((await as(bo).get('/api/me/absences')).json().items, [{ kind: 'sick' }])
  const period = '?fromOn=2027-03-01&toOn=2027-04-01'
  for (const who of [lars, helge]) {
    const reply = await as(who).get(`/api/teams/${product.id}/absences${period}`)
    t.equal(reply.statusCode, 200)
    t.match(reply.body, bo.id)
    t.notMatch(reply.body, /sick|kind/)
  }
  for (const who of [amara, ada]) {
    t.equal((await as(who).get(`/api/teams/${product.id}/absences${period}`)).statusCode, 403)
  }
  const exported = await as(helge).get(`/api/employees/${bo.id}/export`)
  t.equal(exported.statusCode, 200)
  t.notMatch(exported.body, /sick/, 'nor does HR find it in an export')
  t.match((await as(bo).get('/api/me/export')).body, /sick/)
})
