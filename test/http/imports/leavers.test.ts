import { eq, isNull } from 'drizzle-orm'
import t from 'tap'
import { assignments } from '../../../db/schema/assignments.ts'
import { employees, grants } from '../../../db/schema/employees.ts'
import { notices } from '../../../db/schema/notices.ts'
import { insertEmployee } from '../../helpers/people.ts'
import { insertAssignment, insertRotation, insertShift } from '../../helpers/shifts.ts'
import { importApp, line } from './import-app.ts'

const NAMES = ['Hanna Host', 'Lars Lead', 'Sofie Support', 'Amara Okafor', 'Bo Berg', 'Helge HR', 'Ada Admin']
const SUPPORT = ['Hanna Host', 'Sofie Support']

/** The small company plus a dozen, so that one person is less than 10%; `whole` lists them all. */
async function nineteenPeople(t: Parameters<typeof importApp>[0]) {
  const app = await importApp(t)
  const names = [...NAMES, 'Eva Executive', ...Array.from({ length: 12 }, (_, index) => `Extra ${index}`)]
  for (const name of names.slice(8)) {
    const email = `${name.toLowerCase().replaceAll(' ', '.')}@fjordlys.example`
    await insertEmployee(app.db, name, app.product, { email })
  }
  const without = (...missing: string[]) =>
    app.file(
      ...names
        .filter((name) => !missing.includes(name))
        .map((name) => line(name, SUPPORT.includes(name) ? 'Support' : 'Product'))
    )
  const active = async () =>
    (await app.db.select().from(employees).where(isNull(employees.deactivatedAt))).map(({ name }) => name)
  return { ...app, without, active }
}

t.test('people who are not in the file stay, unless the import is told otherwise', async (t) => {
  const { send, helge, without, active } = await nineteenPeople(t)
  t.match((await send(helge, without('Bo Berg'))).json(), { unchanged: 19, deactivated: 0 })
  t.equal((await active()).length, 20)
})

t.test(
  'a leaver by absence ends as one by the route: seats open up, sessions end, leads are told',
  async (t) => {
    const { send, as, app, tokenOf, helge, bo, lars, db, without, active } = await nineteenPeople(t)
    const rotation = await insertRotation(db, 'Nordic office hours')
    const past = await insertShift(db, rotation, '2027-02-22T08:00:00Z', '2027-02-22T12:00:00Z')
    const running = await insertShift(db, rotation, '2027-03-01T07:00:00Z', '2027-03-01T11:00:00Z')
    const future = await insertShift(db, rotation, '2027-03-08T08:00:00Z', '2027-03-08T12:00:00Z')
    for (const shift of [past, running, future]) await insertAssignment(db, shift, bo)
    const headers = { authorization: `Bearer ${await tokenOf(bo)}` }
    t.equal((await app.inject({ url: '/api/me', headers })).statusCode, 200)

    const reply = await send(helge, without('Bo Berg'), '?deactivateMissing=true')
    t.match(reply.json(), { deactivated: 1, deactivatedPeople: [{ name: 'Bo Berg', email: bo.email }] })
    t.notOk((await active()).includes('Bo Berg'))
    t.equal((await app.inject({ url: '/api/me', headers })).statusCode, 401)
    const seats = await db.select().from(assignments).orderBy(assignments.startsAt)
    t.match(seats, [
      { releasedAt: null },
      { releasedAt: null },
      { releasedAt: new Date('2027-03-01T08:00:00Z') }
    ])
    const told = (await as(lars).get('/api/me/notices')).json().items
    t.match(told, [
      { kind: 'employee-deactivated', facts: { name: 'Bo Berg', releasedShifts: [{ shiftId: future.id }] } }
    ])
  }
)

t.test('more than 10% are never deactivated without force', async (t) => {
  const { send, helge, without, active } = await nineteenPeople(t)
  const three = without('Extra 1', 'Extra 2', 'Extra 3')
  const refused = await send(helge, three, '?deactivateMissing=true')
  t.match(refused.json(), {
    status: 409,
    code: 'IMPORT_DEACTIVATES_TOO_MANY',
    details: { wouldDeactivate: 3, active: 20 }
  })
  t.equal((await active()).length, 20)
  const two = without('Extra 1', 'Extra 2')
  t.match(
    (await send(helge, two, '?deactivateMissing=true&dryRun=true')).json(),
    { deactivated: 2 },
    'exactly 10%'
  )
  t.match((await send(helge, three, '?deactivateMissing=true&force=true')).json(), { deactivated: 3 })
  t.equal((await active()).length, 17)
})

t.test('nobody deactivates themselves or the last administrator by leaving them out', async (t) => {
  const { send, helge, ada, without, active } = await nineteenPeople(t)
  for (const dryRun of ['', '&dryRun=true']) {
    const query = `?deactivateMissing=true${dryRun}`
    t.match((await send(helge, without('Helge HR'), query)).json(), { code: 'YOURSELF_NOT_DEACTIVATED' })
    t.match((await send(helge, without('Ada Admin'), query)).json(), { code: 'LAST_ADMIN' })
    t.match((await send(ada, without('Ada Admin'), query)).json(), { code: 'YOURSELF_NOT_DEACTIVATED' })
  }
  t.equal((await active()).length, 20)
})

t.test('a deactivated person who is in the file again is back, without the roles from before', async (t) => {
  const { send, helge, ada, bo, db, without, active } = await nineteenPeople(t)
  await db.insert(grants).values({ employeeId: bo.id, role: 'hr' })
  await send(ada, without('Bo Berg'), '?deactivateMissing=true')
  const back = await send(helge, without())
  t.match(back.json(), {
    reactivated: 1,
    changed: 0,
    added: 0,
    unchanged: 19,
    reactivatedPeople: [{ name: 'Bo Berg' }]
  })
  t.ok((await active()).includes('Bo Berg'))
  t.strictSame(await db.select().from(grants).where(eq(grants.employeeId, bo.id)), [])
})

t.test('a deactivated person whom the file lists as gone stays gone', async (t) => {
  const { send, helge, bo, db, file, active } = await nineteenPeople(t)
  await db
    .update(employees)
    .set({ deactivatedAt: new Date('2027-02-01T00:00:00Z'), leavesOn: '2027-01-31' })
    .where(eq(employees.id, bo.id))
  t.match((await send(helge, file(line('Bo Berg')))).json(), { reactivated: 0, unchanged: 1 })
  t.notOk((await active()).includes('Bo Berg'))
})

t.test('leads are told once each, and not when they leave themselves', async (t) => {
  const { send, helge, lars, db, without } = await nineteenPeople(t)
  await send(helge, without('Lars Lead', 'Bo Berg', 'Hanna Host'), '?deactivateMissing=true&force=true')
  const told = await db.select().from(notices)
  t.strictSame(
    told.map(({ facts }) => facts.name),
    ['Hanna Host'],
    'Product has no lead left to tell'
  )
  t.notOk(told.some(({ employeeId }) => employeeId === lars.id))
})
