import t, { type Test } from 'tap'
import { identities } from '../../../../db/schema/identities.ts'
import { openProvider } from '../../../../src/sign-in/oidc/provider.ts'
import { CLIENT_SECRET } from '../../../helpers/sign-in-service.ts'
import { forger } from './forger.ts'
import { oidcHouse, PUBLIC_URL, sessionIn } from './house.ts'

async function forgedHouse(t: Test) {
  const acme = await forger(t)
  const house = await oidcHouse(t, [acme.settings])
  const person = { email: house.amara.email, email_verified: true }

  /** What comes of an answer whose ID token is the one that `make` makes of good claims. */
  async function tryToken(make: (claims: Record<string, unknown>) => Promise<string> | string) {
    const { state, nonce, ticket } = await house.begin()
    acme.tokens = { id_token: await make({ ...acme.usual(), ...person, nonce }) }
    return house.comeBack(`${PUBLIC_URL}/sign-in/with/acme/callback?code=x&state=${state}`, ticket)
  }
  return { ...house, acme, tryToken }
}

t.test('an ID token that is not whole, ours and in date signs nobody in', async (t) => {
  const { acme, tryToken, db, whoIs } = await forgedHouse(t)
  const { signed, byStranger, unsigned, byPublicKey, now } = acme
  const bad: Record<string, Parameters<typeof tryToken>[0]> = {
    'another nonce': (claims) => signed({ ...claims, nonce: 'x' }),
    'no nonce': ({ nonce: _, ...claims }) => signed(claims),
    'another audience': (claims) => signed({ ...claims, aud: 'somebody else' }),
    'another audience beside, for whom it was made': (claims) =>
      signed({ ...claims, aud: ['lyttepost', 'somebody'], azp: 'somebody' }),
    'another issuer': (claims) => signed({ ...claims, iss: 'http://localhost:1' }),
    'out of date': (claims) => signed({ ...claims, iat: now() - 900, exp: now() - 600 }),
    'no end': ({ exp: _, ...claims }) => signed(claims),
    'an end as text': (claims) => signed({ ...claims, exp: 'tomorrow' }),
    'no subject': ({ sub: _, ...claims }) => signed(claims),
    'a subject without letters': (claims) => signed({ ...claims, sub: '' }),
    'a subject that no database takes': (claims) => signed({ ...claims, sub: 'a\0b' }),
    'a subject without end': (claims) => signed({ ...claims, sub: 'x'.repeat(300) }),
    'the key of a stranger': byStranger,
    'no signature': unsigned,
    'the public key as a secret': byPublicKey,
    'an unknown extension that must be understood': (claims) =>
      signed(claims, { header: { crit: ['b64'], b64: true } }),
    'a changed payload': async (claims) => {
      const [header, , signature] = (await signed(claims)).split('.')
      return `${header}.${Buffer.from(JSON.stringify({ ...claims, sub: 'x' })).toString('base64url')}.${signature}`
    },
    'no token at all': () => ''
  }
  for (const [name, make] of Object.entries(bad)) {
    const reply = await tryToken(make)
    t.equal(reply.statusCode, 401, name)
    t.match(reply.body, /cannot be trusted/, name)
    t.equal(sessionIn(reply), undefined, name)
  }
  t.strictSame(await db.select().from(identities), [], 'and links nobody')
  const good = await tryToken((claims) => signed(claims))
  t.equal(await whoIs(sessionIn(good)), 'Amara Okafor', 'while a good one does')
})

t.test('a provider that fails in the middle is told apart from one that lies', async (t) => {
  const { acme, tryToken, app } = await forgedHouse(t)
  const signIn = async () => (await app.inject({ url: '/sign-in' })).body
  t.notMatch(await signIn(), /does not answer/)
  acme.status = 502
  const down = await tryToken(() => '')
  t.equal(down.statusCode, 503)
  t.match(down.body, /does not answer at the moment/)
  t.match(await signIn(), /acme does not answer at the moment/)
  acme.status = 400
  acme.tokens = {}
  t.equal((await tryToken(() => '')).statusCode, 401)
})

t.test('an answer of one provider is not taken for one of another', async (t) => {
  const [acme, evil] = [await forger(t), await forger(t, { name: 'evil', clientId: 'other-client' })]
  const house = await oidcHouse(t, [acme.settings, evil.settings])
  const claims = { email: house.amara.email, email_verified: true }
  const atEvil = await house.begin('evil')
  const fromEvil = `code=x&state=${atEvil.state}`
  const mixed = await house.comeBack(`${PUBLIC_URL}/sign-in/with/acme/callback?${fromEvil}`, atEvil.ticket)
  t.equal(mixed.statusCode, 400, 'begun at one, answered at the address of the other')
  t.notOk(acme.asked.includes('/token'), 'and the code goes to neither')

  const honest = await house.begin('acme')
  evil.tokens = {
    id_token: await evil.signed({
      ...evil.usual(),
      ...claims,
      nonce: honest.nonce,
      iss: acme.settings.issuer
    })
  }
  acme.tokens = evil.tokens
  const stolen = await house.comeBack(
    `${PUBLIC_URL}/sign-in/with/acme/callback?code=x&state=${honest.state}`,
    honest.ticket
  )
  t.equal(stolen.statusCode, 401, 'a token that the other has signed')

  const again = await house.begin('acme')
  const named = await house.comeBack(
    `${PUBLIC_URL}/sign-in/with/acme/callback?code=x&state=${again.state}&iss=${evil.settings.issuer}`,
    again.ticket
  )
  t.equal(named.statusCode, 401, 'an answer that says it is of the other')
})

t.test('the same subject at another provider is another person', async (t) => {
  const [acme, beta] = [await forger(t), await forger(t, { name: 'beta', clientId: 'other-client' })]
  const { begin, comeBack, whoIs, db, amara, bo } = await oidcHouse(t, [acme.settings, beta.settings])
  const signIn = async (at: typeof acme, email: string) => {
    const { name } = at.settings
    const { state, nonce, ticket } = await begin(name)
    const claims = { ...at.usual(), sub: 'same', nonce, email, email_verified: true }
    at.tokens = { id_token: await at.signed(claims) }
    const reply = await comeBack(`${PUBLIC_URL}/sign-in/with/${name}/callback?code=x&state=${state}`, ticket)
    return whoIs(sessionIn(reply))
  }
  t.equal(await signIn(acme, amara.email), 'Amara Okafor')
  t.equal(await signIn(beta, bo.email), 'Bo Berg')
  t.equal(await signIn(acme, bo.email), 'Amara Okafor', 'linked, whatever the address')
  t.strictSame(
    (await db.select().from(identities)).map(({ issuer, subject }) => [issuer, subject]),
    [acme, beta].map(({ settings }) => [settings.issuer, 'same'])
  )
})

t.test('a provider that calls itself by another name is none', async (t) => {
  const acme = await forger(t)
  acme.metadata = { issuer: 'https://accounts.example.com' }
  const { begin, troubles } = await oidcHouse(t, [acme.settings])
  t.equal((await begin()).reply.statusCode, 503)
  t.match(troubles, [/acme could not be read/])
})

t.test('a template that stands for any company is no name of ours', async (t) => {
  const tenant = 'https://login.microsoftonline.com/8d3c/v2.0'
  const { fetch } = globalThis
  t.teardown(() => {
    globalThis.fetch = fetch
  })
  const said: string[] = []
  const settings = { name: 'entra', label: 'Microsoft', clientId: 'x', clientSecret: CLIENT_SECRET }
  const known = async (issuer: string) => {
    globalThis.fetch = async () => Response.json({ issuer, jwks_uri: `${tenant}/keys` })
    const provider = openProvider({ ...settings, issuer: tenant, trustsEmail: false }, (line) =>
      said.push(line)
    )
    return provider.known(new Date())
  }
  t.match(await known(tenant), { issuer: tenant })
  const template = known('https://login.microsoftonline.com/{tenantid}/v2.0')
  await t.rejects(template, { code: 'SIGN_IN_PROVIDER_DOWN' })
  t.match(said, [/calls itself by another name/])
})

t.test(
  'signing in goes on in an outage with what was learnt before, and says so where nothing was',
  async (t) => {
    const [acme, other] = [await forger(t), await forger(t, { name: 'other' })]
    const dead = { ...acme.settings, name: 'dead', label: 'Dead', issuer: 'http://localhost:9' }
    const { app, begin, providers, clock } = await oidcHouse(t, [acme.settings, other.settings, dead])
    const discoveries = () => acme.asked.filter((path) => path.includes('well-known')).length
    await providers.look(clock.now())
    const page = await app.inject({ url: '/sign-in', headers: { 'accept-language': 'nb' } })
    t.match(page.body, /Dead svarer ikke akkurat nå/)
    t.match(page.body, /Logg inn med acme[\s\S]*Logg inn med other[\s\S]*Logg inn med Dead/)
    const down = await begin('dead')
    t.equal(down.reply.statusCode, 503)
    t.equal((await begin()).reply.statusCode, 303, 'others are not affected')
    t.equal((await begin()).reply.statusCode, 303)
    t.equal(discoveries(), 1, 'asked once')

    clock.set(new Date(clock.now().getTime() + 61 * 60_000).toISOString())
    await begin()
    await providers.look(clock.now())
    t.equal(discoveries(), 2, 'and again after an hour')
    acme.metadata = { issuer: 'https://wrong.example' }
    clock.set(new Date(clock.now().getTime() + 61 * 60_000).toISOString())
    await providers.look(clock.now())
    t.equal((await begin()).reply.statusCode, 303, 'what was known is kept')
    acme.metadata = {}
    clock.set(new Date(clock.now().getTime() + 31_000).toISOString())
    await providers.look(clock.now())
    t.notOk(providers.named('acme').isDown(), 'and it is believed again')
  }
)
