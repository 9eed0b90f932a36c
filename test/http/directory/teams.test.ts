import { eq } from 'drizzle-orm'
import t from 'tap'
import { auditEntries } from '../../../db/schema/audit.ts'
import { employees, teamLeads } from '../../../db/schema/employees.ts'
import { teams } from '../../../db/schema/teams.ts'
import { testApp } from '../../helpers/app.ts'
import { deeds } from '../../helpers/audit.ts'
import { insertSmallCompany, insertTeam } from '../../helpers/people.ts'

async function company(t: Parameters<typeof testApp>[0]) {
  const app = await testApp(t)
  return { ...app, ...(await insertSmallCompany(app.db)) }
}

t.test('everybody sees the teams with their leads, cap and active people', async (t) => {
  const { as, bo, amara, lars, sofie, support, product, db } = await company(t)
  await insertTeam(db, 'Empty', 0)
  await db.update(employees).set({ deactivatedAt: new Date() }).where(eq(employees.id, amara.id))
  const reply = await as(bo).get('/api/teams')
  t.strictSame(reply.json(), {
    items: [
      { id: reply.json().items[0].id, name: 'Empty', supportCap: 0, peopleCount: 0, leads: [] },
      {
        id: product.id,
        name: 'Product',
        supportCap: 2,
        peopleCount: 5,
        leads: [{ id: lars.id, name: 'Lars Lead' }]
      },
      {
        id: support.id,
        name: 'Support',
        supportCap: 3,
        peopleCount: 2,
        leads: [{ id: sofie.id, name: 'Sofie Support' }]
      }
    ],
    nextCursor: null
  })
  t.strictSame((await as(bo).get(`/api/teams/${product.id}`)).json(), reply.json().items[1])
  const first = (await as(bo).get('/api/teams?limit=2')).json()
  const second = (await as(bo).get(`/api/teams?limit=2&cursor=${first.nextCursor}`)).json()
  t.strictSame([...first.items, ...second.items], reply.json().items)
  t.match((await as(bo).get('/api/teams/0190f3c4-0000-7000-8000-000000000000')).json(), {
    code: 'TEAM_NOT_FOUND'
  })
})

t.test('HR renames a team and sets its cap; its lead sets the cap only', async (t) => {
  const { as, helge, lars, sofie, bo, product, db } = await company(t)
  const url = `/api/teams/${product.id}`
  t.equal((await as(helge).patch(url, { name: ' Product  and Design ', supportCap: 4 })).statusCode, 204)
  t.equal((await as(lars).patch(url, { supportCap: 0 })).statusCode, 204)
  t.match(await db.select().from(teams).where(eq(teams.id, product.id)), [
    { name: 'Product and Design', supportCap: 0 }
  ])
  t.match((await as(lars).patch(url, { name: 'Mine', supportCap: 9 })).json(), {
    status: 403,
    code: 'TEAM_NOT_YOURS',
    details: { fields: ['name'] }
  })
  t.match((await as(sofie).patch(url, { supportCap: 9 })).json(), { status: 403, code: 'TEAM_NOT_YOURS' })
  t.equal((await as(bo).patch(url, { supportCap: 9 })).statusCode, 403)
  const entries = await deeds(db)
  t.match(entries, [
    {
      action: 'team.changed',
      before: { name: 'Product', supportCap: 2 },
      after: { name: 'Product and Design' }
    },
    { action: 'team.changed', actorId: lars.id, before: { supportCap: 4 }, after: { supportCap: 0 } }
  ])
})

t.test('a team keeps a name and a cap that make sense, and one of its own', async (t) => {
  const { as, helge, product, db } = await company(t)
  const url = `/api/teams/${product.id}`
  t.match((await as(helge).patch(url, { name: 'sUPPORT' })).json(), { status: 409, code: 'TEAM_NAME_TAKEN' })
  for (const body of [
    { name: ' ' },
    { name: 'a\u0000' },
    { supportCap: -1 },
    { supportCap: 1.5 },
    { cap: 1 }
  ]) {
    t.equal((await as(helge).patch(url, body)).statusCode, 400, JSON.stringify(body))
  }
  const missing = '/api/teams/0190f3c4-0000-7000-8000-000000000000'
  t.equal((await as(helge).patch(missing, { supportCap: 1 })).statusCode, 404)
  t.equal((await as(helge).patch(url, { name: 'Product', supportCap: 2 })).statusCode, 204)
  t.strictSame(await deeds(db), [], 'what is so already is no change')
})

t.test('HR names the leads of a team, who can act at once', async (t) => {
  const { as, helge, bo, lars, eva, product, db } = await company(t)
  const url = `/api/teams/${product.id}/leads`
  t.equal((await as(helge).put(url, { employeeIds: [eva.id, bo.id] })).statusCode, 204)
  t.equal((await as(helge).put(url, { employeeIds: [bo.id, eva.id] })).statusCode, 204)
  t.equal((await as(bo).patch(`/api/teams/${product.id}`, { supportCap: 5 })).statusCode, 204)
  t.equal((await as(lars).patch(`/api/teams/${product.id}`, { supportCap: 6 })).statusCode, 403)
  const named = await db.select().from(auditEntries).where(eq(auditEntries.action, 'team.leads-named'))
  t.match(named, [{ before: { leads: [lars.id] }, after: { leads: [bo.id, eva.id].sort() } }])
  t.equal(named.length, 1, 'the same leads again are no change')
})

t.test('a team has one lead at least, and only active people lead', async (t) => {
  const { as, helge, bo, lars, sofie, product, db } = await company(t)
  const url = `/api/teams/${product.id}/leads`
  t.equal((await as(helge).put(url, { employeeIds: [] })).statusCode, 400)
  await db.update(employees).set({ deactivatedAt: new Date() }).where(eq(employees.id, bo.id))
  const nobody = '0190f3c4-0000-7000-8000-000000000000'
  t.match((await as(helge).put(url, { employeeIds: [bo.id, sofie.id, nobody] })).json(), {
    status: 409,
    code: 'EMPLOYEE_NOT_ACTIVE',
    details: { employeeIds: [nobody, bo.id] }
  })
  t.equal((await as(helge).put(`/api/teams/${nobody}/leads`, { employeeIds: [lars.id] })).statusCode, 404)
  t.equal((await as(lars).put(url, { employeeIds: [lars.id] })).statusCode, 403)
  t.match(await db.select().from(teamLeads).where(eq(teamLeads.teamId, product.id)), [
    { employeeId: lars.id }
  ])
})
