import type { FastifyInstance, InjectOptions } from 'fastify'
import type { Test } from 'tap'
import type { Db } from '../../db/client.ts'
import { type AppParts, buildApp } from '../../src/app.ts'
import { openSession } from '../../src/sign-in/sessions.ts'
import { newSigningKey } from '../../src/sign-in/signing-key.ts'
import { testDatabase } from './database.ts'

export interface TestClock {
  now: () => Date
  set: (instant: string) => void
}

function clockAt(start: string): TestClock {
  let current = new Date(start)
  return {
    now: () => new Date(current),
    set: (instant) => {
      current = new Date(instant)
    }
  }
}

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
type Payload = Exclude<InjectOptions['payload'], undefined>

const USUAL = { publicUrl: 'http://localhost:3000', rateLimits: false } as const

interface Reusable {
  readonly app: FastifyInstance
  /** Which database and clock it works with. */
  aim: Pick<AppParts, 'db' | 'now'>
}

/** Nobody's at the moment. They listen to nothing, so they keep no process from ending. */
const idle: Reusable[] = []

/**
 * An application for a test. Building one takes longer than most tests, so those who ask for nothing of their own get one that
 * other tests had before, as people do in production; whoever listens on a port or closes it keeps it to the end.
 */
async function appFor(t: Test, { db, now, ...parts }: Pick<AppParts, 'db' | 'now'> & Partial<AppParts>) {
  if (Object.keys(parts).length > 0) {
    const app = await buildApp({ signingKey: newSigningKey(), ...USUAL, ...parts, db, now })
    t.teardown(() => app.close())
    return app
  }
  const one = idle.pop() ?? (await buildReusable({ db, now }))
  one.aim = { db, now }
  t.teardown(async () => {
    if (one.app.server.listening || one.app.leaving.hasBegun) await one.app.close()
    else idle.push(one)
  })
  return one.app
}

async function buildReusable(aim: Reusable['aim']): Promise<Reusable> {
  const db = new Proxy({} as Db, {
    get: (_, name) => {
      const value: unknown = Reflect.get(one.aim.db, name)
      return typeof value === 'function' ? value.bind(one.aim.db) : value
    }
  })
  const one: { -readonly [key in keyof Reusable]: Reusable[key] } = { aim } as Reusable
  one.app = await buildApp({ signingKey: newSigningKey(), ...USUAL, db, now: () => one.aim.now() })
  return one
}

type Options = { now?: string } & Partial<Omit<AppParts, 'now' | 'db'>>

/** The real app on a database of its own, with a clock that the test sets and people to act as. */
export async function testApp(t: Test, options: Options = {}) {
  const { db, pool, connection } = await testDatabase(t)
  return { ...(await testAppOn(t, db, options)), pool, connection }
}

/** The same on a database that the test has opened. */
export async function testAppOn(t: Test, db: Db, { now = '2027-03-01T08:00:00Z', ...parts }: Options = {}) {
  const clock = clockAt(now)
  const app = await appFor(t, { ...parts, db, now: clock.now })

  async function tokenOf(employee: { id: string }): Promise<string> {
    const visitor = { db, now: clock.now, actor: null, requestId: null }
    const session = await db.transaction((tx) => openSession(app, tx, visitor, employee.id))
    return session.accessToken
  }

  const signedIn = new Map<string, { at: number; token: string }>()

  /** The token of a session opened at this very moment of the clock, of those that {@link as} opened. */
  async function tokenNow(employee: { id: string }): Promise<string> {
    const at = +clock.now()
    const known = signedIn.get(employee.id)
    if (known?.at === at) return known.token
    const token = await tokenOf(employee)
    signedIn.set(employee.id, { at, token })
    return token
  }

  /** Requests in the name of an employee; in a fresh session whenever the clock has moved. */
  function as(employee: { id: string } | null) {
    const send = async (method: Method, url: string, options: Omit<InjectOptions, 'method' | 'url'> = {}) => {
      const token = employee && { authorization: `Bearer ${await tokenNow(employee)}` }
      return app.inject({ ...options, method, url, headers: { ...token, ...options.headers } })
    }
    const withPayload = (method: Method) => (url: string, payload?: Payload) =>
      send(method, url, payload === undefined ? {} : { payload })
    return {
      send,
      get: (url: string) => send('GET', url),
      delete: (url: string) => send('DELETE', url),
      post: withPayload('POST'),
      put: withPayload('PUT'),
      patch: withPayload('PATCH')
    }
  }

  return { app, db, clock, as, tokenOf }
}
