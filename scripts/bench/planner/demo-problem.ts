import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openFromConfig } from '../../../db/open.ts'
import { seedCompany } from '../../../db/seed/seed-company.ts'
import { buildProblem } from '../../../src/engine/facts/build-problem.ts'
import type { Problem } from '../../../src/engine/plan/problem.ts'
import { addDays } from '../../../src/engine/time/add-days.ts'
import { readFacts } from '../../../src/rotations/read-facts.ts'
import { readRotationNamed } from '../../../src/rotations/rotations.ts'

/** The demo company's year is told around this day, so that every run is about the same people and shifts. */
const NOW = new Date('2027-02-01T09:00:00Z')
const WEEKS = 13
const ROTATION = 'Nordic office hours'

/** A rotation of the demo company as the planner sees it: a database of its own, thirteen weeks ahead. */
export async function demoProblem(people: number): Promise<Problem> {
  const folder = mkdtempSync(join(tmpdir(), 'lyttepost-demo-'))
  const database = await openFromConfig({ dataDir: folder, log: () => {} })
  try {
    await seedCompany(database.db, { people, now: NOW })
    const rotation = await readRotationNamed(database.db, ROTATION)
    const fromOn = addDays(NOW.toISOString().slice(0, 10), 7)
    const period = { fromOn, toOn: addDays(fromOn, 7 * WEEKS) }
    const { facts } = await readFacts(database.db, rotation, period, NOW)
    return { ...buildProblem(facts).problem, name: `demo-${people}` }
  } finally {
    await database.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
