import type { InjectOptions } from 'fastify'
import t, { type Test } from 'tap'
import { writeTicket } from '../../../src/sign-in/oidc/ticket.ts'
import { openSession } from '../../../src/sign-in/sessions.ts'
import { createSignInLink } from '../../../src/sign-in/sign-in-links.ts'
import { testApp } from '../../helpers/app.ts'
import { filled, pageRoutes } from '../../helpers/page-routes.ts'
import { insertSmallCompany } from '../../helpers/people.ts'

const FORM = { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' }

async function signedInHouse(t: Test, publicUrl = 'http://localhost:3000') {
  const house = await testApp(t, { publicUrl })
  const { app, db, clock } = house
  const people = await insertSmallCompany(db)
  const visitor = { db, now: clock.now, actor: null, requestId: null }
  const session = await db.transaction((tx) => openSession(app, tx, visitor, people.ada.id))
  return { ...house, ...people, visitor, session }
}

/** What other people's pages can make a browser send, and what a browser too old to say so sends. */
const FORGED: Record<string, Record<string, string>> = {
  'another site': { 'sec-fetch-site': 'cross-site' },
  'a sister of ours': { 'sec-fetch-site': 'same-site' },
  'another site that an old browser names': { origin: 'https://evil.example' },
  'our name with another port': { origin: 'http://localhost:1234' },
  'our name as a part': { origin: 'http://localhost.evil.example' },
  'a page without a name': { origin: 'null' },
  'a text that is no origin': { origin: 'localhost' },
  'a site that says both': { 'sec-fetch-site': 'cross-site', origin: 'http://localhost' },
  'nobody who says': {}
}

t.test('no form of ours does anything for a page of somebody else', async (t) => {
  const { app, session } = await signedInHouse(t)
  const cookies = { lyttepost_session: session.sessionToken }
  const forms = pageRoutes().filter(
    ({ method, url }) => method === 'POST' && !/^\/(language|sign-in|demo)/.test(url)
  )
  t.ok(forms.length > 40, `${forms.length} forms`)
  for (const { url } of forms) {
    for (const [who, headers] of Object.entries(FORGED)) {
      const reply = await app.inject({
        method: 'POST',
        url: filled(url),
        cookies,
        headers: { ...FORM, ...headers }
      })
      if (reply.statusCode !== 403) t.fail(`${url} for ${who}: ${reply.statusCode}`)
    }
  }
  const api = await app.inject({ method: 'POST', url: '/api/me/api-keys', cookies, payload: {} })
  t.match(api.json(), { status: 403, code: 'CROSS_SITE_REQUEST' }, 'nor does the API with a cookie')
  const own = { ...FORM, origin: 'http://localhost', host: 'localhost' }
  const reply = await app.inject({ method: 'POST', url: '/sign-out', cookies, headers: own })
  t.equal(reply.statusCode, 303, 'while our own page does')
})

t.test('nobody is signed in to an account that somebody else chose', async (t) => {
  const { app, visitor, bo } = await signedInHouse(t)
  const token = await createSignInLink(visitor, bo.email)
  const { 'nobody who says': _, ...browsers } = FORGED
  for (const [who, headers] of Object.entries(browsers)) {
    for (const [url, payload] of Object.entries({
      '/sign-in/link': `token=${token}`,
      '/api/sessions': JSON.stringify({ linkToken: token }),
      '/language': 'language=sv&back=/'
    })) {
      const type = url.startsWith('/api') ? 'application/json' : FORM['content-type']
      const reply = await app.inject({
        method: 'POST',
        url,
        payload,
        headers: { ...headers, 'content-type': type }
      })
      t.equal(reply.statusCode, 403, `${url} for ${who}`)
      t.strictSame(reply.cookies, [])
    }
  }
  const program = await app.inject({ method: 'POST', url: '/api/sessions', payload: { linkToken: token } })
  t.equal(program.statusCode, 201, 'a program says nothing of pages')
})

t.test('over TLS cookies are bound to this very host, and a page without TLS is not ours', async (t) => {
  const { app, visitor, bo, session } = await signedInHouse(t, 'https://support.example.com')
  const host = 'support.example.com'
  const press = async (origin: string) => {
    const payload = `token=${await createSignInLink(visitor, bo.email)}`
    return app.inject({ method: 'POST', url: '/sign-in/link', payload, headers: { ...FORM, host, origin } })
  }
  t.equal((await press('http://support.example.com')).statusCode, 403)
  const pressed = await press('https://support.example.com')
  const flags = { httpOnly: true, secure: true, sameSite: 'Lax', path: '/', domain: undefined }
  t.match(pressed.cookies, [{ name: '__Host-lyttepost_session', ...flags }])
  const { value } = pressed.cookies[0]!
  const whoIs = async (name: string) =>
    (await app.inject({ url: '/api/me', cookies: { [name]: value } })).statusCode
  t.equal(await whoIs('__Host-lyttepost_session'), 200)
  t.equal(await whoIs('lyttepost_session'), 401, 'a name that a sister host could set is not read')
  const out = await app.inject({
    method: 'POST',
    url: '/sign-out',
    cookies: { '__Host-lyttepost_session': session.sessionToken },
    headers: { ...FORM, host, origin: 'https://support.example.com' }
  })
  t.match(out.cookies, [{ name: '__Host-lyttepost_session', value: '', secure: true, path: '/' }])
})

t.test('a token counts in its own place only', async (t) => {
  const { app, as, ada, clock, session } = await signedInHouse(t)
  const body = { name: 'x', scopes: ['me:read'], expiresAt: '2027-03-20T08:00:00Z' }
  const key = (await as(ada).post('/api/me/api-keys', body)).json().token
  const { accessToken, sessionToken } = session
  const ticket = { provider: 'x', state: 'x', nonce: 'x', verifier: 'x', back: '/', sub: ada.id, sid: 'x' }
  const written = writeTicket(app, ticket, clock.now()).text
  const refused: Record<string, InjectOptions> = {
    'the session of a browser in the header': { headers: { authorization: `Bearer ${sessionToken}` } },
    'the token of a program in the cookie': { cookies: { lyttepost_session: accessToken } },
    'a key in the cookie': { cookies: { lyttepost_session: key } },
    'a key in the address': { query: { access_token: key } },
    'a token in the address': { query: { access_token: accessToken, token: accessToken } },
    'a key in a form': { method: 'POST', payload: { access_token: key } },
    'the ticket of a sign-in': { cookies: { lyttepost_session: written } },
    'that ticket in the header': { headers: { authorization: `Bearer ${written}` } },
    'a good cookie beside a bad header': {
      cookies: { lyttepost_session: sessionToken },
      headers: { authorization: 'Bearer x' }
    },
    'two tokens in one header': { headers: { authorization: `Bearer ${accessToken} ${accessToken}` } },
    'a key in capitals': { headers: { authorization: `Bearer ${key.toUpperCase()}` } }
  }
  for (const [name, request] of Object.entries(refused)) {
    const url = request.method === 'POST' ? '/api/access-tokens' : '/api/me'
    const reply = await app.inject({ method: 'GET', url, ...request })
    t.match(reply.json(), { status: 401, code: 'SIGN_IN_NEEDED' }, name)
  }
  for (const bearer of [accessToken, key]) {
    const fine = await app.inject({ url: '/api/me', headers: { authorization: `bearer ${bearer}` } })
    t.equal(fine.statusCode, 200)
  }
})

t.test('where somebody is led back to is a page of ours', async (t) => {
  const { app, visitor, bo } = await signedInHouse(t)
  const led = async (back: string) => {
    const token = await createSignInLink(visitor, bo.email)
    const payload = new URLSearchParams({ token, back }).toString()
    const headers = { ...FORM, 'sec-fetch-site': 'same-origin' }
    const reply = await app.inject({ method: 'POST', url: '/sign-in/link', payload, headers })
    return reply.statusCode === 303 ? reply.headers.location : reply.statusCode
  }
  const foreign = [
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/\r\n/evil.example',
    '\t//evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    'data:text/html,x',
    '/.//evil.example',
    '/x/..//evil.example',
    'swaps',
    ''
  ]
  for (const back of foreign) t.equal(await led(back), '/', JSON.stringify(back))
  t.equal(await led('/swaps?a=1#b'), '/swaps?a=1#b')
  t.equal(await led('/søk\r\nSet-Cookie: x=y'), '/s%C3%B8kSet-Cookie:%20x=y', 'nothing in it ends the header')
})
