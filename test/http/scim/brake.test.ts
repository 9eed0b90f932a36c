import { eq } from 'drizzle-orm'
import t from 'tap'
import { auditEntries } from '../../../db/schema/audit.ts'
import { employees, grants } from '../../../db/schema/employees.ts'
import { notices } from '../../../db/schema/notices.ts'
import { scimLeavers } from '../../../db/schema/scim.ts'
import { fortyPeople } from './forty-people.ts'

t.test(
  'more leavers at once than a tenth lose their access and keep their seats until somebody decides',
  async (t) => {
    const { app, db, tokenOf, extras, end, gone, held, seated, decide, clock, ada, as } = await fortyPeople(t)
    const session = { authorization: `Bearer ${await tokenOf(extras[6]!)}` }
    const asked = async () => (await app.inject({ url: '/api/me', headers: session })).statusCode
    t.equal(await asked(), 200)
    await end(0, 1, 2, 3, 4)
    t.equal((await gone()).length, 5, 'five may always go')
    t.equal(await seated(), 27)

    await end(5, 6, 7)
    t.equal((await gone()).length, 5)
    t.strictSame(await held(), ['Extra 5', 'Extra 6', 'Extra 7'])
    t.equal(await seated(), 27, 'seats stay theirs')
    t.equal(await asked(), 401, 'and nobody of them gets in')
    const alarm = (await db.select().from(notices)).filter(({ kind }) => kind === 'leavers-held')
    t.match(alarm, [{ employeeId: ada.id, facts: { leavers: 6, companySize: 40, minutes: 10 } }])
    t.equal(alarm.length, 1, 'administrators are told once')

    clock.set('2027-03-02T08:00:00Z')
    await end(8)
    t.strictSame((await held()).at(-1), 'Extra 8', 'as long as somebody is held, so is everybody')
    t.equal((await as(ada).get('/settings/provisioning')).statusCode, 200)

    t.match((await decide('confirmation', 5)).json(), { decided: 1 })
    t.equal((await gone()).length, 6)
    t.equal(await seated(), 26)
    t.match((await decide('release', 6, 7, 8)).json(), { decided: 3 })
    t.strictSame(await held(), [])
    const again = { authorization: `Bearer ${await tokenOf(extras[6]!)}` }
    t.equal((await app.inject({ url: '/api/me', headers: again })).statusCode, 200)
    t.equal(await seated(), 26, 'who has not left has lost nothing')
    t.match((await decide('release', 6)).json(), { code: 'NOBODY_HELD', status: 409 })

    await end(9)
    t.equal((await gone()).length, 7, 'once all is decided, a leaver leaves again')
    const actions = (await db.select().from(auditEntries)).map(
      ({ action, actorId }) => `${action} ${actorId ?? ''}`
    )
    t.equal(actions.filter((action) => action.startsWith('employee.suspended')).length, 4)
    t.equal(actions.filter((action) => action === `employee.restored ${ada.id}`).length, 3)
    t.equal(actions.filter((action) => action === `employee.deactivated ${ada.id}`).length, 1)
  }
)

t.test('the provider may take back what it has said of somebody who is held', async (t) => {
  const { idp, db, extras, end, held, seated } = await fortyPeople(t)
  await end(0, 1, 2, 3, 4, 5)
  t.strictSame(await held(), ['Extra 5'])
  await idp.patch(`/Users/${extras[5]!.id}`, [{ op: 'Replace', path: 'active', value: true }])
  t.strictSame(await held(), [])
  t.equal(await seated(), 27)
  t.match(await db.select().from(employees).where(eq(employees.id, extras[5]!.id)), [
    { suspendedAt: null, deactivatedAt: null }
  ])
  const decided = (await db.select().from(scimLeavers)).filter(({ heldAt }) => heldAt !== null)
  t.match(decided, [{ decision: 'taken_back', decidedBy: null }])
})

t.test('leavers one by one over a day are no alarm, whatever their number', async (t) => {
  const { end, gone, held, clock } = await fortyPeople(t)
  for (let index = 0; index < 12; index += 1) {
    clock.set(`2027-03-01T${String(8 + index).padStart(2, '0')}:00:00Z`)
    await end(index)
  }
  t.equal((await gone()).length, 12)
  t.strictSame(await held(), [])
})

t.test('leavers of ten minutes are counted together, and those before them are not', async (t) => {
  const { end, gone, held, clock } = await fortyPeople(t)
  await end(0, 1, 2, 3, 4)
  clock.set('2027-03-01T08:10:01Z')
  await end(5)
  t.strictSame(await held(), [], 'the first five are more than ten minutes ago')
  clock.set('2027-03-01T08:19:59Z')
  await end(6, 7, 8, 9)
  t.equal((await gone()).length, 10)
  await end(10)
  t.strictSame(await held(), ['Extra 10'], 'the sixth within ten minutes')
})

t.test('the brake counts leavers at once as it does one after the other', async (t) => {
  const { idp, extras, gone, held } = await fortyPeople(t)
  const off = [{ op: 'replace', value: { active: false } }]
  await Promise.all(extras.slice(0, 12).map(({ id }) => idp.patch(`/Users/${id}`, off)))
  t.equal((await gone()).length, 5)
  t.equal((await held()).length, 7)
})

t.test('of administrators one can always get in, held or not', async (t) => {
  const { idp, db, extras, end, ada } = await fortyPeople(t)
  await db.insert(grants).values({ employeeId: extras[6]!.id, role: 'admin' })
  await end(0, 1, 2, 3, 4, 5, 6)
  t.match((await idp.patch(`/Users/${ada.id}`, [{ op: 'replace', path: 'active', value: false }])).json(), {
    status: '409'
  })
})
