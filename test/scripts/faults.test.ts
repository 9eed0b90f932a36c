import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { databaseAway } from '../../scripts/faults/away.ts'
import { giveKeys } from '../../scripts/faults/company.ts'
import { killApp } from '../../scripts/faults/kill-app.ts'
import { killPostgres } from '../../scripts/faults/kill-postgres.ts'
import { testDatabase } from '../helpers/database.ts'
import { insertSmallCompany } from '../helpers/people.ts'

/** `npm run faults` is the whole of each, a minute of outage and up to a hundred kills; here it is shown to work at all. */
const SECONDS = Number(process.env.OUTAGE_SECONDS ?? 1)
const KILLS = Number(process.env.FAULT_KILLS ?? 1)

t.test(
  'a real server lives through every outage of its database, and says so',
  { timeout: 600_000 },
  async (t) => {
    const { db, connection } = await testDatabase(t)
    const { amara, helge } = await insertSmallCompany(db)
    const callers = await giveKeys(db)
    const callerOf = ({ id }: { id: string }) => callers.find((caller) => caller.id === id)!
    await databaseAway({
      ...{ connection, caller: callerOf(amara), hr: callerOf(helge), seconds: SECONDS },
      // What is measured is measured by the script: in here the machine may be busy.
      ...{ answerMs: 30_000, recoveryMs: 60_000 },
      say: (line) => t.pass(line)
    })
  }
)

function openFolder(t: Test): string {
  const folder = mkdtempSync(join(tmpdir(), 'lyttepost-faults-'))
  chmodSync(folder, 0o711)
  t.teardown(() => rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }))
  return folder
}

t.test(
  'kill -9 of PostgreSQL under writers loses nothing that was acknowledged',
  { timeout: 600_000 },
  async (t) => {
    const say = (line: string) => t.pass(line)
    await killPostgres({ folder: openFolder(t), kills: KILLS, writers: 4, writes: KILLS * 40, say })
  }
)

t.test(
  'kill -9 of the app and its database loses nothing and leaves nothing',
  { timeout: 600_000 },
  async (t) => {
    const say = (line: string) => t.pass(line)
    await killApp({ folder: openFolder(t), kills: KILLS, writers: 2, say })
  }
)
