import { openFromConfig } from '../db/open.ts'
import { readSettings } from '../src/config.ts'
import { orExplain } from './explain.ts'

/** npm run db:migrate: brings the configured database up to this code's schema. */
await orExplain(async () => {
  const { databaseUrl, migrationDatabaseUrl, dataDir } = readSettings(process.env)
  const database = await openFromConfig({ databaseUrl, migrationDatabaseUrl, dataDir, log: console.log })
  await database.stop()
  console.log('The database is up to date.')
})
