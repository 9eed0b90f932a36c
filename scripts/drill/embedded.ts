import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { openFromConfig, type StartedDatabase } from '../../db/open.ts'
import { employees } from '../../db/schema/employees.ts'
import { notices } from '../../db/schema/notices.ts'
import { seedCompany } from '../../db/seed/seed-company.ts'
import { keepErasureList } from '../../src/backup/erasure-list.ts'
import { deactivatePeople } from '../../src/directory/deactivate-people.ts'
import { erasePerson } from '../../src/privacy/erase-person.ts'
import { lyttepost, see, serve } from './lyttepost.ts'

/** A company is backed up at work, somebody is erased, the machine dies with its disk, and the company comes back. */
export async function drillEmbedded(dataDir: string): Promise<void> {
  console.log('The embedded database:')
  const env = { DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'warn' }
  const file = `${dataDir}.backup`
  await within(dataDir, ({ db }) => seedCompany(db, { people: 30, now: new Date() }))

  const server = await serve(env)
  console.log(`  ${lyttepost(env, 'backup', file)}`)
  await server.kill()
  see('a backup was written while the server ran', existsSync(file))

  const gone = await within(dataDir, (database) => eraseSomebody(database, join(dataDir, 'erasures.json')))
  for (const name of readdirSync(dataDir)) {
    if (name !== 'erasures.json') rmSync(join(dataDir, name), { recursive: true, force: true })
  }

  console.log(`  ${lyttepost(env, 'restore', file).replaceAll('\n', '\n  ')}`)
  console.log(`  ${lyttepost(env, 'audit', 'verify').split('\n')[0]}`)
  const again = await serve(env)
  see('a server starts on it and is ready', (await fetch(`${again.address}/readyz`)).ok)
  await again.kill()
  await within(dataDir, async ({ db }) => {
    const people = await db.select().from(employees)
    see('everybody is back', people.length === 30)
    see('who was erased after the backup is erased', !people.some(({ name }) => name === gone))
    const waiting = (await db.select().from(notices)).filter(({ routedAt }) => routedAt === null)
    see('no old notice waits to be sent', waiting.length === 0)
  })
}

async function within<Result>(dataDir: string, work: (database: StartedDatabase) => Promise<Result>) {
  const database = await openFromConfig({ dataDir, log: () => {} })
  return work(database).finally(() => database.stop())
}

/** @returns the name */
async function eraseSomebody({ db }: StartedDatabase, erasureList: string): Promise<string> {
  const ctx = { db, now: () => new Date(), actor: null, requestId: null, erasureList }
  const [person] = await db.select().from(employees).limit(1).offset(7)
  await db.transaction((tx) => deactivatePeople(tx, ctx, [person!.id]))
  await erasePerson(ctx, person!.id, 'The drill')
  await keepErasureList(ctx)
  return person!.name
}
