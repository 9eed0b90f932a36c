import { generateKeyPairSync } from 'node:crypto'
import { subMinutes } from 'date-fns'
import { eq } from 'drizzle-orm'
import t, { type Test } from 'tap'
import { deliveries } from '../../../db/schema/deliveries.ts'
import { jobRuns, jobs } from '../../../db/schema/job-runs.ts'
import { notices } from '../../../db/schema/notices.ts'
import { urlOf } from '../../../scripts/url-of.ts'
import { createSignInLink } from '../../../src/sign-in/sign-in-links.ts'
import { testDatabase } from '../../helpers/database.ts'
import { insertSmallCompany } from '../../helpers/people.ts'
import { type ServerProcess, serverProcess } from '../../helpers/server-process.ts'
import { mailServer } from '../notices/mail-server.ts'

const NOTICES = 30
const MAIL_PASSWORD = 'canary-mail-password-81'
const METRICS_TOKEN = 'canary-metrics-token-0123456789abcdef'

/** Two servers as an operator starts them, on one database that has mail to send and jobs to make up for. */
async function twoServers(t: Test) {
  const { db, pool, connection } = await testDatabase(t)
  const company = await insertSmallCompany(db)
  const mail = await mailServer()
  t.teardown(() => mail.close())
  const now = new Date()
  await db.insert(jobs).values({ name: 'deliver-notices', plannedUntil: subMinutes(now, 3) })
  const told = {
    employeeId: company.bo.id,
    kind: 'hours-credited',
    facts: { minutes: 30, onDay: '2027-03-01' }
  }
  await db.insert(notices).values(Array.from({ length: NOTICES }, () => ({ ...told, createdAt: now })))
  // Whoever wants to be told at once, and at any hour: the test runs by the real clock.
  const chosen = [
    'insert into notice_preferences values ($1, $2, $3, now())',
    [company.bo.id, 'hours', 'at_once']
  ] as const
  await pool.query(chosen[0], [...chosen[1]])
  await pool.query('insert into quiet_hours (employee_id, set_at) values ($1, now())', [company.bo.id])
  const signingKey = generateKeyPairSync('ed25519').privateKey.export({
    type: 'pkcs8',
    format: 'pem'
  }) as string
  const settings = {
    ...{ DATABASE_URL: urlOf(connection), SIGNING_KEY: signingKey, LOG_LEVEL: 'debug', METRICS_TOKEN },
    ...{
      SMTP_URL: mail.url.replace('//', `//support:${MAIL_PASSWORD}@`),
      MAIL_FROM: 'support@fjordlys.example'
    }
  }
  const servers = await Promise.all([serverProcess(t, settings), serverProcess(t, settings)])
  const visitor = { db, now: () => new Date(), actor: null, requestId: null }
  const signIn = async ({ address }: ServerProcess, who: { email: string }) => {
    const linkToken = await createSignInLink(visitor, who.email)
    const reply = await call(address, 'POST', '/api/sessions', { body: { linkToken } })
    return (reply.json as { accessToken: string }).accessToken
  }
  return { db, ...company, mail, servers: servers as [ServerProcess, ServerProcess], signIn, signingKey }
}

async function call(
  address: string,
  method: string,
  path: string,
  { token, body }: { token?: string; body?: object } = {}
) {
  const reply = await fetch(`${address}${path}`, {
    method,
    headers: {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(body && { 'content-type': 'application/json' })
    },
    ...(body && { body: JSON.stringify(body) })
  })
  const text = await reply.text()
  const isJson = reply.headers.get('content-type')?.includes('json') === true
  return { status: reply.status, text, json: isJson ? (JSON.parse(text) as unknown) : null }
}

/** Looks again until it is so; the servers go by the real clock. */
async function until(isSo: () => Promise<boolean> | boolean, what: string): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt += 1) {
    if (await isSo()) return
    await new Promise((next) => setTimeout(next, 100))
  }
  throw new Error(`It never came to this: ${what}`)
}

t.test('two servers on one PostgreSQL behave as one', { timeout: 240_000 }, async (t) => {
  const { db, servers, signIn, amara, bo, lars, ada, mail, signingKey } = await twoServers(t)
  const [one, two] = servers
  const secrets = [MAIL_PASSWORD, METRICS_TOKEN, signingKey.split('\n')[1]!, amara.email, 'Okafor']

  await t.test('who signed in at one is signed in at the other, and signed out at both', async (t) => {
    const token = await signIn(one, amara)
    secrets.push(token)
    t.match((await call(two.address, 'GET', '/api/me', { token })).json, { employeeId: amara.id })
    t.equal((await call(two.address, 'DELETE', '/api/sessions/current', { token })).status, 204)
    for (const { address } of servers) t.equal((await call(address, 'GET', '/api/me', { token })).status, 401)
  })

  await t.test('a key and a feed work at both, and once revoked at one are dead at both', async (t) => {
    const token = await signIn(one, amara)
    const expiresAt = new Date(Date.now() + 86_400_000).toISOString()
    const body = { name: 'Export', scopes: ['me:read'], expiresAt }
    const key = (await call(one.address, 'POST', '/api/me/api-keys', { token, body })).json as {
      id: string
      token: string
    }
    const feed = (await call(two.address, 'POST', '/api/me/feeds', { token, body: { purpose: 'own' } }))
      .json as {
      id: string
      url: string
    }
    const path = new URL(feed.url).pathname
    secrets.push(key.token, path.slice('/feeds/'.length, -'.ics'.length))
    const statuses = async () => {
      const found: number[] = []
      for (const { address } of servers) {
        found.push((await call(address, 'GET', '/api/me', { token: key.token })).status)
        found.push((await call(address, 'GET', path)).status)
      }
      return found
    }
    t.strictSame(await statuses(), [200, 200, 200, 200])
    t.equal((await call(two.address, 'DELETE', `/api/me/api-keys/${key.id}`, { token })).status, 204)
    t.equal((await call(one.address, 'DELETE', `/api/me/feeds/${feed.id}`, { token })).status, 204)
    t.strictSame(await statuses(), [401, 404, 401, 404])
  })

  await t.test('a page open at one hears of what was done at the other', async (t) => {
    const gone = new AbortController()
    const headers = { authorization: `Bearer ${await signIn(two, amara)}` }
    const stream = await fetch(`${two.address}/me/events`, { headers, signal: gone.signal })
    let heard = ''
    const listening = (async () => {
      const decoder = new TextDecoder()
      const chunks = stream.body as unknown as AsyncIterable<Uint8Array>
      for await (const chunk of chunks) heard += decoder.decode(chunk)
    })().catch(() => {})
    await until(() => heard.includes(': listening'), 'the stream is open')
    const onDay = new Date().toISOString().slice(0, 10)
    const credit = { minutes: 30, onDay, reason: 'canary-reason-of-credit' }
    secrets.push(credit.reason)
    const token = await signIn(one, lars)
    const done = await call(one.address, 'POST', `/api/employees/${amara.id}/credits`, {
      token,
      body: credit
    })
    t.equal(done.status, 201, done.text)
    await until(() => heard.includes('event: changed'), 'the change is heard')
    gone.abort()
    await listening
    t.match(heard, /event: changed/)
  })

  await t.test('jobs that an outage missed run once each, and each message is sent once', async (t) => {
    const runs = () => db.select().from(jobRuns).where(eq(jobRuns.job, 'deliver-notices'))
    const sent = () => db.select().from(deliveries).where(eq(deliveries.employeeId, bo.id))
    await until(async () => {
      const all = await runs()
      return all.length >= 3 && all.every(({ finishedAt }) => finishedAt !== null)
    }, 'every run is finished')
    await until(async () => {
      const all = await sent()
      return all.length === NOTICES && all.every(({ sentAt }) => sentAt !== null)
    }, 'every message is sent')
    for (const { attempts, failure } of await runs())
      t.match({ attempts, failure }, { attempts: 1, failure: null })
    const ids = mail.mails.filter(({ to }) => to[0] === bo.email).map(({ headers }) => headers['message-id'])
    t.equal(ids.length, NOTICES, 'none twice')
    t.equal(new Set(ids).size, NOTICES, 'none missing')
    const token = await signIn(two, ada)
    t.equal((await call(one.address, 'POST', '/api/jobs/forget-old-keys/runs', { token })).status, 202)
    t.match((await call(two.address, 'GET', '/api/jobs', { token })).text, /"name":"forget-old-keys"/)
  })

  await t.test('each limits who asks it too often; the limit is of the replica', async (t) => {
    const guess = ({ address }: ServerProcess) =>
      call(address, 'POST', '/api/sessions', { body: { linkToken: 'guessed' } })
    let last = 401
    for (let turn = 0; turn < 25 && last === 401; turn += 1) last = (await guess(one)).status
    t.equal(last, 429)
    t.equal((await guess(two)).status, 401)
  })

  await t.test(
    'both are ready and measured, wrote down nothing secret, and end as they are asked',
    async (t) => {
      for (const { address } of servers) {
        t.match((await call(address, 'GET', '/readyz')).json, { status: 'ready' })
        const metrics = await call(address, 'GET', '/metrics', { token: METRICS_TOKEN })
        t.match(metrics.text, /^lyttepost_outbox_messages\{channel="webhook"\} 0$/m)
      }
      for (const server of servers) {
        t.equal(await server.stop(), 0)
        t.ok(server.output().split('\n').length > 30, 'each request is a line')
        for (const secret of secrets) t.notOk(server.output().includes(secret), secret.slice(0, 12))
      }
    }
  )
})
