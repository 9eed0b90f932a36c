import { eq } from 'drizzle-orm'
import t, { type Test } from 'tap'
import { auditEntries } from '../../../db/schema/audit.ts'
import { grants } from '../../../db/schema/employees.ts'
import { sessions } from '../../../db/schema/sessions.ts'
import { isStillSignedIn } from '../../../src/sign-in/own-sessions.ts'
import { openSession } from '../../../src/sign-in/sessions.ts'
import type { Role } from '../../../src/words.ts'
import { testApp, testAppOn } from '../../helpers/app.ts'
import { insertSmallCompany } from '../../helpers/people.ts'

const HERE = { 'sec-fetch-site': 'same-origin' }

/** Two replicas on one database, and people who are signed in on browsers. */
async function replicas(t: Test) {
  const house = await testApp(t)
  const { db, clock, app } = house
  const other = await testAppOn(t, db, { signingKey: app.signingKey })
  const people = await insertSmallCompany(db)
  const visitor = { db, now: clock.now, actor: null, requestId: null }

  async function browserOf({ id }: { id: string }, userAgent = 'Firefox') {
    const session = await db.transaction((tx) =>
      openSession(app, tx, visitor, id, { openedBy: 'link', userAgent })
    )
    const cookies = { lyttepost_session: session.sessionToken }
    const bearer = { authorization: `Bearer ${session.accessToken}` }
    const send = (method: 'GET' | 'POST' | 'DELETE', url: string) =>
      app.inject({ method, url, cookies, headers: HERE })
    /** Whether cookie and token are taken, on the replica that nothing was asked of. */
    const isIn = async () => {
      const replies = [
        await other.app.inject({ url: '/api/me', cookies }),
        await other.app.inject({ url: '/api/me', headers: bearer })
      ]
      return replies.map(({ statusCode }) => statusCode === 200)
    }
    return { id: session.sessionId, send, isIn, cookies, bearer }
  }
  return { ...house, ...people, other, browserOf }
}

t.test('whatever ends a session ends it on the other replica with the next request', async (t) => {
  const { as, browserOf, amara, bo, ada, helge, db } = await replicas(t)
  const ends: Record<
    string,
    (browser: Awaited<ReturnType<typeof browserOf>>) => Promise<{ statusCode: number }>
  > = {
    'signing out': (browser) => browser.send('POST', '/sign-out'),
    'signing out by the API': (browser) => browser.send('DELETE', '/api/sessions/current'),
    'ending it from another browser': async ({ id }) =>
      (await browserOf(amara)).send('DELETE', `/api/me/sessions/${id}`),
    'ending all others': async () => (await browserOf(amara)).send('DELETE', '/api/me/sessions'),
    'an administrator': () => as(ada).delete(`/api/employees/${amara.id}/sessions`)
  }
  for (const [how, end] of Object.entries(ends)) {
    const browser = await browserOf(amara)
    t.strictSame(await browser.isIn(), [true, true], how)
    t.ok((await end(browser)).statusCode < 400, how)
    t.strictSame(await browser.isIn(), [false, false], how)
  }
  const [hers, his] = [await browserOf(amara), await browserOf(bo)]
  t.equal((await as(helge).post(`/api/employees/${amara.id}/deactivation`)).statusCode, 200)
  t.strictSame(await hers.isIn(), [false, false], 'deactivation')
  t.strictSame(await his.isIn(), [true, true], 'and nobody else')
  const written = await db.select().from(auditEntries).where(eq(auditEntries.action, 'session.ended'))
  t.ok(
    written.some(({ actorId }) => actorId === ada.id),
    'it is written down who ended it'
  )
})

t.test('a role that is taken away is gone with the next request, on the other replica too', async (t) => {
  const { browserOf, other, as, helge, ada, db } = await replicas(t)
  const { cookies } = await browserOf(helge)
  const roles = async () => (await other.app.inject({ url: '/api/me', cookies })).json().roles
  t.strictSame(await roles(), ['employee', 'hr'])
  t.equal((await as(ada).delete(`/api/employees/${helge.id}/grants/hr`)).statusCode, 204)
  t.strictSame(await roles(), ['employee'])
  await db.insert(grants).values({ employeeId: helge.id, role: 'admin' })
  t.strictSame(await roles(), ['employee', 'admin'])
})

t.test('I see where I am signed in and end what I choose; what is not mine does not exist', async (t) => {
  const { browserOf, amara, bo, clock, db } = await replicas(t)
  const laptop = await browserOf(amara, 'Firefox on the laptop')
  const phone = await browserOf(amara, 'Chrome on the phone')
  const his = await browserOf(bo)
  const list = async () => (await laptop.send('GET', '/api/me/sessions')).json().items
  const both = [
    { id: phone.id, userAgent: 'Chrome on the phone', isCurrent: false, openedBy: 'link' },
    { id: laptop.id, userAgent: 'Firefox on the laptop', isCurrent: true }
  ]
  t.match(
    (await list()).toSorted((a: { userAgent: string }, b: { userAgent: string }) =>
      a.userAgent < b.userAgent ? -1 : 1
    ),
    both
  )
  t.notMatch(JSON.stringify(await list()), /token|providerSid/i)
  t.equal((await laptop.send('DELETE', `/api/me/sessions/${his.id}`)).statusCode, 404)
  t.strictSame(await his.isIn(), [true, true])
  t.equal((await laptop.send('DELETE', `/api/me/sessions/${phone.id}`)).statusCode, 204)
  t.equal((await laptop.send('DELETE', `/api/me/sessions/${phone.id}`)).statusCode, 404, 'it is over')
  t.strictSame(
    (await list()).map(({ id }: { id: string }) => id),
    [laptop.id]
  )

  clock.set('2027-03-01T09:30:00Z')
  await laptop.send('GET', '/api/me')
  const seen = async () =>
    (await db.select().from(sessions).where(eq(sessions.id, laptop.id)))[0]!.lastSeenAt?.toISOString()
  t.equal(await seen(), '2027-03-01T09:30:00.000Z')
  clock.set('2027-03-01T10:00:00Z')
  await laptop.send('GET', '/api/me')
  t.equal(await seen(), '2027-03-01T09:30:00.000Z', 'noted once an hour')
})

t.test('a page that is open hears nothing more once its session is over', async (t) => {
  const { browserOf, amara, db, clock } = await replicas(t)
  const laptop = await browserOf(amara)
  const { employeeId, sessionId } = { employeeId: amara.id, sessionId: laptop.id }
  const roles = new Set<Role>(['employee'])
  const about = { name: '', teamId: '', leads: [], timeZone: 'UTC', locale: 'en' as const, roles }
  const ctx = { db, now: clock.now, requestId: null, actor: { ...about, employeeId, sessionId } }
  t.ok(await isStillSignedIn(ctx))
  await laptop.send('POST', '/sign-out')
  t.notOk(await isStillSignedIn(ctx))
})
