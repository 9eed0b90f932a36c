import { eq } from 'drizzle-orm'
import t, { type Test } from 'tap'
import { sessions } from '../../../../db/schema/sessions.ts'
import { forgetSpentSignIns } from '../../../../src/sign-in/forget-spent-sign-ins.ts'
import { openSession } from '../../../../src/sign-in/sessions.ts'
import { testAppOn } from '../../../helpers/app.ts'
import { freePort, signInService } from '../../../helpers/sign-in-service.ts'
import { forger } from './forger.ts'
import { oidcHouse, PUBLIC_URL, sessionIn } from './house.ts'

const EVENT = 'http://schemas.openid.net/event/backchannel-logout'
let tokens = 0

t.test('a session that ends at the provider ends here, on every replica, and only that one', async (t) => {
  const port = await freePort()
  const publicUrl = `http://localhost:${port}`
  const acme = await signInService(t, { publicUrl })
  const house = await oidcHouse(t, [acme.settings], publicUrl)
  const replica = await testAppOn(t, house.db, {
    now: new Date().toISOString(),
    signingKey: house.app.signingKey,
    publicUrl
  })
  acme.accounts.set('amara-1', { email: house.amara.email, email_verified: true })
  acme.who = 'amara-1'
  const [here, there] = [sessionIn((await house.signIn()).reply), sessionIn((await house.signIn()).reply)]
  const isIn = async (cookie: string | undefined) => {
    const reply = await replica.app.inject({ url: '/api/me', cookies: { lyttepost_session: cookie! } })
    return reply.statusCode === 200
  }
  t.strictSame([await isIn(here), await isIn(there)], [true, true])
  const rows = await house.db.select().from(sessions).orderBy(sessions.createdAt, sessions.id)
  t.strictSame(
    rows.map(({ openedBy }) => openedBy),
    ['provider', 'provider']
  )
  t.match(rows, [{ providerSid: /^.{10,}$/, userAgent: 'Firefox of a test' }, { providerSid: /^.{10,}$/ }])
  await house.app.listen({ port, host: 'localhost' })
  await acme.logOut('amara-1', rows[0]!.providerSid!)
  t.strictSame([await isIn(here), await isIn(there)], [false, true])
  await t.rejects(acme.logOut('amara-1', 'x'.repeat(30_000)), /expected 200 OK/, 'it hears of a refusal')
})

async function logoutHouse(t: Test) {
  const acme = await forger(t)
  const house = await oidcHouse(t, [acme.settings])
  const system = { db: house.db, now: house.clock.now, actor: null, requestId: null }
  acme.tokens = {}
  async function signIn(sub: string, sid: string, { email }: { email: string }): Promise<string> {
    const { state, nonce, ticket } = await house.begin()
    const claims = { ...acme.usual(), sub, sid, nonce, email, email_verified: true }
    acme.tokens = { id_token: await acme.signed(claims) }
    const reply = await house.comeBack(
      `${PUBLIC_URL}/sign-in/with/acme/callback?code=x&state=${state}`,
      ticket
    )
    return sessionIn(reply)!
  }
  /** Good claims, each time with a `jti` of their own. */
  const claims = (more: object) => {
    tokens += 1
    return { ...acme.usual(), jti: `token-${tokens}`, events: { [EVENT]: {} }, ...more }
  }
  const send = (token: string, name = 'acme') =>
    house.app.inject({
      method: 'POST',
      url: `/api/sign-in/${name}/back-channel-logout`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ logout_token: token }).toString()
    })
  return { ...house, acme, system, signInAs: signIn, claims, send }
}

t.test('named without a session, a person is signed out everywhere, and nobody else is', async (t) => {
  const { acme, signInAs, claims, send, whoIs, amara, bo, db, app, system } = await logoutHouse(t)
  const first = await signInAs('amara-1', 'laptop', amara)
  const second = await signInAs('amara-1', 'phone', amara)
  const bos = await signInAs('bo-1', 'phone', bo)
  const byLink = await db.transaction((tx) => openSession(app, tx, system, amara.id))
  const reply = await send(await acme.signed(claims({ sub: 'amara-1' })))
  t.match(reply, { statusCode: 200, headers: { 'cache-control': 'no-store' } })
  t.strictSame(reply.json(), { ended: 3 })
  for (const session of [first, second, byLink.sessionToken]) t.equal(await whoIs(session), null)
  t.equal(await whoIs(bos), 'Bo Berg')
  t.strictSame((await send(await acme.signed(claims({ sub: 'nobody' })))).json(), { ended: 0 })
  const foreign = await send(await acme.signed(claims({ sub: 'amara-1', sid: 'phone' })))
  t.strictSame(foreign.json(), { ended: 0 }, "a session named with somebody else's subject stays")
  t.strictSame((await send(await acme.signed(claims({ sid: 'phone', sub: undefined })))).json(), { ended: 1 })
  t.equal(await whoIs(bos), null, 'named by its session alone')
})

t.test('a logout token that is forged, old, of another kind or used before ends nothing', async (t) => {
  const { acme, signInAs, claims, send, whoIs, amara, db, system, clock } = await logoutHouse(t)
  const { signed, byStranger, unsigned, byPublicKey, now } = acme
  const session = await signInAs('amara-1', 'laptop', amara)
  const aim = { sub: 'amara-1' }
  const bad: Record<string, Promise<string> | string> = {
    'another audience': signed(claims({ ...aim, aud: 'somebody' })),
    'another issuer': signed(claims({ ...aim, iss: 'http://localhost:1' })),
    'no event': signed(claims({ ...aim, events: undefined })),
    'another event': signed(claims({ ...aim, events: { 'urn:other': {} } })),
    'an event that is no object': signed(claims({ ...aim, events: { [EVENT]: true } })),
    'events as a list': signed(claims({ ...aim, events: [EVENT] })),
    'a nonce: an ID token': signed(claims({ ...aim, nonce: 'x' })),
    'neither person nor session': signed(claims({ sub: undefined })),
    'a session that is no text': signed(claims({ ...aim, sid: 7 })),
    'a person whom no database takes': signed(claims({ sub: 'a\0b' })),
    'no name of its own': signed(claims({ ...aim, jti: undefined })),
    'no end': signed(claims({ ...aim, exp: undefined })),
    'no beginning': signed(claims({ ...aim, iat: undefined })),
    'out of date': signed(claims({ ...aim, exp: now() - 60 })),
    'an hour old, whatever it says of its end': signed(claims({ ...aim, iat: now() - 3600 })),
    'of the future': signed(claims({ ...aim, iat: now() + 3600, exp: now() + 7200 })),
    'the type of another token': signed(claims(aim), { header: { typ: 'at+jwt' } }),
    'the key of a stranger': byStranger(claims(aim)),
    'an unknown key': signed(claims(aim), { header: { kid: 'other' } }),
    'no signature': unsigned(claims(aim)),
    'the public key as a secret': byPublicKey(claims(aim)),
    'no token': 'hello'
  }
  for (const [name, token] of Object.entries(bad)) {
    const reply = await send(await token)
    t.match(reply.json(), { status: 400, code: 'LOGOUT_TOKEN_NOT_VALID' }, name)
  }
  t.equal(await whoIs(session), 'Amara Okafor')
  t.equal((await send('x', 'nobody')).statusCode, 404)

  const good = await signed(claims(aim), { header: { typ: 'logout+jwt' } })
  t.strictSame((await send(good)).json(), { ended: 1 })
  const anew = await signInAs('amara-1', 'laptop', amara)
  t.match((await send(good)).json(), { status: 400 }, 'the same token again')
  t.equal(await whoIs(anew), 'Amara Okafor')
  clock.set(new Date(Date.now() + 25 * 3_600_000).toISOString())
  await forgetSpentSignIns({ ...system, now: clock.now })
  t.match((await send(good)).json(), { status: 400 }, 'also when it is forgotten that it came')
  const ended = await db.select().from(sessions).where(eq(sessions.employeeId, amara.id))
  t.equal(ended.filter(({ endedAt }) => endedAt !== null).length, 1)
})
