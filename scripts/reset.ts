import pg from 'pg'
import { type Connection, clientConfig } from '../db/client.ts'
import { migrate } from '../db/migrate.ts'
import { startServer } from '../db/open.ts'
import { readSettings } from '../src/config.ts'
import { orExplain, Refused } from './explain.ts'

/** npm run db:reset -- --yes: throws everything in the configured database away and migrates it anew. */
await orExplain(async () => {
  if (process.env.NODE_ENV === 'production') throw new Refused('Not in production: NODE_ENV says so.')
  const { dataDir, ...config } = readSettings(process.env)
  const databaseUrl = config.migrationDatabaseUrl ?? config.databaseUrl
  if (!process.argv.includes('--yes')) {
    const where = databaseUrl ? `at ${withoutPassword(databaseUrl)}` : `in ${dataDir}`
    throw new Refused(
      `This deletes everything in the database ${where}. If that is meant: npm run db:reset -- --yes`
    )
  }
  const server = await startServer({ databaseUrl, dataDir, log: console.log })
  try {
    await emptyIt(server.connection)
    await migrate(server.connection)
  } finally {
    await server.stop()
  }
  console.log('The database is empty and up to date.')
})

/** Drops the schemas and not the database: a hosted database often may not be dropped by its user. */
async function emptyIt(connection: Connection): Promise<void> {
  const client = new pg.Client(clientConfig(connection))
  await client.connect()
  try {
    // One statement list is one transaction.
    await client.query(
      'drop schema if exists drizzle cascade; drop schema public cascade; create schema public'
    )
  } finally {
    await client.end()
  }
}

function withoutPassword(databaseUrl: string): string {
  return databaseUrl.replace(/:\/\/([^:@/]*):[^@]*@/, '://$1@')
}
