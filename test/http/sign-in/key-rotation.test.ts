import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto'
import t from 'tap'
import { readConfig } from '../../../src/config.ts'
import { readUnsubscribeToken, unsubscribeToken } from '../../../src/notices/email/unsubscribe-token.ts'
import { newSigningKey, openSigningKey } from '../../../src/sign-in/signing-key.ts'
import { testApp, testAppOn } from '../../helpers/app.ts'
import { insertSmallCompany } from '../../helpers/people.ts'

const pemOf = (key: ReturnType<typeof createPublicKey>) =>
  key.export({ type: 'spki', format: 'pem' }).toString()

t.test('a new key signs, the one before it still counts, and one before that does not', async (t) => {
  const [oldest, old, fresh] = [newSigningKey(), newSigningKey(), newSigningKey()]
  const before = await testApp(t, { signingKey: old })
  const { amara } = await insertSmallCompany(before.db)
  const token = await before.tokenOf(amara)
  const after = await testAppOn(t, before.db, { signingKey: { ...fresh, previous: old } })
  const rolling = await testAppOn(t, before.db, { signingKey: { ...old, previous: fresh } })
  const later = await testAppOn(t, before.db, { signingKey: fresh })
  const ask = async ({ app }: typeof after, bearer: string) =>
    (await app.inject({ url: '/api/me', headers: { authorization: `Bearer ${bearer}` } })).statusCode
  const header = (jwt: string) => JSON.parse(Buffer.from(jwt.split('.')[0]!, 'base64url').toString())

  t.equal(await ask(after, token), 200, 'nobody is signed out')
  const renewed = await after.tokenOf(amara)
  t.strictSame([header(token).kid, header(renewed).kid], [old.kid, fresh.kid])
  t.equal(await ask(rolling, renewed), 200, 'a replica that still signs with the old key reads the new one')
  t.strictSame(
    [await ask(later, token), await ask(later, renewed)],
    [401, 200],
    'until the old one is taken out'
  )
  const ancient = await testAppOn(t, before.db, { signingKey: oldest })
  t.equal(await ask(after, await ancient.tokenOf(amara)), 401)

  const claim = { employeeId: amara.id, group: 'swaps' }
  const link = unsubscribeToken(old, claim)
  t.strictSame(readUnsubscribeToken({ ...fresh, previous: old }, link), claim, 'links in old mails work on')
  t.equal(readUnsubscribeToken(fresh, link), null)
})

t.test('a token that names one key and is signed by another is refused', async (t) => {
  const [old, fresh] = [newSigningKey(), newSigningKey()]
  const { app, db } = await testApp(t, { signingKey: { ...fresh, previous: old } })
  const { amara } = await insertSmallCompany(db)
  const lying = await testAppOn(t, db, { signingKey: { ...old, kid: fresh.kid } })
  const stranger = await testAppOn(t, db, { signingKey: { ...old, kid: 'unheard of' } })
  const nameless = await testAppOn(t, db, { signingKey: { ...fresh, kid: 'unheard of' } })
  for (const house of [lying, stranger, nameless]) {
    const authorization = `Bearer ${await house.tokenOf(amara)}`
    t.equal((await app.inject({ url: '/api/me', headers: { authorization } })).statusCode, 401)
  }
})

t.test(
  'the key before is configured by either half; what is no key of 32 bytes refuses to start',
  async (t) => {
    const [fresh, old] = [newSigningKey(), newSigningKey()]
    const env = { DATABASE_URL: 'postgres://localhost/x', SIGNING_KEY: fresh.privatePem }
    const publicHalf = pemOf(createPublicKey(createPrivateKey(old.privatePem)))
    for (const SIGNING_KEY_PREVIOUS of [old.privatePem, publicHalf]) {
      const key = openSigningKey(readConfig({ ...env, SIGNING_KEY_PREVIOUS }))
      t.equal(key.kid, fresh.kid)
      t.strictSame(key.previous, { publicPem: old.publicPem, kid: old.kid })
    }
    const rsa = generateKeyPairSync('rsa', { modulusLength: 1024 })
    const bad = ['secret', 'x'.repeat(31), 'x'.repeat(64), '', pemOf(rsa.publicKey)].filter(Boolean)
    for (const wrong of bad) {
      const names = { SIGNING_KEY: wrong, SIGNING_KEY_PREVIOUS: wrong }
      for (const [name, value] of Object.entries(names)) {
        const message = new RegExp(`${name}: must be an Ed25519 key in PEM, which has 32 bytes`)
        t.throws(() => openSigningKey(readConfig({ ...env, [name]: value })), message, `${name} ${wrong}`)
      }
    }
    t.throws(
      () => openSigningKey(readConfig({ ...env, SIGNING_KEY_PREVIOUS: fresh.privatePem })),
      /SIGNING_KEY_PREVIOUS: is the same key/
    )
  }
)
