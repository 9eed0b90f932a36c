import { fork } from 'node:child_process'
import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { fileURLToPath } from 'node:url'
import t, { type Test } from 'tap'
import { testApp } from '../../helpers/app.ts'
import { insertSmallCompany } from '../../helpers/people.ts'

const WORKER = fileURLToPath(new URL('../../helpers/proxy-worker.ts', import.meta.url))
/** Loopback has a whole network of addresses: the proxy's, and those of people in front of it. */
const PROXY = '127.0.0.9'
const HOME = '127.0.0.21'
const CAFE = '127.0.0.22'

async function startProxy(t: Test, target: string): Promise<string> {
  const child = fork(WORKER, [], { execArgv: ['--import', 'tsx'] })
  t.teardown(async () => {
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
  })
  child.send({ target, speaksFrom: PROXY })
  const [{ address }] = (await once(child, 'message')) as [{ address: string }]
  return address
}

interface Asking {
  /** The client's own address. */
  from: string
  headers?: Record<string, string>
}

/** Uses up a link that does not exist: 20 a minute from one address. */
async function trySignIn(address: string, { from, headers = {} }: Asking) {
  const sent = request(`${address}/api/sessions`, {
    ...{ method: 'POST', localAddress: from },
    headers: { 'content-type': 'application/json', ...headers }
  })
  sent.end('{"linkToken":"guessed"}')
  const [reply] = (await once(sent, 'response')) as [IncomingMessage]
  reply.resume()
  await once(reply, 'end')
  return { status: reply.statusCode!, retryAfter: reply.headers['retry-after'] }
}

async function statusesOf(times: number, ask: (turn: number) => Promise<{ status: number }>) {
  const statuses: number[] = []
  for (let turn = 0; turn < times; turn += 1) statuses.push((await ask(turn)).status)
  return statuses
}

const TWENTY = Array.from({ length: 20 }, () => 401)

async function behindProxy(t: Test, trustProxy: string[]) {
  const house = await testApp(t, { trustProxy })
  const direct = await house.app.listen({ host: '127.0.0.1', port: 0 })
  return { ...house, direct, proxied: await startProxy(t, direct) }
}

t.test(
  'behind the proxy that is named, everybody has a limit of their own and is told to wait',
  async (t) => {
    const { proxied } = await behindProxy(t, [PROXY])
    t.strictSame(await statusesOf(20, () => trySignIn(proxied, { from: HOME })), TWENTY)
    const refused = await trySignIn(proxied, { from: HOME })
    t.equal(refused.status, 429)
    t.ok(Number(refused.retryAfter) > 0 && Number(refused.retryAfter) <= 60, `wait ${refused.retryAfter} s`)
    t.equal((await trySignIn(proxied, { from: CAFE })).status, 401, 'somebody else is not slowed down')

    const forged = (turn: number) => ({ 'x-forwarded-for': `203.0.113.${turn}`, 'x-real-ip': '203.0.113.9' })
    const lies = await statusesOf(3, (turn) => trySignIn(proxied, { from: HOME, headers: forged(turn) }))
    t.strictSame(lies, [429, 429, 429], 'what a client writes before the proxy does not count')
  }
)

t.test('who comes past the proxy is counted by their own address, whatever they forge', async (t) => {
  const { direct } = await behindProxy(t, [PROXY])
  const forged = (turn: number) => ({
    'x-forwarded-for': `198.51.100.${turn}, ${PROXY}`,
    forwarded: `for=198.51.100.${turn}`
  })
  const statuses = await statusesOf(21, (turn) => trySignIn(direct, { from: HOME, headers: forged(turn) }))
  t.strictSame(statuses, [...TWENTY, 429])
  t.equal((await trySignIn(direct, { from: CAFE })).status, 401)
})

t.test('while no proxy is named, nobody is believed: all who come through one are one', async (t) => {
  const { proxied } = await behindProxy(t, [])
  const statuses = await statusesOf(21, (turn) =>
    trySignIn(proxied, {
      from: turn % 2 === 0 ? HOME : CAFE,
      headers: { 'x-forwarded-for': `192.0.2.${turn}` }
    })
  )
  t.strictSame(statuses, [...TWENTY, 429])
})

t.test('a feed has a limit of its own, however its address is written', async (t) => {
  const { app, db, as } = await testApp(t)
  const { amara, bo } = await insertSmallCompany(db)
  const feedOf = async (who: { id: string }) =>
    new URL((await as(who).post('/api/me/feeds', { purpose: 'own' })).json().url).pathname
  const [hers, his] = [await feedOf(amara), await feedOf(bo)]
  const written = (turn: number) => [hers, `${hers}?x=${turn}`, hers.replace('.ics', '%2eics')][turn % 3]!
  const statuses: number[] = []
  for (let turn = 0; turn < 60; turn += 1)
    statuses.push((await app.inject({ url: written(turn) })).statusCode)
  t.strictSame(new Set(statuses), new Set([200]))
  for (let turn = 0; turn < 3; turn += 1) {
    const refused = await app.inject({ url: written(turn) })
    t.equal(refused.statusCode, 429, written(turn))
    t.ok(Number(refused.headers['retry-after']) > 0)
  }
  t.equal((await app.inject({ url: his })).statusCode, 200, 'another feed from the same address')
})
