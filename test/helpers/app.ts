import type { InjectOptions } from 'fastify'
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

type Options = { now?: string } & Partial<Omit<AppParts, 'now' | 'db'>>

/** The real app on a database of its own, with a clock that the test sets and people to act as. */
export async function testApp(t: Test, options: Options = {}) {
  const { db, pool, connection } = await testDatabase(t)
  return { ...(await testAppOn(t, db, options)), pool, connection }
}

/** The same on a database that the test has opened. */
export async function testAppOn(t: Test, db: Db, { now = '2027-03-01T08:00:00Z', ...parts }: Options = {}) {
  const clock = clockAt(now)
  const app = await buildApp({
    signingKey: newSigningKey(),
    publicUrl: 'http://localhost:3000',
    rateLimits: false,
    ...parts,
    db,
    now: clock.now
  })
  t.teardown(() => app.close())

  async function tokenOf(employee: { id: string }): Promise<string> {
    const visitor = { db, now: clock.now, actor: null, requestId: null }
    const session = await db.transaction((tx) => openSession(app, tx, visitor, employee.id))
    return session.accessToken
  }

  /** Requests in the name of an employee; a fresh session for each, so the clock may have moved. */
  function as(employee: { id: string } | null) {
    const send = async (method: Method, url: string, options: Omit<InjectOptions, 'method' | 'url'> = {}) => {
      const token = employee && { authorization: `Bearer ${await tokenOf(employee)}` }
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
