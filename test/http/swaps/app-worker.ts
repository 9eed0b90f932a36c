import type pg from 'pg'
import { type Connection, openDatabase } from '../../../db/client.ts'
import { buildApp } from '../../../src/app.ts'
import type { SigningKey } from '../../../src/sign-in/signing-key.ts'

/** What a process of the app needs to serve beside others on one database. */
export interface AppOrder {
  connection: Connection
  signingKey: SigningKey
  now: string
  /** A mistake planted on purpose: rows that are to be locked are only read, as one who forgot it would. */
  forgetsLocks?: boolean
}

/** So many requests of one process are in their transactions at once. */
const CONNECTIONS = 22

/** One replica of the app in a process of its own: it serves until its parent goes. */
process.once('message', (order: AppOrder) => void serve(order))
process.once('disconnect', () => process.exit())

async function serve({ connection, signingKey, now, forgetsLocks }: AppOrder): Promise<void> {
  const { db, pool } = openDatabase(connection, { max: CONNECTIONS })
  if (forgetsLocks) pool.on('connect', forgetLocks)
  let instant = now
  const app = await buildApp({
    db,
    now: () => new Date(instant),
    signingKey,
    publicUrl: 'http://localhost:3000',
    rateLimits: false
  })
  process.on('message', (word: { now: string }) => {
    instant = word.now
    process.send?.(word)
  })
  process.send?.({ address: await app.listen({ host: '127.0.0.1', port: 0 }) })
}

function forgetLocks(client: pg.PoolClient): void {
  const query = client.query.bind(client) as (asked: { text: string }, ...more: unknown[]) => unknown
  const unlocked = (asked: { text: string } | string) =>
    typeof asked === 'string' ? asked : { ...asked, text: asked.text.replace(/ for (no key )?update/, '') }
  Object.assign(client, {
    query: (asked: { text: string }, ...more: unknown[]) =>
      query(unlocked(asked) as { text: string }, ...more)
  })
}
