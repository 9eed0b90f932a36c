import { createHmac, generateKeyPairSync, type KeyLike, sign } from 'node:crypto'
import t from 'tap'
import { createSignInLink } from '../../../src/sign-in/sign-in-links.ts'
import { newSigningKey } from '../../../src/sign-in/signing-key.ts'
import { testApp } from '../../helpers/app.ts'
import { insertSmallCompany } from '../../helpers/people.ts'

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

t.test('a token in the header says who I am', async (t) => {
  const { db, as } = await testApp(t)
  const { lars, product } = await insertSmallCompany(db)
  const reply = await as(lars).get('/api/me')
  t.match(reply.json(), {
    name: 'Lars Lead',
    teamId: product.id,
    leads: [product.id],
    roles: ['employee', 'lead']
  })
})

t.test('whatever else comes as a token is 401 with a problem, never 500', async (t) => {
  const signingKey = newSigningKey()
  const { app, db, tokenOf } = await testApp(t, { signingKey })
  const { amara } = await insertSmallCompany(db)
  const good = await tokenOf(amara)
  const [header, payload, signature] = good.split('.') as [string, string, string]
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString())
  const signed = (type: string, changed: object, key: KeyLike = signingKey.privatePem) => {
    const input = `${encode({ alg: 'EdDSA', typ: type })}.${encode(changed)}`
    return `${input}.${sign(null, Buffer.from(input), key).toString('base64url')}`
  }
  const resigned = (changed: object) => signed('at+jwt', changed)
  const without = (claim: string) => {
    const { [claim]: _, ...rest } = claims
    return resigned(rest)
  }
  const hmac = (text: string) => createHmac('sha256', 'a').update(text).digest('base64url')
  const symmetric = `${encode({ alg: 'HS256', typ: 'at+jwt' })}.${payload}`
  const stranger = generateKeyPairSync('ed25519').privateKey
  const bad: Record<string, string> = {
    'no algorithm': `${encode({ alg: 'none', typ: 'at+jwt' })}.${payload}.`,
    'a symmetric algorithm': `${symmetric}.${hmac(symmetric)}`,
    'an unknown critical extension': `${encode({ alg: 'EdDSA', typ: 'at+jwt', crit: ['x'] })}.${payload}.${signature}`,
    'a changed payload': `${header}.${encode({ ...claims, sub: 'someone else' })}.${signature}`,
    'a cut signature': `${header}.${payload}.${signature.slice(0, -4)}`,
    'the session type': signed('session+jwt', claims),
    'another audience': resigned({ ...claims, aud: 'elsewhere' }),
    'no audience': without('aud'),
    'no expiry': without('exp'),
    'an expiry as text': resigned({ ...claims, exp: 'tomorrow' }),
    'an expiry in the past': resigned({ ...claims, exp: claims.iat - 1 }),
    'no session': without('sid'),
    'a session that is not one': resigned({ ...claims, sid: 7 }),
    'somebody else in the session': resigned({ ...claims, sub: '00000000-0000-7000-8000-000000000000' }),
    'the key of a stranger': signed('at+jwt', claims, stranger),
    'plain text': 'hello',
    'three dots': '...',
    nothing: ''
  }
  for (const [name, token] of Object.entries(bad)) {
    const reply = await app.inject({ url: '/api/me', headers: { authorization: `Bearer ${token}` } })
    t.match(reply.json(), { status: 401, code: 'SIGN_IN_NEEDED' }, name)
  }
  const basic = await app.inject({ url: '/api/me', headers: { authorization: `Basic ${good}` } })
  t.equal(basic.statusCode, 401, 'another scheme')
  for (const token of [good, resigned(claims)]) {
    const fine = await app.inject({ url: '/api/me', headers: { authorization: `Bearer ${token}` } })
    t.equal(fine.statusCode, 200, 'and a good token still works')
  }
})

t.test('an access token dies after 15 minutes, its session lives on', async (t) => {
  const { app, db, clock, tokenOf } = await testApp(t, { now: '2027-03-01T08:00:00Z' })
  const { amara } = await insertSmallCompany(db)
  const authorization = `Bearer ${await tokenOf(amara)}`
  clock.set('2027-03-01T08:14:59Z')
  const renewed = await app.inject({ method: 'POST', url: '/api/access-tokens', headers: { authorization } })
  t.equal(renewed.statusCode, 201)
  clock.set('2027-03-01T08:15:01Z')
  t.equal((await app.inject({ url: '/api/me', headers: { authorization } })).statusCode, 401)
  const fresh = { authorization: `Bearer ${renewed.json().accessToken}` }
  t.equal((await app.inject({ url: '/api/me', headers: fresh })).statusCode, 200)
})

t.test('signing out ends every token of the session at once', async (t) => {
  const { app, db, tokenOf } = await testApp(t)
  const { amara } = await insertSmallCompany(db)
  const headers = { authorization: `Bearer ${await tokenOf(amara)}` }
  t.equal((await app.inject({ method: 'DELETE', url: '/api/sessions/current', headers })).statusCode, 204)
  t.equal((await app.inject({ url: '/api/me', headers })).statusCode, 401)
})

t.test('a sign-in link works once, within ten minutes', async (t) => {
  const { app, db, clock } = await testApp(t, { now: '2027-03-01T08:00:00Z' })
  const { amara } = await insertSmallCompany(db)
  const system = { db, now: clock.now, actor: null, requestId: null }
  const signIn = (linkToken: string) =>
    app.inject({ method: 'POST', url: '/api/sessions', payload: { linkToken } })

  const linkToken = await createSignInLink(system, amara.email.toUpperCase())
  const replies = await Promise.all([signIn(linkToken), signIn(linkToken), signIn(linkToken)])
  t.same(replies.map((reply) => reply.statusCode).sort(), [201, 401, 401], 'three at once, one wins')
  const session = replies.find((reply) => reply.statusCode === 201)!.json()
  const me = await app.inject({ url: '/api/me', headers: { authorization: `Bearer ${session.accessToken}` } })
  t.equal(me.json().name, 'Amara Okafor')

  const late = await createSignInLink(system, amara.email)
  clock.set('2027-03-01T08:10:01Z')
  t.match((await signIn(late)).json(), { status: 401, code: 'SIGN_IN_LINK_NOT_USABLE' })
  await t.rejects(createSignInLink(system, 'nobody@fjordlys.example'), { code: 'EMPLOYEE_NOT_FOUND' })
})
