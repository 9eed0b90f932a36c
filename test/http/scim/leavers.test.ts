import { and, eq } from 'drizzle-orm'
import t from 'tap'
import { auditEntries } from '../../../db/schema/audit.ts'
import { employees } from '../../../db/schema/employees.ts'
import { endEmployments } from '../../../src/directory/end-employments.ts'
import { slackActor } from '../../../src/sign-in/slack-actor.ts'
import { HEADER, line } from '../imports/import-app.ts'
import { ALL_OPEN, ALL_SHUT, amaraWithEverything, type Everything } from './leaver-cast.ts'
import { aPerson, ENTERPRISE } from './scim-cast.ts'

const NAMES = [
  'Hanna Host',
  'Lars Lead',
  'Sofie Support',
  'Bo Berg',
  'Helge HR',
  'Ada Admin',
  'Eva Executive'
]

/** Every way in which somebody can be said to have left. */
const WAYS: Record<string, (house: Everything) => Promise<unknown>> = {
  'the provider sets active to false': ({ idp, amara }) =>
    idp.patch(`/Users/${amara.id}`, [{ op: 'Replace', path: 'active', value: 'False' }]),
  'the provider deletes them': ({ idp, amara }) => idp.delete(`/Users/${amara.id}`),
  'HR says so': ({ as, helge, amara }) => as(helge).post(`/api/employees/${amara.id}/deactivation`),
  'a file does not have them': ({ as, helge }) => {
    const lines = NAMES.map((name) => line(name, /Host|Support/.test(name) ? 'Support' : 'Product'))
    const options = { payload: [HEADER, ...lines].join('\n'), headers: { 'content-type': 'text/csv' } }
    return as(helge).send('POST', '/api/imports?deactivateMissing=true&force=true', options)
  },
  'their last day is over': async ({ db, amara, clock }) => {
    await db.update(employees).set({ leavesOn: '2027-02-28' }).where(eq(employees.id, amara.id))
    await endEmployments({ db, now: clock.now, actor: null, requestId: null })
  }
}

for (const [way, leave] of Object.entries(WAYS)) {
  t.test(`${way}: every way in is shut on both replicas at once, and everything else follows`, async (t) => {
    const house = await amaraWithEverything(t)
    const { amara, lars, hanna, past, waysIn, tryLink, standing, clock } = house
    t.strictSame(await waysIn(), ALL_OPEN)
    await leave(house)
    t.strictSame(await waysIn(), ALL_SHUT)
    t.equal(await tryLink(), 401)
    t.match(await standing(), {
      deactivatedAt: clock.now(),
      suspendedAt: null,
      swapCause: 'deactivated',
      slackLinks: 0,
      seats: [past.id],
      told: [`employee-deactivated ${lars.id}`, `guest-left ${hanna.id}`]
    })
    await house.db.update(employees).set({ deactivatedAt: null }).where(eq(employees.id, amara.id))
    t.strictSame(await waysIn(), ALL_SHUT, 'a return brings no old secret back')
  })
}

t.test(
  'who is held finds every way in shut on both replicas, and each as it was after the release',
  async (t) => {
    const { db, amara, clock, waysIn, tryLink, standing, past, coming } = await amaraWithEverything(t)
    const suspend = (suspendedAt: Date | null) =>
      db.update(employees).set({ suspendedAt }).where(eq(employees.id, amara.id))
    await suspend(clock.now())
    t.strictSame(await waysIn(), ALL_SHUT)
    t.equal(await tryLink(), 401)
    const ctx = { db, now: clock.now, actor: null, requestId: null }
    t.equal(await slackActor(ctx, 'U0AMARA'), null, 'in Slack they are nobody')
    t.match(await standing(), { deactivatedAt: null, slackLinks: 1, seats: [past.id, coming.id], told: [] })

    await suspend(null)
    t.strictSame(await waysIn(), ALL_OPEN)
    t.match(await slackActor(ctx, 'U0AMARA'), { employeeId: amara.id })
  }
)

t.test(
  'who comes back is the same person, with their history and without what they had given up',
  async (t) => {
    const house = await amaraWithEverything(t)
    const { idp, amara, db, past, standing } = house
    t.equal((await idp.delete(`/Users/${amara.id}`)).statusCode, 204)
    t.equal((await idp.get(`/Users/${amara.id}`)).statusCode, 404, 'there is no such resource any more')
    const find = `/Users?filter=${encodeURIComponent(`userName eq "${amara.email}"`)}`
    t.match((await idp.get(find)).json(), { totalResults: 0 })
    t.equal((await idp.delete(`/Users/${amara.id}`)).statusCode, 404)

    const back = await idp.post('/Users', aPerson(amara.email, { displayName: 'Amara Okafor-Berg' }))
    t.equal(back.statusCode, 201, back.body)
    t.match(back.json(), { id: amara.id, active: true, displayName: 'Amara Okafor-Berg' })
    t.match(await standing(), { deactivatedAt: null, seats: [past.id] })
    const entries = await db
      .select()
      .from(auditEntries)
      .where(and(eq(auditEntries.objectId, amara.id), eq(auditEntries.action, 'employee.reactivated')))
    t.equal(entries.length, 1)
  }
)

t.test('a last day that is over goes with a return, or the job would end it again', async (t) => {
  const { idp, amara, db, clock } = await amaraWithEverything(t)
  await WAYS['their last day is over']!({ db, amara, clock } as Everything)
  await idp.patch(`/Users/${amara.id}`, [{ op: 'replace', value: { active: true } }])
  await endEmployments({ db, now: clock.now, actor: null, requestId: null })
  t.match(await db.select().from(employees).where(eq(employees.id, amara.id)), [
    { deactivatedAt: null, leavesOn: null }
  ])
})

t.test('the last administrator cannot be ended from outside', async (t) => {
  const { idp, ada, db } = await amaraWithEverything(t)
  const off = [{ op: 'replace', path: 'active', value: false }]
  t.match((await idp.patch(`/Users/${ada.id}`, off)).json(), { status: '409' })
  t.equal((await idp.delete(`/Users/${ada.id}`)).statusCode, 409)
  t.match(await db.select().from(employees).where(eq(employees.id, ada.id)), [{ deactivatedAt: null }])
})

t.test('nothing of a request that ends somebody is done when a part of it cannot be', async (t) => {
  const { idp, amara, waysIn } = await amaraWithEverything(t)
  const reply = await idp.patch(`/Users/${amara.id}`, [
    { op: 'replace', path: 'active', value: false },
    { op: 'add', path: `${ENTERPRISE}:manager`, value: amara.id }
  ])
  t.equal(reply.statusCode, 400)
  t.strictSame(await waysIn(), ALL_OPEN)
})
