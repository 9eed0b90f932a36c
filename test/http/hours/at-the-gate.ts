import type { LightMyRequestResponse } from 'fastify'
import type pg from 'pg'

/**
 * Holds a person's row, sends requests that need it, waits until the database says that all of them wait there, and
 * only then lets go: a race that is always run.
 */
export async function letBothGo(
  pool: pg.Pool,
  person: { id: string },
  requests: (() => Promise<LightMyRequestResponse>)[]
): Promise<LightMyRequestResponse[]> {
  // Not `for update`: signing in refers to the person and must not wait.
  const hold = 'select from employees where id = $1 for no key update'
  return letAllGo(pool, { hold, on: person.id }, requests)
}

/** The same with another lock: a statement that takes it, of one parameter or none. */
export async function letAllGo<Answer>(
  pool: pg.Pool,
  { hold, on }: { hold: string; on?: string },
  requests: (() => Promise<Answer>)[]
): Promise<Answer[]> {
  const gate = await pool.connect()
  try {
    await gate.query('begin')
    await gate.query(hold, on === undefined ? [] : [on])
    const replies = requests.map((request) => request())
    await untilWaiting(pool, requests.length)
    await gate.query('commit')
    return await Promise.all(replies)
  } finally {
    gate.release()
  }
}

/** Asks outside the transaction of the gate, within which the activity shown would stay the same. */
async function untilWaiting(pool: pg.Pool, wanted: number): Promise<void> {
  for (let attempt = 0; attempt < 500; attempt += 1) {
    const { rowCount } = await pool.query(
      "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"
    )
    if (rowCount === wanted) return
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  throw new Error(`not all of ${wanted} requests came to the gate`)
}
