import { parseArgs } from 'node:util'
import { openDatabase } from '../../db/client.ts'
import { keepLongAbsences } from '../../src/quotas/keep-long-absences.ts'
import { keepPersonDays } from '../../src/reports/keep-person-days.ts'
import { readParticipation } from '../../src/reports/read-participation.ts'
import { BARE_SQL, type Case, casesOf } from './reports/cases.ts'
import { type Measured, measure } from './reports/measure.ts'
import { openLoaded } from './reports/open-loaded.ts'

/**
 * npm run bench:reports: participation reports of 50,000 people with three years of history, each beside the barest SQL
 * that reads the same hours and seats: how much of the limit the whole report takes. `--people N` and `--seats N` for
 * another size, `--url URL` for a database that is loaded already (or is to be), `--keep FOLDER` in which the database
 * stays for the next run, `--runs N`; `--only TEXT` for the reports whose name has it.
 */
const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '50000' },
    seats: { type: 'string', default: '1300000' },
    runs: { type: 'string', default: '5' },
    url: { type: 'string' },
    keep: { type: 'string' },
    only: { type: 'string', default: '' }
  }
})

const loaded = await openLoaded({
  url: values.url,
  keep: values.keep,
  size: { people: Number(values.people), years: 3, seats: Number(values.seats) }
})
const { db, pool, close } = openDatabase(loaded.connection, { max: 1 })
const ctx = { db, now: () => new Date('2027-01-04T08:00:00Z'), actor: null, requestId: null }
try {
  await keepLongAbsences(ctx)
  await keepPersonDays(ctx)
  await pool.query('vacuum analyze person_days')
  console.log('report                        wall ms        CPU ms   bare SQL CPU   ratio  queries  rows')
  for (const each of casesOf()) if (each.name.includes(values.only)) await printCase(each)
} finally {
  await close()
  await loaded.stop()
}

async function printCase({ name, question, fromOn, toOn }: Case): Promise<void> {
  const runs = Number(values.runs)
  let rows = 0
  const report = await measure(pool, runs, async () => {
    rows = (await readParticipation(ctx, question)).rows.length
  })
  const bare = await measure(pool, runs, async () => {
    for (const text of BARE_SQL) await pool.query(text, [fromOn, toOn])
  })
  const span = ({ least, median }: Measured['wall']) =>
    `${least.toFixed(0)} (${median.toFixed(0)})`.padStart(14)
  const ratio = (report.cpu.least / Math.max(1, bare.cpu.least)).toFixed(1)
  console.log(
    `${name.padEnd(26)}${span(report.wall)}${span(report.cpu)}${span(bare.cpu)}${ratio.padStart(8)}${String(report.queries).padStart(9)}${String(rows).padStart(6)}`
  )
}
