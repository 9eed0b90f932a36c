import { eq, inArray } from 'drizzle-orm'
import t, { type Test } from 'tap'
import { auditEntries } from '../../../../db/schema/audit.ts'
import { employees } from '../../../../db/schema/employees.ts'
import { identities } from '../../../../db/schema/identities.ts'
import { deactivatePeople } from '../../../../src/directory/deactivate-people.ts'
import { signInService } from '../../../helpers/sign-in-service.ts'
import { oidcHouse, PUBLIC_URL, sessionIn } from './house.ts'

async function houseWithAcme(t: Test) {
  const acme = await signInService(t, { publicUrl: PUBLIC_URL })
  const house = await oidcHouse(t, [acme.settings])
  acme.accounts.set('amara-1', { email: house.amara.email.toUpperCase(), email_verified: true })
  acme.who = 'amara-1'
  const linked = () => house.db.select().from(identities)
  return { ...house, acme, linked }
}

t.test(
  'who signs in at the provider is signed in here, with PKCE, state and nonce, and lands where they meant to',
  async (t) => {
    const { begin, signIn, whoIs, linked, acme, amara, db } = await houseWithAcme(t)
    const { address } = await begin()
    const asked = new URL(address)
    t.equal(asked.origin, acme.settings.issuer)
    t.match(Object.fromEntries(asked.searchParams), {
      response_type: 'code',
      client_id: 'lyttepost',
      redirect_uri: 'http://localhost:3000/sign-in/with/acme/callback',
      code_challenge_method: 'S256',
      code_challenge: /^[\w-]{43}$/,
      state: /^[\w-]{43}$/,
      nonce: /^[\w-]{43}$/
    })
    const { reply } = await signIn('acme', '/swaps?x=1')
    t.match(reply, { statusCode: 303, headers: { location: '/swaps?x=1' } })
    t.equal(await whoIs(sessionIn(reply)), 'Amara Okafor')
    t.match(await linked(), [{ employeeId: amara.id, issuer: acme.settings.issuer, subject: 'amara-1' }])
    t.match(reply.cookies, [
      { name: 'lyttepost_sign_in', value: '' },
      { httpOnly: true, sameSite: 'Lax' }
    ])
    const written = await db.select().from(auditEntries)
    t.strictSame(
      written.map(({ action }) => action),
      ['identity.linked', 'session.opened']
    )
    t.notMatch(JSON.stringify(written), /amara-1|@/, 'the log names neither subject nor address')
  }
)

t.test('once linked, the subject is the person, whatever becomes of the address', async (t) => {
  const { signIn, whoIs, linked, acme, amara, bo, db } = await houseWithAcme(t)
  await signIn()
  acme.accounts.set('amara-1', { email: bo.email, email_verified: true })
  t.equal(await whoIs(sessionIn((await signIn()).reply)), 'Amara Okafor', 'with an address of somebody else')
  acme.accounts.set('amara-1', {})
  t.equal(await whoIs(sessionIn((await signIn()).reply)), 'Amara Okafor', 'without any')
  await db.update(employees).set({ email: 'new@fjordlys.example' }).where(eq(employees.id, amara.id))
  t.equal(await whoIs(sessionIn((await signIn()).reply)), 'Amara Okafor', 'with another one here')
  t.equal((await linked()).length, 1)
})

t.test('nobody gets in whom the provider does not vouch for as an active employee', async (t) => {
  const { signIn, linked, acme, amara, bo, db, clock } = await houseWithAcme(t)
  const system = { db, now: clock.now, actor: null, requestId: null }
  const refused = async (who: string, account: object, words: RegExp, status = 403) => {
    acme.accounts.set(who, account)
    acme.who = who
    const { reply } = await signIn()
    t.equal(reply.statusCode, status, who)
    t.match(reply.body, words, who)
    t.equal(sessionIn(reply), undefined, who)
  }
  await refused('unverified', { email: amara.email, email_verified: false }, /does not vouch/)
  await refused('silent', { email: amara.email }, /does not vouch/)
  await refused('nameless', {}, /does not vouch/)
  await refused(
    'stranger',
    { email: 'stranger@elsewhere.example', email_verified: true },
    /Nobody who works here/
  )
  t.strictSame(await linked(), [])

  acme.who = 'amara-1'
  await signIn()
  await refused('amara-2', { email: amara.email, email_verified: true }, /Another account/, 409)
  acme.accounts.set('bo-1', { email: bo.email, email_verified: true })
  acme.who = 'bo-1'
  t.ok(sessionIn((await signIn()).reply), 'Bo while he works here')
  await db.transaction((tx) => deactivatePeople(tx, system, [bo.id, amara.id]))
  await refused('bo-1', { email: bo.email, email_verified: true }, /Nobody who works here/)
  await refused('bo-2', { email: bo.email, email_verified: true }, /Nobody who works here/)
  t.equal((await linked()).length, 2, 'a leaver is not linked anew')
})

t.test(
  'whom the brake on leavers holds gets in by no account, and by theirs after the release',
  async (t) => {
    const { signIn, whoIs, linked, acme, amara, bo, db, clock } = await houseWithAcme(t)
    acme.accounts.set('bo-1', { email: bo.email, email_verified: true })
    await signIn()
    const suspend = (suspendedAt: Date | null) =>
      db
        .update(employees)
        .set({ suspendedAt })
        .where(inArray(employees.id, [amara.id, bo.id]))
    await suspend(clock.now())
    for (const who of ['amara-1', 'bo-1']) {
      acme.who = who
      const { reply } = await signIn()
      t.equal(reply.statusCode, 403, who)
      t.match(reply.body, /Nobody who works here/, who)
      t.equal(sessionIn(reply), undefined, who)
    }
    t.match(await linked(), [{ subject: 'amara-1' }], 'linked before')
    t.equal((await linked()).length, 1, 'and nobody is linked who is held')

    await suspend(null)
    t.equal(await whoIs(sessionIn((await signIn()).reply)), 'Bo Berg')
    acme.who = 'amara-1'
    t.equal(await whoIs(sessionIn((await signIn()).reply)), 'Amara Okafor', 'the link is still there')
  }
)

t.test(
  'an address without a word on its verification counts where the setting says so, a denied one never',
  async (t) => {
    const acme = await signInService(t, { publicUrl: PUBLIC_URL })
    const { signIn, amara, bo } = await oidcHouse(t, [{ ...acme.settings, trustsEmail: true }])
    acme.accounts.set('bo-1', { email: bo.email, email_verified: false })
    acme.who = 'bo-1'
    t.equal((await signIn()).reply.statusCode, 403)
    acme.accounts.set('amara-1', { email: amara.email })
    acme.who = 'amara-1'
    t.ok(sessionIn((await signIn()).reply))
  }
)

t.test('an answer works once, in the browser that asked, for ten minutes', async (t) => {
  const { begin, signIn, comeBack, acme, clock } = await houseWithAcme(t)
  const { answer, ticket, reply } = await signIn()
  t.ok(sessionIn(reply))
  const notBegun = async (address: string, kept: string | undefined, what: string) => {
    const tried = await comeBack(address, kept)
    t.equal(tried.statusCode, 400, what)
    t.match(tried.body, /not begun in this browser/, what)
    t.equal(sessionIn(tried), undefined, what)
  }
  const again = await comeBack(answer, ticket)
  t.equal(again.statusCode, 401, 'the code again, with the ticket kept')
  t.match(again.body, /cannot be trusted/)
  t.equal(sessionIn(again), undefined)

  const other = await begin()
  await notBegun(answer, undefined, 'no ticket: a link that somebody else sent')
  await notBegun(answer, other.ticket, 'the ticket of another sign-in')
  await notBegun(answer, 'made up', 'a ticket that we did not write')
  await notBegun(answer.replace(/state=[^&]*/, 'state=x'), ticket, 'a changed state')
  await notBegun(`${answer}&state=x`.replace(/state=[^&]*&/, ''), ticket, 'another state instead')
  acme.who = null
  clock.set(new Date(Date.now() + 11 * 60_000).toISOString())
  await notBegun(answer, other.ticket, 'too late')
})

t.test('what the provider refuses, and a way in that there is not, is a page in words', async (t) => {
  const { app, begin, comeBack } = await houseWithAcme(t)
  const { state, ticket } = await begin()
  const callback = `${PUBLIC_URL}/sign-in/with/acme/callback`
  const iss = encodeURIComponent('http://localhost')
  const bare = await comeBack(callback, ticket)
  t.equal(bare.statusCode, 400)
  const wrongIssuer = await comeBack(`${callback}?error=access_denied&state=${state}&iss=${iss}`, ticket)
  t.equal(wrongIssuer.statusCode, 401, 'an answer of another issuer')
  for (const name of ['nobody', 'ACME', '..%2f']) {
    const reply = await app.inject({ url: `/sign-in/with/${name}`, headers: { accept: 'text/html' } })
    t.equal(reply.statusCode, 404, name)
  }
})
