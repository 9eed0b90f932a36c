import { eq } from 'drizzle-orm'
import t from 'tap'
import { auditEntries } from '../../../db/schema/audit.ts'
import { employees } from '../../../db/schema/employees.ts'
import { slackLinks } from '../../../db/schema/slack-links.ts'
import { testApp } from '../../helpers/app.ts'
import { insertSmallCompany } from '../../helpers/people.ts'
import { type SlackHouse, slackHouse } from './slack-cast.ts'

const PEOPLE = '/api/slack/people'
const stateOf = async ({ as, ada }: SlackHouse, { id }: { id: string }) =>
  (await as(ada).get(PEOPLE)).json().items.find((one: { employeeId: string }) => one.employeeId === id)

t.test('people are found by their address, once; administrators see who is not there', async (t) => {
  const house = await slackHouse(t)
  const { as, ada, helge, amara, bo, hanna, user, slack, link, db } = house
  slack.workspace.users.delete(user(bo).id)
  user(hanna).deleted = true
  t.match(await stateOf(house, amara), { state: 'waiting', slackUserId: null, lookedAt: null })
  await link()
  t.match(await stateOf(house, amara), { state: 'linked', slackUserId: user(amara).id, lookedAt: String })
  const missing = (await as(ada).get(`${PEOPLE}?state=not_found`)).json().items
  t.strictSame(
    missing.map(({ name }: { name: string }) => name),
    ['Bo Berg', 'Hanna Host'],
    'nobody has that address, or they left Slack'
  )
  const first = (await as(ada).get(`${PEOPLE}?limit=3`)).json()
  const second = (await as(ada).get(`${PEOPLE}?limit=3&cursor=${first.nextCursor}`)).json()
  t.strictSame(
    [...first.items, ...second.items].map(({ name }: { name: string }) => name.split(' ')[0]),
    ['Ada', 'Amara', 'Bo', 'Eva', 'Hanna', 'Helge']
  )
  t.equal((await as(helge).get(PEOPLE)).statusCode, 403)
  const asked = slack.called('users.lookupByEmail').length
  await link()
  t.equal(slack.called('users.lookupByEmail').length, asked, 'nobody is asked for twice')
  const audit = await db.select().from(auditEntries).where(eq(auditEntries.action, 'slack-link.made'))
  t.equal(audit.length, 6)
})

t.test('who joins Slack later is found within the hour', async (t) => {
  const house = await slackHouse(t)
  const { bo, user, slack, link, later } = house
  slack.workspace.users.delete(user(bo).id)
  await link()
  slack.workspace.users.set(user(bo).id, user(bo))
  later(30)
  await link()
  t.match(await stateOf(house, bo), { state: 'not_found' })
  later(31)
  await link()
  t.match(await stateOf(house, bo), { state: 'linked' })
})

t.test('a new address ends the link at once, and the next run makes another', async (t) => {
  const house = await slackHouse(t)
  const { as, ada, amara, app, user, slack, link, tell, deliver, inbox, db } = house
  await link()
  const changed = await as(ada).patch(`/api/employees/${amara.id}`, { email: 'amara.new@fjordlys.example' })
  t.equal(changed.statusCode, 204)
  t.match(await stateOf(house, amara), { state: 'waiting', slackUserId: null })
  await tell(amara, 'swap-withdrawn')
  await deliver()
  t.strictSame(inbox(amara), [])
  const { request } = slack.command(user(amara), 'me')
  t.match((await app.inject(request)).json().text, 'nobody here has your address')

  const other = slack.workspace.addUser('amara.new@fjordlys.example')
  await link()
  t.match(await stateOf(house, amara), { state: 'linked', slackUserId: other.id })
  const audit = await db.select().from(auditEntries).where(eq(auditEntries.objectId, amara.id))
  t.match(audit.filter(({ action }) => action === 'slack-link.made').at(-1), {
    before: { slackUserId: user(amara).id },
    after: { slackUserId: other.id }
  })
})

t.test('an address that goes from one person to another takes the user of Slack along', async (t) => {
  const house = await slackHouse(t)
  const { amara, bo, user, link, db } = house
  await link()
  await db.update(employees).set({ email: 'old@fjordlys.example' }).where(eq(employees.id, amara.id))
  await db.update(employees).set({ email: amara.email }).where(eq(employees.id, bo.id))
  await link()
  t.match(await stateOf(house, bo), { state: 'linked', slackUserId: user(amara).id })
  t.match(await stateOf(house, amara), { state: 'not_found', slackUserId: null })
})

t.test('the link dies with the account, and does not come back with it', async (t) => {
  const house = await slackHouse(t)
  const { as, ada, bo, user, app, slack, link, tell, deliver, inbox, db } = house
  await link()
  await tell(bo, 'swap-withdrawn')
  t.equal((await as(ada).post(`/api/employees/${bo.id}/deactivation`)).statusCode, 200)
  await deliver()
  t.strictSame(inbox(bo), [])
  t.match(
    (await app.inject(slack.command(user(bo), 'me').request)).json().text,
    'nobody here has your address'
  )
  t.strictSame(await db.select().from(slackLinks).where(eq(slackLinks.employeeId, bo.id)), [])
  await db.update(employees).set({ deactivatedAt: null }).where(eq(employees.id, bo.id))
  t.match(await stateOf(house, bo), { state: 'waiting' })
})

t.test('when Slack asks to wait the rest is looked up later; when it is down the job says so', async (t) => {
  const house = await slackHouse(t)
  const { slack, link, as, ada } = house
  let asked = 0
  slack.goWrong(() => (asked++ < 3 ? null : { retryAfter: 30 }))
  await link()
  t.equal((await as(ada).get(`${PEOPLE}?state=linked`)).json().items.length, 3)
  slack.goWrong(() => ({ status: 503 }))
  await t.rejects(link(), /Slack answered 503/)
  slack.goWrong(() => null)
  await link()
  t.equal((await as(ada).get(`${PEOPLE}?state=linked`)).json().items.length, 8)
})

t.test('without Slack there is nothing: no route, no link, no message', async (t) => {
  const { db, app, as } = await testApp(t)
  const { ada, amara } = await insertSmallCompany(db)
  t.match((await as(ada).get(PEOPLE)).json(), { status: 404, code: 'SLACK_NOT_SET_UP' })
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  for (const url of ['/slack/commands', '/slack/interactions']) {
    const reply = await app.inject({ method: 'POST', url, headers: form, payload: 'text=me' })
    t.match(reply.json(), { status: 404, code: 'NOT_FOUND' })
  }
  const { slack } = (await as(amara).get('/api/me/notice-preferences')).json()
  t.strictSame(slack, { isSetUp: false, isLinked: false })
})
