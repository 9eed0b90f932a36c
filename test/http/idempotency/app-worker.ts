import { type Connection, openDatabase } from '../../../db/client.ts'
import { buildApp } from '../../../src/app.ts'
import type { SigningKey } from '../../../src/sign-in/signing-key.ts'

/** One replica of the app: waits for its database, listens on a port of its own and says where. */
process.once('message', (parts: { connection: Connection; signingKey: SigningKey; now: string }) => {
  void serve(parts)
})

async function serve({ connection, signingKey, now }: Parameters<typeof start>[0]): Promise<void> {
  const address = await start({ connection, signingKey, now })
  process.send?.({ address })
}

async function start(parts: { connection: Connection; signingKey: SigningKey; now: string }) {
  const { db } = openDatabase(parts.connection)
  const app = await buildApp({
    db,
    now: () => new Date(parts.now),
    signingKey: parts.signingKey,
    publicUrl: 'http://localhost:3000',
    rateLimits: false
  })
  return app.listen({ host: '127.0.0.1', port: 0 })
}
