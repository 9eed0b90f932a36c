import { eq } from 'drizzle-orm'
import t from 'tap'
import { assignments } from '../../../db/schema/assignments.ts'
import { auditEntries } from '../../../db/schema/audit.ts'
import { employees, grants, teamLeads } from '../../../db/schema/employees.ts'
import { notices } from '../../../db/schema/notices.ts'
import { grantRole } from '../../../src/directory/grant-roles.ts'
import { testApp } from '../../helpers/app.ts'
import { deeds } from '../../helpers/audit.ts'
import { insertEmployee, insertSmallCompany } from '../../helpers/people.ts'
import { insertAssignment, insertRotation, insertShift } from '../../helpers/shifts.ts'

async function company(t: Parameters<typeof testApp>[0]) {
  const app = await testApp(t)
  const people = await insertSmallCompany(app.db)
  const deactivate = (who: { id: string }, whom: { id: string }) =>
    app.as(who).post(`/api/employees/${whom.id}/deactivation`)
  return { ...app, ...people, deactivate }
}

t.test('a deactivated person is out at once, and seats on shifts to come open up', async (t) => {
  const { app, as, tokenOf, db, amara, bo, helge, lars, deactivate } = await company(t)
  const rotation = await insertRotation(db, 'Nordic office hours')
  const running = await insertShift(db, rotation, '2027-03-01T07:00:00Z', '2027-03-01T11:00:00Z')
  const next = await insertShift(db, rotation, '2027-03-01T08:00:00Z', '2027-03-01T12:00:00Z')
  const later = await insertShift(db, rotation, '2027-03-08T08:00:00Z', '2027-03-08T12:00:00Z')
  await insertAssignment(db, running, bo)
  await insertAssignment(db, later, bo)
  await insertAssignment(db, next, amara)
  await insertAssignment(db, later, amara)
  const headers = { authorization: `Bearer ${await tokenOf(amara)}` }

  const reply = await deactivate(helge, amara)
  t.strictSame(reply.json(), {
    employeeId: amara.id,
    deactivatedAt: '2027-03-01T08:00:00.000Z',
    releasedShifts: 2
  })
  t.equal((await app.inject({ url: '/api/me', headers })).statusCode, 401)
  await db.update(employees).set({ deactivatedAt: null }).where(eq(employees.id, amara.id))
  t.equal((await app.inject({ url: '/api/me', headers })).statusCode, 401, 'also after a return')
  const seats = await db.select().from(assignments)
  for (const seat of seats) t.equal(seat.releasedAt !== null, seat.employeeId === amara.id)
  const told = (await as(lars).get('/api/me/notices')).json().items
  t.match(told, [
    {
      kind: 'employee-deactivated',
      facts: {
        employeeId: amara.id,
        name: 'Amara Okafor',
        releasedShifts: [{ startsAt: '2027-03-01T08:00:00.000Z' }, { startsAt: '2027-03-08T08:00:00.000Z' }]
      }
    }
  ])
  t.equal((await db.select().from(notices)).length, 1, 'nobody else is told')
})

t.test('a second deactivation answers alike and changes nothing', async (t) => {
  const { db, amara, helge, deactivate, clock } = await company(t)
  const first = (await deactivate(helge, amara)).json()
  clock.set('2027-03-02T08:00:00Z')
  t.strictSame((await deactivate(helge, amara)).json(), first)
  t.equal((await db.select().from(notices)).length, 1)
  t.equal((await db.select().from(auditEntries)).length, 1)
})

t.test('roles and teams led lapse, and the log keeps which they were', async (t) => {
  const { db, lars, product, ada, deactivate } = await company(t)
  await db.insert(grants).values({ employeeId: lars.id, role: 'hr' })
  await deactivate(ada, lars)
  t.strictSame(await db.select().from(grants).where(eq(grants.employeeId, lars.id)), [])
  t.strictSame(await db.select().from(teamLeads).where(eq(teamLeads.employeeId, lars.id)), [])
  t.match(await db.select().from(auditEntries), [
    { action: 'employee.deactivated', objectId: lars.id, before: { leads: [product.id], grants: ['hr'] } }
  ])
})

t.test('nobody deactivates themselves, the last administrator or somebody who is not there', async (t) => {
  const { db, helge, ada, deactivate } = await company(t)
  t.match((await deactivate(helge, helge)).json(), { status: 409, code: 'YOURSELF_NOT_DEACTIVATED' })
  t.match((await deactivate(helge, ada)).json(), { status: 409, code: 'LAST_ADMIN' })
  const nobody = { id: '0190f3c4-0000-7000-8000-000000000000' }
  t.match((await deactivate(helge, nobody)).json(), { status: 404, code: 'EMPLOYEE_NOT_FOUND' })
  t.match(await db.select().from(employees).where(eq(employees.id, ada.id)), [{ deactivatedAt: null }])
})

t.test('an id in capitals is the same id', async (t) => {
  const { as, ada, helge, amara, product, lars } = await company(t)
  const capitals = ({ id }: { id: string }) => id.toUpperCase()
  t.equal((await as(ada).put(`/api/employees/${capitals(amara)}/grants/hr`)).statusCode, 204)
  t.match((await as(ada).delete(`/api/employees/${capitals(ada)}/grants/admin`)).json(), {
    code: 'LAST_ADMIN'
  })
  const leads = { employeeIds: [capitals(lars), lars.id, capitals(amara)] }
  t.equal((await as(helge).put(`/api/teams/${capitals(product)}/leads`, leads)).statusCode, 204)
  t.equal((await as(lars).patch(`/api/teams/${capitals(product)}`, { supportCap: 3 })).statusCode, 204)
  t.match((await as(helge).post(`/api/employees/${capitals(amara)}/deactivation`)).json(), {
    releasedShifts: 0
  })
  t.match((await as(helge).post(`/api/employees/${capitals(helge)}/deactivation`)).json(), {
    code: 'YOURSELF_NOT_DEACTIVATED'
  })
})

t.test('leads and employees deactivate nobody', async (t) => {
  const { lars, bo, amara, deactivate } = await company(t)
  for (const who of [lars, bo]) t.equal((await deactivate(who, amara)).statusCode, 403)
})

t.test('an administrator gives and takes roles; twice is once', async (t) => {
  const { as, db, ada, amara } = await company(t)
  const url = `/api/employees/${amara.id}/grants/hr`
  for (let time = 0; time < 2; time += 1) t.equal((await as(ada).put(url)).statusCode, 204)
  t.match(await db.select().from(grants).where(eq(grants.employeeId, amara.id)), [
    { role: 'hr', grantedBy: ada.id }
  ])
  t.equal((await as(amara).get('/api/employees?includeDeactivated=true')).statusCode, 200)
  for (let time = 0; time < 2; time += 1) t.equal((await as(ada).delete(url)).statusCode, 204)
  t.equal((await as(amara).get('/api/employees?includeDeactivated=true')).statusCode, 403)
  t.strictSame(
    (await deeds(db)).map(({ action }) => action),
    ['role.given', 'role.taken']
  )
})

t.test('only administrators give roles, only those there are, only to active people', async (t) => {
  const { as, db, ada, helge, lars, bo, amara } = await company(t)
  for (const who of [helge, lars, bo, amara]) {
    t.equal((await as(who).put(`/api/employees/${amara.id}/grants/admin`)).statusCode, 403)
    t.equal((await as(who).delete(`/api/employees/${ada.id}/grants/admin`)).statusCode, 403)
  }
  t.equal((await as(ada).put(`/api/employees/${amara.id}/grants/lead`)).statusCode, 400)
  const missing = '/api/employees/0190f3c4-0000-7000-8000-000000000000/grants/hr'
  t.equal((await as(ada).put(missing)).statusCode, 404)
  t.equal((await as(ada).delete(missing)).statusCode, 404)
  await db.update(employees).set({ deactivatedAt: new Date() }).where(eq(employees.id, bo.id))
  t.match((await as(ada).put(`/api/employees/${bo.id}/grants/hr`)).json(), {
    status: 409,
    code: 'EMPLOYEE_NOT_ACTIVE'
  })
})

t.test('the last administrator stays one, a deactivated one does not count', async (t) => {
  const { as, db, ada, bo } = await company(t)
  const url = `/api/employees/${ada.id}/grants/admin`
  t.match((await as(ada).delete(url)).json(), { status: 409, code: 'LAST_ADMIN' })
  await db.insert(grants).values({ employeeId: bo.id, role: 'admin' })
  await db.update(employees).set({ deactivatedAt: new Date() }).where(eq(employees.id, bo.id))
  t.match((await as(ada).delete(url)).json(), { status: 409, code: 'LAST_ADMIN' })
  await db.update(employees).set({ deactivatedAt: null }).where(eq(employees.id, bo.id))
  t.equal((await as(ada).delete(url)).statusCode, 204)
})

t.test('two administrators who remove each other at once leave one', async (t) => {
  for (let round = 0; round < 5; round += 1) {
    const { as, db, ada, product } = await company(t)
    const asta = await insertEmployee(db, 'Asta Admin', product, { grants: ['admin'] })
    const replies = await Promise.all([
      as(ada).delete(`/api/employees/${asta.id}/grants/admin`),
      as(asta).post(`/api/employees/${ada.id}/deactivation`)
    ])
    t.equal(replies.filter(({ statusCode }) => statusCode < 300).length, 1)
    t.equal((await db.select().from(grants).where(eq(grants.role, 'admin'))).length, 1)
  }
})

t.test('the command line gives the first administrator by e-mail address', async (t) => {
  const { db, clock, amara } = await company(t)
  const system = { db, now: clock.now, actor: null, requestId: null }
  await grantRole(system, 'AMARA.okafor@fjordlys.example', 'admin')
  t.match(await db.select().from(grants).where(eq(grants.employeeId, amara.id)), [
    { role: 'admin', grantedBy: null }
  ])
  t.match(await db.select().from(auditEntries), [{ action: 'role.given', actorId: null }])
  await t.rejects(grantRole(system, 'nobody@fjordlys.example', 'hr'), { code: 'EMPLOYEE_NOT_FOUND' })
})
