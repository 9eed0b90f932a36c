import type { SQL } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core'
import t from 'tap'
import type { Tx } from '../../db/client.ts'
import { addUpLines } from '../../src/reports/lines.ts'
import type { Sums } from '../../src/reports/sums.ts'

const REACH = { fromOn: '2027-01-01', toOn: '2027-02-01', asOf: null, byTurns: true }
const MOMENT = {
  ...{ asOf: null, overBy: 'infinity', hasOpenDays: false, hasOpenTerms: false, among: undefined },
  parts: { terms: [], days: [{ fromOn: '2027-01-01', toOn: '2027-02-01' }] }
}

/** A transaction that notes what it is asked, and of which the third go fails. */
function failing(asked: string[]): Tx {
  const dialect = new PgDialect()
  const execute = async (query: SQL) => {
    const [word] = dialect.sqlToQuery(query).sql.trim().split(' ')
    asked.push(word!)
    if (asked.filter((one) => one === 'fetch').length === 3) throw new Error('The database is gone.')
    return { rows: [] }
  }
  return { execute } as unknown as Tx
}

t.test('a go that fails while an earlier one is added up fails the report, and is waited for', async (t) => {
  const asked: string[] = []
  const lines = { moment: MOMENT, withTracks: false }
  const taken: unknown[] = []
  const sums = { take: (part: unknown) => taken.push(part) } as unknown as Sums
  const slow = async () => {
    // Longer than all goes take.
    for (let turn = 0; turn < 50; turn += 1) await new Promise((next) => setImmediate(next))
    return { sums }
  }
  await t.rejects(addUpLines(failing(asked), REACH, lines, slow), { message: 'The database is gone.' })
  t.strictSame(asked, ['declare', 'fetch', 'fetch', 'fetch'], 'nothing is asked behind it')
  const wrong = async () => {
    throw new RangeError('A fault of ours.')
  }
  await t.rejects(addUpLines(failing([]), REACH, lines, wrong), { message: 'A fault of ours.' })
})
