import t, { type Test } from 'tap'
import { auditEntries } from '../../../db/schema/audit.ts'
import { networkOf } from '../../../src/lib/tally.ts'
import { MOST_REFUSED } from '../../../src/sign-in/guesses.ts'
import { testAppOn } from '../../helpers/app.ts'
import { provisionedCompany } from '../scim/scim-cast.ts'

const PROXY = '10.0.0.9'
const HOME = '203.0.113.5'
const CAFE = '198.51.100.7'

type From = { remoteAddress: string; forwardedFor?: string }

/** The small company with limits on, and a way to ask from an address. */
async function limited(t: Test, more: Parameters<typeof provisionedCompany>[1] = {}) {
  const house = await provisionedCompany(t, { rateLimits: { perActor: 600 }, ...more })
  const ask = (url: string, bearer: string | null, { remoteAddress, forwardedFor }: From) =>
    house.app.inject({
      ...{ url, remoteAddress },
      headers: {
        ...(bearer !== null && { authorization: `Bearer ${bearer}` }),
        ...(forwardedFor && { 'x-forwarded-for': forwardedFor })
      }
    })
  /** So many as may be wrong in a minute, each another one. */
  const guess = async (url: (turn: number) => string, from: From, isToken = true) => {
    const statuses = new Set<number>()
    for (let turn = 0; turn < MOST_REFUSED; turn += 1)
      statuses.add((await ask(url(turn), isToken ? `guess-${turn}` : null, from)).statusCode)
    return [...statuses]
  }
  return { ...house, ask, guess }
}

const me = () => '/api/me'

t.test(
  'who tries tokens is told to wait; neighbours whose token was right go on, and others do',
  async (t) => {
    const { ask, guess, as, amara, bo, clock } = await limited(t)
    const wanted = { name: 'Export', scopes: ['me:read'], expiresAt: '2027-06-01T00:00:00Z' }
    const keyOf = async (who: { id: string }) => (await as(who).post('/api/me/api-keys', wanted)).json().token
    const [used, fresh] = [await keyOf(amara), await keyOf(bo)]
    const home = { remoteAddress: HOME }
    clock.set('2027-03-01T08:00:20Z')
    t.equal((await ask('/api/me', used, home)).statusCode, 200)

    t.strictSame(await guess(me, home), [401])
    const refused = await ask('/api/me', 'one-more', home)
    t.match(refused.json(), { status: 429, code: 'TOO_MANY_REFUSED' })
    t.equal(refused.headers['retry-after'], '40', 'until the minute is over')
    t.equal((await ask('/api/me', fresh, home)).statusCode, 429, 'nothing is looked up, so nothing is learnt')
    t.equal((await ask('/api/me', used, home)).statusCode, 200)
    t.equal((await ask('/api/me', null, home)).statusCode, 401, 'who sends none guesses nothing')
    t.equal((await ask('/api/me', fresh, { remoteAddress: CAFE })).statusCode, 200, 'from elsewhere')

    clock.set('2027-03-01T08:01:00Z')
    t.equal((await ask('/api/me', 'one-more', home)).statusCode, 401)
    t.equal((await ask('/api/me', fresh, home)).statusCode, 200)
  }
)

t.test('calendar addresses are guessed as slowly, and a calendar that is read goes on', async (t) => {
  const { ask, guess, as, amara } = await limited(t)
  const feed = new URL((await as(amara).post('/api/me/feeds', { purpose: 'own' })).json().url).pathname
  const from = { remoteAddress: HOME }
  t.equal((await ask(feed, null, from)).statusCode, 200)
  const wrong = (turn: number) => `/feeds/${String(turn).padStart(32, 'x')}.ics`
  t.strictSame(await guess(wrong, from, false), [404])
  const refused = await ask(wrong(1000), null, from)
  t.equal(refused.statusCode, 429)
  t.equal(refused.headers['retry-after'], '60')
  t.equal((await ask(feed, null, from)).statusCode, 200)
})

t.test('an identity provider with a wrong token waits, and the audit log is not filled by it', async (t) => {
  const { ask, guess, db } = await limited(t)
  const from = { remoteAddress: HOME }
  t.strictSame(await guess(() => '/scim/v2/Users', from), [401])
  for (let more = 0; more < 10; more += 1) {
    const refused = await ask('/scim/v2/Users', `more-${more}`, from)
    t.match(refused.json(), { status: '429', detail: /^Too many wrong tokens/ })
  }
  const kept = async () =>
    (await db.select().from(auditEntries)).filter(({ action }) => action === 'request.refused').length
  t.equal(await kept(), 60, 'sixty a minute of one network, not seventy')
  await ask('/scim/v2/Users', 'somebody-else', { remoteAddress: CAFE })
  t.equal(await kept(), 61)
})

t.test(
  'behind the proxy that is named each client has a count of its own, which nobody can forge',
  async (t) => {
    const { ask, guess } = await limited(t, { trustProxy: [PROXY] })
    const through = (forwardedFor: string): From => ({ remoteAddress: PROXY, forwardedFor })
    t.strictSame(await guess(me, through(HOME)), [401])
    t.equal((await ask('/api/me', 'x', through(HOME))).statusCode, 429)
    t.equal(
      (await ask('/api/me', 'x', through(`192.0.2.1, ${HOME}`))).statusCode,
      429,
      'what it wrote itself'
    )
    t.equal((await ask('/api/me', 'x', through(CAFE))).statusCode, 401)
    t.equal(
      (await ask('/api/me', 'x', { remoteAddress: HOME, forwardedFor: CAFE })).statusCode,
      429,
      'past the proxy'
    )
  }
)

t.test('a network of version 6 is one, whichever of its addresses asks', async (t) => {
  const { ask, guess } = await limited(t)
  t.strictSame(await guess(me, { remoteAddress: '2001:db8:7:8::1' }), [401])
  t.equal((await ask('/api/me', 'x', { remoteAddress: '2001:db8:7:8:aaaa:bbbb:cccc:1' })).statusCode, 429)
  t.equal((await ask('/api/me', 'x', { remoteAddress: '2001:db8:7:9::1' })).statusCode, 401)
  t.equal(networkOf('::ffff:192.0.2.7'), '192.0.2.7')
  t.equal(networkOf('2001:DB8::1'), '2001:db8:0:0')
  t.equal(networkOf('fe80::1%eth0'), 'fe80:0:0:0')
})

t.test('the token of the figures is guessed as slowly', async (t) => {
  const { db, clock } = await limited(t)
  const options = { rateLimits: { perActor: 600 }, metricsToken: 'a-token-of-twenty-signs-and-more' }
  const { app } = await testAppOn(t, db, { ...options, now: clock.now().toISOString() })
  const ask = (turn: number) => app.inject({ url: '/metrics', headers: { authorization: `Bearer ${turn}` } })
  for (let turn = 0; turn < MOST_REFUSED; turn += 1) t.equal((await ask(turn)).statusCode, 401)
  t.equal((await ask(MOST_REFUSED)).statusCode, 429)
})
