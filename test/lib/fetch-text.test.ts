import type { RequestListener } from 'node:http'
import t, { type Test } from 'tap'
import { FetchFailed } from '../../src/lib/outbound/ask-stranger.ts'
import { fetchText } from '../../src/lib/outbound/fetch-text.ts'
import { type Outbound, PUBLIC_INTERNET } from '../../src/lib/outbound/outbound.ts'
import { HOSTS_INSIDE } from '../helpers/hosts-inside.ts'
import { canary, stranger } from '../helpers/stranger.ts'

const get = (url: string, outbound: Outbound, mostBytes = 1000) =>
  fetchText(url, { outbound, mostBytes, accept: 'text/calendar' })

/** Why it could not be fetched, or the text. */
async function outcome(url: string, outbound: Outbound, mostBytes?: number): Promise<string> {
  return get(url, outbound, mostBytes).catch((error: unknown) => {
    if (error instanceof FetchFailed) return error.failure
    throw error
  })
}

const hello: RequestListener = (_, reply) => reply.end('hello')

t.test('a public name is resolved once and fetched over TLS, by its name', async (t) => {
  const seen: string[] = []
  const server = await stranger(t, (request, reply) => {
    seen.push(`${request.headers.host} ${request.url} ${request.headers['accept-encoding']}`)
    reply.end('hello')
  })
  t.equal(await get(`${server.url}/me.ics?key=1`, server.outbound), 'hello')
  t.strictSame(seen, [`calendar.example:${server.port} /me.ics?key=1 identity`])
  t.equal(server.questions(), 1)
})

t.test('nothing leads inside: numbers in every form, names of this machine, private ranges', async (t) => {
  const inside = await canary(t)
  const outbound = { ...PUBLIC_INTERNET, timeoutMs: 3_000 }
  for (const host of HOSTS_INSIDE) {
    const why = await outcome(`https://${host}:${inside.port}/me.ics`, outbound)
    t.ok(['address-not-public', 'name-not-known', 'address-not-usable'].includes(why), `${host}: ${why}`)
  }
  t.equal(inside.connections(), 0)
})

t.test('the canary would have heard: with the guard down a connection does reach it', async (t) => {
  const inside = await canary(t)
  const open = { ...PUBLIC_INTERNET, isAllowed: () => true }
  t.equal(await outcome(`https://127.0.0.1:${inside.port}/`, open), 'no-answer')
  t.equal(inside.connections(), 1)
})

t.test('a name that also answers with an address inside is refused whole', async (t) => {
  const inside = await canary(t)
  for (const answers of [
    ['127.0.0.1'],
    ['127.0.0.2', '127.0.0.1'],
    ['127.0.0.1', '127.0.0.2'],
    ['127.0.0.2', '::1']
  ]) {
    const server = await stranger(t, hello, { lookup: async () => answers })
    t.equal(await outcome(`https://calendar.example:${inside.port}/`, server.outbound), 'address-not-public')
    t.equal(server.connections(), 0)
  }
  t.equal(inside.connections(), 0)
})

t.test('a resolver that changes its mind is not asked a second time', async (t) => {
  const answers = ['127.0.0.2', '127.0.0.1', '127.0.0.1']
  const server = await stranger(t, hello, { lookup: async () => [answers.shift()!] })
  const inside = await canary(t, server.port)
  t.equal(await get(server.url, server.outbound), 'hello')
  t.equal(server.questions(), 1)
  t.equal(inside.connections(), 0)
})

t.test('a redirect is not followed, inside or anywhere', async (t) => {
  const inside = await canary(t)
  for (const status of [301, 302, 303, 307, 308]) {
    const server = await stranger(t, (_, reply) => {
      reply.writeHead(status, { location: `https://127.0.0.1:${inside.port}/` }).end()
    })
    t.equal(await outcome(server.url, server.outbound), 'redirected')
    t.equal(server.connections(), 1)
  }
  t.equal(inside.connections(), 0)
})

t.test('only HTTPS, and no password in the address', async (t) => {
  const inside = await canary(t)
  const bad = [
    'http://calendar.example/',
    `http://127.0.0.1:${inside.port}/`,
    'file:///etc/passwd',
    'ftp://a/',
    'gopher://a/'
  ]
  for (const url of [
    ...bad,
    'https://me:secret@calendar.example/',
    'https://',
    'nonsense',
    '',
    'data:text/calendar,a'
  ])
    t.equal(await outcome(url, PUBLIC_INTERNET), 'address-not-usable', url)
  t.equal(inside.connections(), 0)
})

t.test('a certificate for another name, or of nobody we trust, is no answer', async (t) => {
  const server = await stranger(t, hello)
  t.equal(await outcome(`https://stranger.example:${server.port}/`, server.outbound), 'no-answer')
  const { ca: _, ...trusting } = server.outbound
  t.equal(await outcome(server.url, trusting), 'no-answer')
  t.equal(await outcome(`https://other.example:${server.port}/`, server.outbound), 'hello')
})

async function answering(t: Test, answer: RequestListener, mostBytes?: number, timeoutMs = 5_000) {
  const server = await stranger(t, answer, { timeoutMs })
  return outcome(server.url, server.outbound, mostBytes)
}

t.test('size is limited, whether the length is told, hidden or packed', async (t) => {
  t.equal(await answering(t, (_, reply) => reply.end('a'.repeat(1000))), 'a'.repeat(1000))
  t.equal(await answering(t, (_, reply) => reply.end('a'.repeat(1001))), 'too-large')
  t.equal(
    await answering(t, (_, reply) => {
      const drip = setInterval(() => reply.write('a'.repeat(600)), 5)
      reply.once('close', () => clearInterval(drip))
    }),
    'too-large'
  )
  t.equal(
    await answering(t, (_, reply) => reply.writeHead(200, { 'content-encoding': 'gzip' }).end('zip')),
    'refused'
  )
})

t.test('time is limited, for the resolver, the first byte and the last one', async (t) => {
  const startedAt = performance.now()
  t.equal(await answering(t, () => {}, 1000, 300), 'no-answer')
  t.equal(
    await answering(
      t,
      (_, reply) => {
        const drip = setInterval(() => reply.write('a'), 50)
        reply.once('close', () => clearInterval(drip))
      },
      1000,
      300
    ),
    'no-answer'
  )
  const silent = await stranger(t, hello, { timeoutMs: 300, lookup: () => new Promise(() => {}) })
  t.equal(await outcome(silent.url, silent.outbound), 'no-answer')
  t.ok(performance.now() - startedAt < 8_000)
})

t.test('what is no success is told apart', async (t) => {
  for (const status of [204, 401, 403, 404, 500])
    t.equal(await answering(t, (_, reply) => reply.writeHead(status).end()), 'refused')
  t.equal(await answering(t, (request) => request.socket.destroy()), 'no-answer')
  const nobody = await stranger(t, hello, { lookup: async () => [] })
  t.equal(await outcome(nobody.url, nobody.outbound), 'name-not-known')
  const failing = await stranger(t, hello, { lookup: async () => Promise.reject(new Error('SERVFAIL')) })
  t.equal(await outcome(failing.url, failing.outbound), 'name-not-known')
})
