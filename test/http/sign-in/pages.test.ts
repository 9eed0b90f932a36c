import t from 'tap'
import { createSignInLink } from '../../../src/sign-in/sign-in-links.ts'
import { testApp } from '../../helpers/app.ts'
import { insertSmallCompany } from '../../helpers/people.ts'

const HERE = { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' }
type Reply = { cookies: { name: string; value: string; httpOnly?: boolean; sameSite?: string }[] }
const sessionOf = (reply: unknown) =>
  (reply as Reply).cookies.find(({ name }) => name === 'lyttepost_session')!

t.test(
  'a link opened in a browser asks for one press, then keeps the session in a closed cookie',
  async (t) => {
    const { app, db, clock } = await testApp(t)
    const { amara } = await insertSmallCompany(db)
    const token = await createSignInLink({ db, now: clock.now, actor: null, requestId: null }, amara.email)
    const opened = await app.inject({ url: `/sign-in/link/${token}` })
    t.match(opened.body, 'Almost there')
    t.strictSame(opened.cookies, [], 'opening alone signs nobody in')
    const pressed = await app.inject({
      method: 'POST',
      url: '/sign-in/link',
      headers: HERE,
      payload: `token=${token}`
    })
    t.equal(pressed.statusCode, 303)
    t.match(sessionOf(pressed), { httpOnly: true, sameSite: 'Lax' })
    const today = await app.inject({ url: '/', cookies: { lyttepost_session: sessionOf(pressed).value } })
    t.equal(today.statusCode, 200)
  }
)

t.test('who is not signed in is led to the sign-in page', async (t) => {
  const { app } = await testApp(t)
  t.match(await app.inject({ url: '/' }), { statusCode: 303, headers: { location: '/sign-in' } })
  const plain = await app.inject({ url: '/sign-in', headers: { 'accept-language': 'sv,en' } })
  t.match(plain.body, 'Logga in')
  t.notMatch(plain.body, /demo\/sign-in|employeeId/, 'outside demo mode nobody is listed')
  const demo = await app.inject({
    method: 'POST',
    url: '/demo/sign-in',
    headers: HERE,
    payload: 'employeeId=x'
  })
  t.equal(demo.statusCode, 404, 'and the demo door does not exist')
})

t.test('demo mode lists its people and signs in as any of them', async (t) => {
  const { app, db } = await testApp(t, { demo: true })
  const { amara } = await insertSmallCompany(db)
  const list = await app.inject({ url: '/sign-in' })
  t.match(list.body, 'Amara Okafor')
  const signedIn = await app.inject({
    method: 'POST',
    url: '/demo/sign-in',
    headers: HERE,
    payload: `employeeId=${amara.id}`
  })
  t.match(signedIn, { statusCode: 303, headers: { location: '/' } })
})

t.test('a form of another site cannot act with my cookie', async (t) => {
  const { app, db } = await testApp(t, { demo: true })
  const { amara } = await insertSmallCompany(db)
  const signIn = await app.inject({
    method: 'POST',
    url: '/demo/sign-in',
    headers: HERE,
    payload: `employeeId=${amara.id}`
  })
  const cookies = { lyttepost_session: sessionOf(signIn).value }
  const signOut = (headers: Record<string, string>) =>
    app.inject({ method: 'POST', url: '/sign-out', cookies, headers })
  t.equal((await signOut({ 'sec-fetch-site': 'cross-site' })).statusCode, 403)
  t.equal((await signOut({ 'sec-fetch-site': 'same-site' })).statusCode, 403)
  t.equal((await signOut({ origin: 'https://evil.example', host: 'localhost' })).statusCode, 403)
  t.equal((await signOut({})).statusCode, 403, 'a request that does not say where it comes from')
  const api = await app.inject({ method: 'DELETE', url: '/api/sessions/current', cookies })
  t.match(api.json(), { status: 403, code: 'CROSS_SITE_REQUEST' })
  t.equal((await signOut({ origin: 'http://localhost', host: 'localhost' })).statusCode, 303)
  t.equal((await app.inject({ url: '/', cookies })).statusCode, 303, 'signed out')
})

t.test('pages let nothing foreign in', async (t) => {
  const { app } = await testApp(t)
  const reply = await app.inject({ url: '/sign-in' })
  const policy = String(reply.headers['content-security-policy'])
  t.match(policy, "default-src 'self'")
  t.notMatch(policy, 'unsafe')
  t.match(reply.headers, { 'x-content-type-options': 'nosniff', 'cache-control': 'private, no-store' })
  const stylesheet = /href="(\/assets\/[^"]+)"/.exec(reply.body)?.[1]
  const style = await app.inject({ url: stylesheet! })
  t.match(style, { statusCode: 200, headers: { 'cache-control': 'public, max-age=31536000, immutable' } })
})
