import { setTimeout as pause } from 'node:timers/promises'
import { v7 } from 'uuid'
import type { Connection } from '../../db/client.ts'
import { newSigningKey } from '../../src/sign-in/signing-key.ts'
import { type Say, type Served, see, serve } from '../drill/lyttepost.ts'
import { type Asked, ask, until } from './ask.ts'
import { type Caller, signIn } from './company.ts'
import { type LivePage, openLivePage } from './live-page.ts'
import { type FaultyWay, openFaultyWay } from './proxy.ts'

export interface AwayOptions {
  connection: Connection
  caller: Caller
  /** Who may credit hours, which the other one's open page hears of. */
  hr: Caller
  /** Restarts the server for real; left out: its connections are cut and refused. */
  restart?: { kill(): Promise<void>; start(): Promise<Connection> }
  seconds: number
  /** Milliseconds for an answer while the database is away. */
  answerMs: number
  /** Milliseconds until all is as before. */
  recoveryMs: number
  say: Say
}

interface Scene {
  name: string
  begin: () => Promise<void> | void
  end: () => Promise<void>
}

/** Longer than anybody waits: a database that answers after five seconds is away. */
const SLOW_MS = 5_000

/**
 * The database refuses, swallows, is slow, and is restarted, each for so long under requests, beside a real server: every
 * request is answered in time that the database is away, the process lives and is healthy and not ready, and afterwards all
 * is as before, live pages included.
 */
export async function databaseAway(options: AwayOptions): Promise<void> {
  const way = await openFaultyWay(options.connection)
  const signingKey = newSigningKey()
  const settings = { PORT: '0', LOG_LEVEL: 'warn' }
  const env = { ...settings, DATABASE_URL: way.connection.url, SIGNING_KEY: signingKey.privatePem }
  const server = await serve(env)
  try {
    const session = await signIn(options.connection, signingKey, options.caller)
    for (const scene of scenesOf(way, options)) await play(server, scene, { ...options, session })
    see('the process has lived through it all', server.isAlive(), options.say)
  } catch (error) {
    options.say(server.said().slice(-4000))
    throw error
  } finally {
    await way.mend()
    await server.stop()
    await way.close()
  }
}

function scenesOf(way: FaultyWay, { restart }: AwayOptions): Scene[] {
  const end = () => way.mend()
  return [
    { name: 'refuses', begin: () => way.refuse(), end },
    { name: 'swallows what it is sent', begin: () => way.swallow(), end },
    { name: 'answers late', begin: () => way.slow(SLOW_MS), end },
    {
      name: 'is killed and started again',
      begin: async () => (restart ? restart.kill() : way.refuse()),
      end: async () => {
        if (restart) way.lead(await restart.start())
        await way.mend()
      }
    }
  ]
}

interface Stage extends AwayOptions {
  /** The caller's, for pages. Good for a quarter of an hour. */
  session: string
}

async function play(server: Served, { name, begin, end }: Scene, stage: Stage): Promise<void> {
  const { address } = server
  const { session } = stage
  const before = openLivePage(address, session)
  await until('a page is live', stage.recoveryMs, async () => before.heard().includes(': listening'))
  await begin()
  const asked = await askFor(stage, address)
  see(`it ${name}: the process lives`, server.isAlive(), stage.say)
  judge(asked, stage)
  await end()
  const ms = await until('requests are served again', stage.recoveryMs, () => isBack(address, stage.caller))
  stage.say(`  served again ${Math.round(ms)} ms after it was back`)
  await before.close()
  await hearAgain(address, stage)
}

interface AskedFor {
  api: Asked[]
  pages: Asked[]
  health: Asked[]
  readiness: Asked[]
}

/** Four times a second, whether what was asked before is answered or not. */
async function askFor({ seconds, caller, session }: Stage, address: string): Promise<AskedFor> {
  const began = performance.now()
  const rounds: Promise<Asked[]>[] = []
  const absence = { kind: 'leave', fromOn: '2040-01-01', lastOn: '2040-01-01' }
  while (performance.now() - began < seconds * 1000) {
    rounds.push(
      Promise.all([
        ask(address, '/api/me', { token: caller.token }),
        ask(address, '/api/me/absences', { method: 'POST', token: caller.token, body: absence, key: v7() }),
        ask(address, '/', { token: session, accept: 'text/html' }),
        ask(address, '/healthz', { token: session }),
        ask(address, '/readyz')
      ])
    )
    await pause(250)
  }
  const all = await Promise.all(rounds)
  const nth = (...places: number[]) => all.flatMap((round) => places.map((place) => round[place]!))
  return { api: nth(0, 1), pages: nth(2), health: nth(3), readiness: nth(4) }
}

function judge({ api, pages, health, readiness }: AskedFor, { answerMs, say }: Stage): void {
  const isProblem = ({ status, type, text }: Asked) =>
    status === 503 && type.includes('problem+json') && text.includes('DATABASE_AWAY')
  seeAll(`${api.length} requests are told so as problem+json`, api, isProblem, say)
  seeAll('pages say so too', pages, ({ status, type }) => status === 503 && type.includes('html'), say)
  seeAll('/readyz is red', readiness, ({ status }) => status === 503, say)
  seeAll('/healthz is green', health, ({ status }) => status === 200, say)
  const slowest = Math.max(...[...api, ...pages, ...readiness].map(({ ms }) => ms))
  see(`the slowest answer took ${Math.round(slowest)} ms`, slowest <= answerMs, say)
}

async function isBack(address: string, { token }: Caller): Promise<boolean> {
  const [me, ready] = await Promise.all([ask(address, '/api/me', { token }), ask(address, '/readyz')])
  return me.status === 200 && ready.status === 200
}

/** A page that is opened now hears of what others do. */
async function hearAgain(address: string, { hr, caller, session, recoveryMs, say }: Stage): Promise<void> {
  const page: LivePage = openLivePage(address, session)
  try {
    await until('a page is live again', recoveryMs, async () => page.heard().includes(': listening'))
    const body = { minutes: 30, onDay: new Date().toISOString().slice(0, 10), reason: 'The drill' }
    const credit = { method: 'POST', token: hr.token, body, key: v7() }
    const { status, text } = await ask(address, `/api/employees/${caller.id}/credits`, credit)
    see(`what is changed is written (${status} ${status === 201 ? '' : text})`, status === 201, say)
    await until('an open page hears of it', recoveryMs, async () => page.heard().includes('event: changed'))
    see('and an open page hears of it', true, say)
  } finally {
    await page.close()
  }
}

function seeAll(what: string, answers: Asked[], isRight: (answer: Asked) => boolean, say: Say): void {
  const wrong = answers.find((answer) => !isRight(answer))
  see(wrong ? `${what}, but ${wrong.status} ${wrong.text.slice(0, 200)}` : what, !wrong, say)
}
