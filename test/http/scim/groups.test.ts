import { eq } from 'drizzle-orm'
import t, { type Test } from 'tap'
import { auditEntries } from '../../../db/schema/audit.ts'
import { employees, grants, teamLeads } from '../../../db/schema/employees.ts'
import { scimGroups } from '../../../db/schema/scim-groups.ts'
import { ENTERPRISE, GROUP, provisionedCompany } from './scim-cast.ts'

async function withGroup(t: Test) {
  const house = await provisionedCompany(t)
  const { idp, as, ada, db, amara } = house
  const { id } = (await idp.post('/Groups', { schemas: [GROUP], displayName: 'A group' })).json()
  const change = (op: string, ...people: { id: string }[]) =>
    idp.patch(`/Groups/${id}`, [{ op, path: 'members', value: people.map(({ id: value }) => ({ value })) }])
  const means = (meaning: object) => as(ada).put(`/api/provisioning/groups/${id}/meaning`, meaning)
  const amaraNow = async () => {
    const [person] = await db.select().from(employees).where(eq(employees.id, amara.id))
    const granted = await db.select().from(grants).where(eq(grants.employeeId, amara.id))
    const led = await db.select().from(teamLeads).where(eq(teamLeads.employeeId, amara.id))
    return {
      teamId: person!.teamId,
      isHost: person!.isHost,
      grants: granted.map(({ role }) => role),
      leads: led.map(({ teamId }) => teamId)
    }
  }
  return { ...house, groupId: id as string, change, means, amaraNow }
}

t.test(
  'a group means nothing until an administrator says what, and then for those who are in it already',
  async (t) => {
    const { change, means, amaraNow, amara, product, support, db } = await withGroup(t)
    await change('Add', amara)
    t.match(await amaraNow(), { teamId: product.id, isHost: false, grants: [], leads: [] })
    t.equal((await means({ teamId: support.id, role: 'host' })).statusCode, 204)
    t.match(await amaraNow(), { teamId: support.id, isHost: true })
    t.equal((await means({ teamId: null, role: 'hr' })).statusCode, 204)
    t.match(await amaraNow(), { isHost: false, grants: ['hr'] })
    const actions = (await db.select().from(auditEntries)).map(({ action }) => action)
    for (const action of ['provisioned-group.given-meaning', 'employee.changed', 'role.given']) {
      t.ok(actions.includes(action), action)
    }
  }
)

t.test('who comes gets the role, who goes loses it, and the others keep theirs', async (t) => {
  const { change, means, amaraNow, amara, bo, product, db } = await withGroup(t)
  await means({ teamId: product.id, role: 'lead' })
  await change('Add', amara, bo)
  t.match(await amaraNow(), { leads: [product.id], teamId: product.id })
  await change('Remove', amara)
  t.match(await amaraNow(), { leads: [] })
  t.match(await db.select().from(teamLeads).where(eq(teamLeads.employeeId, bo.id)), [{ teamId: product.id }])
})

t.test('a role that somebody was given by hand is not taken by a group', async (t) => {
  const { change, means, amaraNow, amara, as, ada } = await withGroup(t)
  await as(ada).put(`/api/employees/${amara.id}/grants/hr`)
  await means({ teamId: null, role: 'hr' })
  await change('Add', amara)
  await change('Remove', amara)
  t.match(await amaraNow(), { grants: ['hr'] })
})

t.test('no group makes an administrator, or takes one away, in whatever way it is asked for', async (t) => {
  const { change, means, amaraNow, amara, ada, db, groupId, idp } = await withGroup(t)
  t.equal((await means({ teamId: null, role: 'admin' })).statusCode, 400)
  await t.rejects(
    db
      .update(scimGroups)
      .set({ role: 'admin' as 'hr' })
      .where(eq(scimGroups.id, groupId))
  )
  await means({ teamId: null, role: 'hr' })
  await change('Add', amara, ada)
  await idp.patch(`/Groups/${groupId}`, [{ op: 'replace', path: 'displayName', value: 'admin' }])
  await idp.patch(`/Users/${amara.id}`, [{ op: 'add', path: 'roles', value: [{ value: 'admin' }] }])
  t.match(await amaraNow(), { grants: ['hr'] })
  await change('Remove', amara, ada)
  t.equal((await idp.delete(`/Groups/${groupId}`)).statusCode, 204)
  const admins = await db.select().from(grants).where(eq(grants.role, 'admin'))
  t.strictSame(
    admins.map(({ employeeId }) => employeeId),
    [ada.id]
  )
  t.match(await amaraNow(), { grants: [] })
})

t.test(
  'the team of a group goes before the department, which holds again when the group is left',
  async (t) => {
    const { change, means, amaraNow, amara, support, product, idp } = await withGroup(t)
    await means({ teamId: support.id, role: null })
    await change('Add', amara)
    const department = { op: 'Replace', path: `${ENTERPRISE}:department`, value: 'product' }
    await idp.patch(`/Users/${amara.id}`, [department])
    t.match(await amaraNow(), { teamId: support.id })
    await change('Remove', amara)
    t.match(await amaraNow(), { teamId: product.id })
  }
)

t.test('who leaves loses what a group gave, and has it again on their return', async (t) => {
  const { change, means, amaraNow, amara, idp } = await withGroup(t)
  await means({ teamId: null, role: 'hr' })
  await change('Add', amara)
  await idp.patch(`/Users/${amara.id}`, [{ op: 'replace', value: { active: false } }])
  t.match(await amaraNow(), { grants: [] })
  await idp.patch(`/Users/${amara.id}`, [{ op: 'replace', value: { active: true } }])
  t.match(await amaraNow(), { grants: ['hr'] })
  t.match((await idp.get(`/Users/${amara.id}`)).json().groups, [{ display: 'A group' }])
})
