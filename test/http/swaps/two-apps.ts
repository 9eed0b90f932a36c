import { type ChildProcess, fork } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type pg from 'pg'
import type { Test } from 'tap'
import { newSigningKey } from '../../../src/sign-in/signing-key.ts'
import { testAppOn } from '../../helpers/app.ts'
import { compiled } from '../../helpers/compiled.ts'
import { testDatabase } from '../../helpers/database.ts'
import type { AppOrder } from './app-worker.ts'

const WORKER = compiled(fileURLToPath(new URL('./app-worker.ts', import.meta.url)))
export const NOW = '2027-03-01T08:00:00Z'

export interface Reply {
  status: number
  body: { id: string; code?: string; state?: string }
}

/** Two processes of the app on one PostgreSQL; the test itself is a third, which sets up and looks on. */
export async function twoApps(t: Test, planted: Pick<AppOrder, 'forgetsLocks'> = {}) {
  const { db, pool, connection } = await testDatabase(t)
  const signingKey = newSigningKey()
  const app = await testAppOn(t, db, { now: NOW, signingKey })
  const workers = [0, 1].map(() => fork(WORKER, [], { execArgv: [] }))
  t.teardown(async () => {
    for (const worker of workers) await ended(worker)
  })
  const addresses = await Promise.all(
    workers.map((worker) => serving(worker, { connection, signingKey, now: NOW, ...planted }))
  )
  const tokens = new Map<string, string>()

  /** Signs people in beforehand, so that a race is between the requests alone. */
  async function signIn(people: readonly { id: string }[]): Promise<void> {
    for (const person of people) tokens.set(person.id, await app.tokenOf(person))
  }

  /** To one process or the other. */
  async function post(process: number, who: { id: string }, path: string, body: object = {}): Promise<Reply> {
    const response = await fetch(`${addresses[process % 2]}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${tokens.get(who.id)}`, 'content-type': 'application/json' },
      body: JSON.stringify(body)
    })
    return { status: response.status, body: (await response.json()) as Reply['body'] }
  }

  /** Moves the clocks of all three. */
  async function moveClock(instant: string): Promise<void> {
    app.clock.set(instant)
    await Promise.all(workers.map((worker) => moved(worker, instant)))
  }

  return { ...app, pool, addresses, signIn, post, moveClock }
}

async function moved(worker: ChildProcess, now: string): Promise<void> {
  const known = new Promise((resolve) => worker.once('message', resolve))
  worker.send({ now })
  await known
}

async function serving(worker: ChildProcess, order: AppOrder): Promise<string> {
  const first = new Promise<{ address: string }>((resolve, reject) => {
    worker.once('message', (message) => resolve(message as { address: string }))
    worker.once('exit', () => reject(new Error('a process of the app ended before it served')))
  })
  worker.send(order)
  return (await first).address
}

async function ended(worker: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => worker.once('exit', resolve))
  worker.kill()
  await gone
}

/** Milliseconds to wait for all; a mistake then shows as a wrong answer and not as a test that hangs. */
const PATIENCE_MS = 15_000

/**
 * Holds a row against everybody who would refer to it or change it, sends the requests, waits until the database says
 * that all of them are held up, and only then lets go: a race that is always run.
 */
export async function atTheGate<Answer>(
  pool: pg.Pool,
  row: { table: 'shifts' | 'employees'; id: string },
  requests: (() => Promise<Answer>)[]
): Promise<{ replies: Answer[]; held: number }> {
  const gate = await pool.connect()
  try {
    await gate.query('begin')
    await gate.query(`select from ${row.table} where id = $1 for update`, [row.id])
    const replies = requests.map((request) => request())
    const held = await untilHeld(pool, requests.length)
    await gate.query('commit')
    return { replies: await Promise.all(replies), held }
  } finally {
    gate.release()
  }
}

/** Waits until so many sessions of the database wait for a lock; gives how many do. */
export async function untilHeld(pool: pg.Pool, wanted: number): Promise<number> {
  const until = performance.now() + PATIENCE_MS
  for (;;) {
    const { rowCount } = await pool.query(
      "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"
    )
    const held = rowCount ?? 0
    if (held >= wanted || performance.now() > until) return held
    await pause(5)
  }
}
