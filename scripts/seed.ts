import { parseArgs } from 'node:util'
import { joinOrStart } from '../db/open.ts'
import { type DemoPerson, SeedRefused, seedCompany } from '../db/seed/seed-company.ts'
import { ConfigNotValid, readSettings } from '../src/config.ts'

/** `npm run seed -- [--people N] [--seed S]`: the demo company in the configured, empty database. */
const { values } = parseArgs({
  options: { people: { type: 'string', default: '120' }, seed: { type: 'string', default: '1' } }
})
try {
  await seed(wholeNumber('people'), wholeNumber('seed'))
} catch (error) {
  if (!(error instanceof SeedRefused || error instanceof ConfigNotValid)) throw error
  console.error(error.message)
  process.exitCode = 1
}

async function seed(people: number, seed: number): Promise<void> {
  const database = await joinOrStart({ ...readSettings(process.env), log: () => {} })
  try {
    const startedAt = performance.now()
    const made = await seedCompany(database.db, { people, seed, now: new Date(), log: console.log })
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
    console.log(
      `${made.company}: ${made.employees} people, ${made.shifts} shifts, ${made.assignments} seats, ${made.learnings} learnings in ${seconds} s.`
    )
    for (const [role, person] of Object.entries<DemoPerson>(made.signIn)) {
      console.log(`  ${role.padEnd(10)} ${person.name} <${person.email}>`)
    }
  } finally {
    await database.stop()
  }
}

function wholeNumber(name: keyof typeof values): number {
  const number = Number(values[name])
  if (!Number.isInteger(number)) throw new SeedRefused(`--${name} must be a whole number.`)
  return number
}
