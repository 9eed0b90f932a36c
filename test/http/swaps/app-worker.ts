import { type Connection, openDatabase } from '../../../db/client.ts'
import { buildApp } from '../../../src/app.ts'
import type { SigningKey } from '../../../src/sign-in/signing-key.ts'

/** What a process of the app needs to serve beside others on one database. */
export interface AppOrder {
  connection: Connection
  signingKey: SigningKey
  now: string
}

/** So many requests of one process are in their transactions at once. */
const CONNECTIONS = 22

/** One replica of the app in a process of its own: it serves until its parent goes. */
process.once('message', (order: AppOrder) => void serve(order))
process.once('disconnect', () => process.exit())

async function serve({ connection, signingKey, now }: AppOrder): Promise<void> {
  const { db } = openDatabase(connection, { max: CONNECTIONS })
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
