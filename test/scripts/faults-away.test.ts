import t from 'tap'
import { databaseAway } from '../../scripts/faults/away.ts'
import { giveKeys } from '../../scripts/faults/company.ts'
import { testDatabase } from '../helpers/database.ts'
import { insertSmallCompany } from '../helpers/people.ts'

/** `npm run faults -- away` is the whole minute, with a server that is killed for real. */
const SECONDS = Number(process.env.OUTAGE_SECONDS ?? 1)

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
