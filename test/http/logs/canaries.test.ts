import { Writable } from 'node:stream'
import { eq } from 'drizzle-orm'
import pg from 'pg'
import t, { type Test } from 'tap'
import { employees } from '../../../db/schema/employees.ts'
import { exemptions } from '../../../db/schema/exemptions.ts'
import { learnings } from '../../../db/schema/learnings.ts'
import { createSignInLink } from '../../../src/sign-in/sign-in-links.ts'
import { newSigningKey } from '../../../src/sign-in/signing-key.ts'
import { type Method, testApp } from '../../helpers/app.ts'
import { insertWorld } from '../../helpers/world.ts'
import { MATRIX } from '../authorisation/matrix.ts'
import { type Persona, personOf, subjectOf } from '../authorisation/row.ts'
import type { JsonSchema } from '../fuzz/json-schema.ts'
import { operationsOf } from '../fuzz/requests.ts'

/** What people write, planted wherever they may write. */
const WORDS = {
  name: 'Canaryna Namesson',
  email: 'canaryna.mail@fjordlys.example',
  reason: 'canary-reason-7c1',
  customerWords: 'canary-customer-5e9',
  learning: 'canary-learning-2b4'
}
const PLANTED = Object.values(WORDS).join(' ')

/** Every text that people may write becomes the planted words; what is chosen from a list or has a form stays. */
function planted(value: unknown, schema: JsonSchema | undefined): unknown {
  if (Array.isArray(value)) return value.map((item) => planted(item, schema?.items as JsonSchema))
  if (value !== null && typeof value === 'object') {
    const fields = schema?.properties as Record<string, JsonSchema> | undefined
    return Object.fromEntries(
      Object.entries(value).map(([name, field]) => [name, planted(field, fields?.[name])])
    )
  }
  const isFree =
    schema?.type === 'string' && !schema.format && !schema.enum && [undefined, '\\S'].includes(schema.pattern)
  return typeof value === 'string' && isFree ? PLANTED.slice(0, schema.maxLength ?? PLANTED.length) : value
}

async function listening(t: Test) {
  let output = ''
  const logTo = new Writable({
    write: (chunk: Buffer, _, done) => {
      output += chunk.toString()
      done()
    }
  })
  const signingKey = newSigningKey()
  const house = await testApp(t, { logLevel: 'debug', logTo, signingKey })
  const { db, clock, as, tokenOf } = house
  const world = await insertWorld(db, clock.now())
  await db
    .update(employees)
    .set({ name: WORDS.name, email: WORDS.email })
    .where(eq(employees.id, world.amara.id))
  await db.update(learnings).set({ customerWords: WORDS.customerWords, obstacle: WORDS.learning })
  await db.update(exemptions).set({ note: WORDS.reason })
  const visitor = { db, now: clock.now, actor: null, requestId: null }
  const scopes = ['me:read', 'hours:read', 'people:read']
  const expiresAt = '2027-04-01T00:00:00Z'
  const rotated = await as(world.ada).post(`/api/webhooks/${world.hooks.webhookId}/secret-rotation`)
  const feed = (await as(world.amara).post('/api/me/feeds', { purpose: 'own' })).json().url as
    | string
    | undefined
  const secrets: Record<string, string> = {
    session: await tokenOf(world.amara),
    link: await createSignInLink(visitor, WORDS.email),
    key: (await as(world.ada).post('/api/me/api-keys', { name: 'x', scopes, expiresAt })).json().token,
    feed: new URL(feed ?? 'http://localhost/').pathname
      .split('/')
      .at(-1)!
      .replace(/\.ics$/, ''),
    webhook: String(rotated.json().secret).replace(/^whsec_/, ''),
    signing: signingKey.privatePem.split('\n')[1]!
  }
  const found = () =>
    Object.entries({ ...WORDS, ...secrets })
      .filter(([, word]) => output.includes(word) || output.includes(encodeURIComponent(word)))
      .map(([name]) => name)
  return { ...house, world, secrets, found, output: () => output }
}

t.test('the canaries are ones: each is long enough to be found, and would be', async (t) => {
  const { secrets, found, app } = await listening(t)
  for (const [name, secret] of Object.entries(secrets)) t.ok(secret.length >= 20, `${name} ${secret.length}`)
  t.strictSame(found(), [])
  app.log.info(`${WORDS.name} ${encodeURIComponent(WORDS.email)} ${secrets.feed}`)
  t.strictSame(found(), ['name', 'email', 'feed'])
})

t.test('no operation of the API writes down who it was about, what was written, or a key', async (t) => {
  const { app, world, tokenOf, found, output } = await listening(t)
  let answered = ''
  for (const operation of operationsOf(app.swagger())) {
    for (const row of [MATRIX[operation.operationId] ?? []].flat()) {
      for (const persona of ['employee', 'admin'] satisfies Persona[]) {
        const subject = subjectOf(world, persona, persona === 'admin' ? 'team' : 'own')
        const schema = Object.values(operation.bodies)[0]
        const body = planted(row.body?.(subject, world), schema)
        const texts = operation.parameters.filter(({ in: place, schema: { type, format, enum: words } }) => {
          return place === 'query' && type === 'string' && !format && !words
        })
        const reply = await app.inject({
          method: operation.method as Method,
          url: operation.url.replaceAll(/\{(\w+)\}/g, (_, name: string) => subject.params[name]!),
          query: { ...Object.fromEntries(texts.map(({ name }) => [name, PLANTED])), ...row.query },
          headers: {
            authorization: `Bearer ${await tokenOf(personOf(world, persona))}`,
            ...(body !== undefined && { 'content-type': row.contentType ?? 'application/json' })
          },
          ...(body !== undefined && { payload: typeof body === 'string' ? body : JSON.stringify(body) })
        })
        answered += reply.body
      }
    }
  }
  for (const word of Object.values(WORDS)) t.ok(answered.includes(word), `${word} went through`)
  t.ok(output().split('\n').length > 600, 'every request is written down')
  t.notMatch(output(), /"level":50/, 'and none was our fault')
  t.strictSame(found(), [])
})

t.test(
  'pages, addresses that are keys, searches and addresses of nothing hide what stands in them',
  async (t) => {
    const { app, as, world, secrets, found, output, tokenOf } = await listening(t)
    const html = { accept: 'text/html' }
    const words = encodeURIComponent(PLANTED)
    const cookie = { ...html, cookie: `lyttepost_session=${secrets.session}` }
    const urls = [
      '/',
      '/schedule',
      '/me/shifts',
      '/me/time',
      '/swaps',
      '/inbox',
      '/people',
      '/learnings',
      '/reports'
    ]
    for (const url of urls) {
      t.ok((await app.inject({ url: `${url}?search=${words}`, headers: cookie })).statusCode < 500, url)
      await as(world.ada).send('GET', url, { headers: html })
    }
    const addresses = [
      ...[`/sign-in/link/${secrets.link}`, `/sign-in/link/${secrets.link}/`, `/feeds/${secrets.feed}.ics`],
      ...[`/feeds//${secrets.feed}`, `/FEEDS/${secrets.feed}`, `/nothing/${secrets.key}`, `/${words}`],
      ...[`/unsubscribe/${secrets.session}`, `/api/me?token=${secrets.key}`, `/api/employees/${words}`],
      ...[`/api/${secrets.webhook}/${secrets.signing}`, `/%E0%A4%A/${secrets.feed}`]
    ]
    for (const url of addresses) {
      for (const method of ['GET', 'POST'] as const) await app.inject({ method, url, headers: html })
      await app.inject({ url, headers: { authorization: `Bearer ${secrets.key}` } })
    }
    await app.inject({ url: '/api/me', headers: { host: WORDS.email, referer: `http://x/${secrets.feed}` } })
    await app.inject({
      ...{ method: 'POST', url: '/api/me/absences' },
      headers: { authorization: `Bearer ${await tokenOf(world.amara)}`, 'content-type': 'application/json' },
      payload: `{"kind": "${WORDS.reason}`
    })
    t.match(output(), /"route":"\/sign-in\/link\/:token"/, 'the template is there')
    t.strictSame(found(), [])
  }
)

t.test('an error says what it is and where, not what it was about', async (t) => {
  const { app, pool, tokenOf, world, found, output } = await listening(t)
  const token = await tokenOf(world.amara)
  const query = pool.query
  const breakWith = async (error: Error, url: string, headers: object = {}) => {
    // Who asks is still found out, so that the route itself fails.
    pool.query = ((...args: Parameters<typeof query>) => {
      const text = (args[0] as { text?: string }).text ?? ''
      if (text.includes('"sessions"')) return query.apply(pool, args)
      return Promise.reject(error)
    }) as typeof query
    const reply = await app.inject({ url, headers: { authorization: `Bearer ${token}`, ...headers } })
    pool.query = query
    return reply
  }
  const refused = Object.assign(new pg.DatabaseError(`invalid input: "${WORDS.learning}"`, 1, 'error'), {
    ...{ code: '23505', constraint: 'employees_email_unique', table: 'employees' },
    ...{ detail: `Key (email)=(${WORDS.email}) already exists.`, where: WORDS.name }
  })
  const bug = new TypeError(`Cannot read ${WORDS.customerWords} of ${WORDS.name}`, {
    cause: new Error(WORDS.reason)
  })
  const searching = `/api/employees?search=${encodeURIComponent(WORDS.name)}`
  for (const error of [refused, bug]) {
    for (const [url, headers] of [
      [searching, {}],
      ['/me/shifts', { accept: 'text/html' }],
      ['/api/me/absences', {}]
    ] as const) {
      const reply = await breakWith(error, url, headers)
      t.equal(reply.statusCode, 500, url)
      t.notMatch(reply.body, /canary-|Canaryna Namesson/, 'nor is the client told')
    }
  }
  app.log.error(bug)
  app.log.error({ err: refused })
  app.log.warn(new Error(WORDS.email), 'with a text')
  t.strictSame(found(), [])
  const lines = output()
    .split('\n')
    .filter((line) => line.includes('"level":50'))
    .map((line) => JSON.parse(line))
  t.ok(lines.length >= 8)
  t.match(lines[0], {
    msg: 'unexpected error',
    err: { cause: { code: '23505', constraint: 'employees_email_unique' } }
  })
  t.match(JSON.stringify(lines[0]), /at .*\.ts:\d+:\d+/, 'a place in the code')
  t.match(lines.at(-1), { msg: 'an error', err: { code: '23505' } })
})
