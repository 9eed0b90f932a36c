import { count } from 'drizzle-orm'
import t, { type Test } from 'tap'
import { auditEntries } from '../../../db/schema/audit.ts'
import { employees } from '../../../db/schema/employees.ts'
import { notices } from '../../../db/schema/notices.ts'
import { quotas } from '../../../db/schema/quotas.ts'
import { NORDIC } from '../rotations/a-company.ts'
import { quotasApp } from './quotas-app.ts'

/** Four hours in four weeks for all; shifts of four hours, two seats, every weekday. The clock: Monday 1 March 2027. */
async function previewApp(t: Test) {
  const app = await quotasApp(t)
  await app.set(app.helge, { scope: 'organisation' })
  await app.db.delete(notices)
  const rotation = await app.as(app.helge).post('/api/rotations', NORDIC)
  if (rotation.statusCode !== 201) throw new Error(rotation.body)
  const preview = (who: { id: string }, quota: object) =>
    app.as(who).post('/api/quotas/preview', { hours: 4, weeks: 4, fromOn: '2027-03-01', ...quota })
  const rows = async () =>
    Promise.all(
      [quotas, notices, auditEntries].map(async (table) => {
        const [row] = await app.db.select({ rows: count() }).from(table)
        return row!.rows
      })
    )
  return { ...app, preview, rows }
}

t.test(
  'a lead sees what a quota of the team would change before setting it, and nothing is written',
  async (t) => {
    const { preview, rows, lars, product } = await previewApp(t)
    const before = await rows()
    const reply = await preview(lars, { scope: 'team', teamId: product.id, hours: 8, toOn: '2027-03-29' })
    t.equal(reply.statusCode, 200, reply.body)
    const effect = reply.json()
    t.match(effect, {
      fromOn: '2027-03-01',
      toOn: '2027-03-29',
      dueMinutesBefore: 6 * 240,
      dueMinutesAfter: 6 * 480,
      more: 6,
      less: 0,
      unchanged: 0,
      warning: null
    })
    t.equal(effect.people.length, 6)
    t.match(effect.people[0], { employee: { name: String }, beforeMinutes: 240, afterMinutes: 480 })
    // Twenty weekdays less Maundy Thursday and Good Friday, two seats each; eight people of four or eight hours.
    t.strictSame(effect.seats, { wanted: 36, fillableBefore: 8, fillableAfter: 14 })
    t.strictSame(await rows(), before)
  }
)

t.test('who gets less is told apart, part-timers pro rata, the greatest change first', async (t) => {
  const { preview, set, db, helge, amara, bo, product } = await previewApp(t)
  await db.update(employees).set({ ftePercent: 50 })
  await set(helge, { scope: 'person', employeeId: amara.id, hours: 8, fromOn: '2027-01-01' })
  await set(helge, { scope: 'person', employeeId: bo.id, hours: 1, fromOn: '2027-01-01' })
  const effect = (await preview(helge, { scope: 'person', employeeId: amara.id, hours: 2 })).json()
  t.match(effect, {
    ...{ fromOn: '2027-03-01', toOn: '2027-05-24', more: 0, less: 1, unchanged: 0 },
    people: [{ employee: { id: amara.id }, beforeMinutes: 720, afterMinutes: 180 }]
  })
  const team = (await preview(helge, { scope: 'team', teamId: product.id, hours: 6 })).json()
  t.match(team, { more: 4, less: 0, unchanged: 2 }, 'own quotas are nearer')
})

t.test('the preview warns as setting would, and is refused as setting would be', async (t) => {
  const { preview, lars, helge, support, bo, hanna } = await previewApp(t)
  t.match((await preview(helge, { scope: 'organisation', hours: 2 })).json(), { warning: 'below-practice' })
  t.match((await preview(helge, { scope: 'organisation', hours: 17 })).json(), { warning: 'above-practice' })
  t.match((await preview(helge, { scope: 'organisation', hours: 4 })).json(), {
    more: 0,
    less: 0,
    unchanged: 8
  })
  t.match((await preview(lars, { scope: 'team', teamId: support.id })).json(), { code: 'QUOTA_NOT_YOURS' })
  t.equal((await preview(bo, { scope: 'person', employeeId: bo.id })).statusCode, 403)
  t.equal((await preview(lars, { scope: 'person', employeeId: hanna.id })).statusCode, 403)
  t.equal((await preview(helge, { scope: 'team' })).statusCode, 422)
})

t.test('what was previewed is what is owed once it is set', async (t) => {
  const { preview, set, as, lars, amara, product } = await previewApp(t)
  const quota = { scope: 'team', teamId: product.id, hours: 7, weeks: 3, fromOn: '2027-04-01' }
  const { fromOn, toOn, people } = (await preview(lars, quota)).json()
  await set(lars, quota)
  const { dueMinutes } = (await as(amara).get(`/api/me/due?fromOn=${fromOn}&toOn=${toOn}`)).json()
  const seen = people.find(({ employee }: { employee: { id: string } }) => employee.id === amara.id)
  t.equal(dueMinutes, seen.afterMinutes)
  t.ok(dueMinutes > seen.beforeMinutes)
})

t.test('whoever will owe more or less is told, with how much, and nobody else', async (t) => {
  const { set, db, lars, helge, product, amara, bo, ada, eva } = await previewApp(t)
  await set(lars, { scope: 'team', teamId: product.id, hours: 8, fromOn: '2027-03-08' })
  const told = await db.select().from(notices)
  t.strictSame(
    told.map(({ employeeId }) => employeeId).sort(),
    [amara, bo, ada, eva, helge].map(({ id }) => id).sort(),
    'not the other team, and not the lead who set it'
  )
  t.match(told[0], {
    kind: 'quota-changed',
    facts: {
      ...{ scope: 'team', minutes: 480, weeks: 4, fromOn: '2027-03-08', by: { name: 'Lars Lead' } },
      ...{ beforeMinutes: 720, afterMinutes: 1440, comparedFromOn: '2027-03-08' }
    }
  })
  await db.delete(notices)
  await set(helge, { scope: 'organisation', hours: 5, fromOn: '2027-03-08' })
  t.equal((await db.select().from(notices)).length, 2, 'those of Support; Product has a nearer quota')
})

t.test('the history of a team says who set what, and when', async (t) => {
  const { set, as, lars, helge, product, amara } = await previewApp(t)
  await set(lars, { scope: 'team', teamId: product.id, hours: 8, fromOn: '2027-03-08' })
  await set(helge, { scope: 'team', teamId: product.id, hours: 6, fromOn: '2027-06-07' })
  await set(lars, { scope: 'person', employeeId: amara.id, hours: 1, fromOn: '2027-06-07' })
  const { items } = (await as(amara).get(`/api/quotas?teamId=${product.id}`)).json()
  t.match(items, [
    {
      hours: 6,
      fromOn: '2027-06-07',
      createdBy: { name: 'Helge HR' },
      createdAt: '2027-03-01T08:00:00.000Z'
    },
    { hours: 8, fromOn: '2027-03-08', createdBy: { name: 'Lars Lead' } }
  ])
  t.match((await as(lars).get(`/api/quotas?employeeId=${amara.id}`)).json().items, [{ hours: 1 }])
})

t.test(
  'a quota is ended on a day, the next specific one counts again, and whose due changes is told',
  async (t) => {
    const { set, as, db, lars, helge, amara, product } = await previewApp(t)
    const { id } = (
      await set(lars, { scope: 'team', teamId: product.id, hours: 8, fromOn: '2027-03-08' })
    ).json()
    await db.delete(notices)
    const end = (toOn: string, who = lars) => as(who).post(`/api/quotas/${id}/end`, { toOn })
    for (const toOn of ['2027-02-28', '2027-03-08']) {
      t.match((await end(toOn)).json(), { status: 422, code: 'QUOTA_NOT_VALID' }, toOn)
    }
    const ended = await end('2027-04-05')
    t.match(ended.json(), {
      id,
      fromOn: '2027-03-08',
      toOn: '2027-04-05',
      hours: 8,
      createdBy: { name: 'Lars Lead' }
    })
    const due = async (query: string) => (await as(amara).get(`/api/me/due?${query}`)).json().dueMinutes
    t.equal(await due('fromOn=2027-03-08&toOn=2027-04-05'), 480)
    t.equal(await due('fromOn=2027-04-05&toOn=2027-05-03'), 240)
    const told = await db.select().from(notices)
    t.equal(told.length, 5, 'Product without the lead')
    t.match(told[0], {
      kind: 'quota-changed',
      facts: { toOn: '2027-04-05', beforeMinutes: 1440, afterMinutes: 720 }
    })
    t.equal((await end('2027-04-05')).statusCode, 422, 'it ends then already')
    t.equal((await end('2027-04-01', helge)).statusCode, 200)
    t.equal((await as(lars).post(`/api/quotas/${amara.id}/end`, { toOn: '2027-04-01' })).statusCode, 404)
  }
)
