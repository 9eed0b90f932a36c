import type { Db } from '../client.ts'
import { employees } from '../schema/employees.ts'
import { calendarAround } from './calendar.ts'
import { generate } from './generate.ts'
import { holidaysOf } from './holidays.ts'
import { loadRows } from './load.ts'
import { lookBack } from './look-back.ts'
import type { Cast } from './people/organise.ts'

export interface SeedOptions {
  /** How many people, those who left in the year included. */
  readonly people?: number
  readonly seed?: number
  /** The instant around which the year is told: all that ends before it has been lived through. */
  readonly now: Date
  readonly log?: (line: string) => void
}

export interface DemoPerson {
  readonly id: string
  readonly name: string
  readonly email: string
}

export const COMPANY = 'Fjordlys'

/** Nine teams with a lead each, and somebody for each role, do not fit into fewer. */
const FEWEST_PEOPLE = 20

export class SeedRefused extends Error {
  override readonly name = 'SeedRefused'
}

/**
 * Loads a lived-in company into an empty database: a year of history and at least six published weeks ahead. The same
 * seed, size and instant give the same rows, ids included.
 *
 * @throws SeedRefused when the database has employees already, or the company is too small
 */
export async function seedCompany(db: Db, { people = 120, seed = 1, now, log = () => {} }: SeedOptions) {
  if (!Number.isInteger(people) || people < FEWEST_PEOPLE) {
    throw new SeedRefused(
      `A company of ${people} people cannot be made: give a whole number, ${FEWEST_PEOPLE} or more.`
    )
  }
  await refuseInhabited(db)
  log(`Making ${COMPANY}, ${people} people, and planning its year …`)
  const calendar = calendarAround(now)
  const rows = generate({ people, seed, calendar, holidays: await holidaysOf(calendar) })
  log(
    `Writing ${rows.shifts.length} shifts, ${rows.assignments.length} seats, ${rows.learnings.length} learnings …`
  )
  await db.transaction(async (tx) => {
    await loadRows(tx, rows)
    await lookBack(tx, rows, calendar, seed)
  })
  return {
    company: COMPANY,
    employees: rows.employees.length,
    shifts: rows.shifts.length,
    assignments: rows.assignments.length,
    learnings: rows.learnings.length,
    signIn: signInOf(rows.cast)
  }
}

async function refuseInhabited(db: Db): Promise<void> {
  const found = await db.select({ id: employees.id }).from(employees).limit(1)
  if (found.length > 0)
    throw new SeedRefused('The database has employees already: the demo company needs an empty one.')
}

function signInOf(cast: Cast): Record<keyof Cast, DemoPerson> {
  const of = ({ row: { id, name, email } }: Cast[keyof Cast]): DemoPerson => ({ id, name, email })
  const { admin, hr, lead, host, employee, executive } = cast
  return {
    admin: of(admin),
    hr: of(hr),
    lead: of(lead),
    host: of(host),
    employee: of(employee),
    executive: of(executive)
  }
}
