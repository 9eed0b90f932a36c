import type { Queryable } from '../../db/client.ts'
import type { Balance } from '../engine/ledger/balance-of.ts'
import { localDateOf } from '../engine/time/local-date-of.ts'
import { readBalancesByPeriod } from '../hours/read-balances.ts'
import type { Period } from '../lib/period.ts'
import { countLearnings, countShifts, listPeople, type PersonRow } from './queries.ts'

/** What one person did in one period. */
export interface Part {
  person: PersonRow
  balance: Balance
  shifts: number
  nothingNew: number
  learnings: number
}

/**
 * The parts of everybody, or of those in these teams, for each period: of all who were employed on a day of it, and
 * of whoever has hours in it anyway, so that the sums are those of the ledger. The number of queries is constant.
 */
export async function readParts(
  db: Queryable,
  { periods, teamIds, now }: { periods: Period[]; teamIds?: string[]; now: Date }
): Promise<Part[][]> {
  const people = await listPeople(db, teamIds)
  const among = teamIds && { employeeIds: people.map(({ employeeId }) => employeeId) }
  const balances = await readBalancesByPeriod(db, { ...among, periods })
  const shifts = byPeriodAndPerson(await countShifts(db, periods, now))
  const learnings = byPeriodAndPerson(await countLearnings(db, periods, now))
  return periods.map((period, at) =>
    people
      .map((person) => {
        const key = `${at} ${person.employeeId}`
        return {
          person,
          balance: balances[at]!.get(person.employeeId)!,
          shifts: shifts.get(key)?.shifts ?? 0,
          nothingNew: shifts.get(key)?.nothingNew ?? 0,
          learnings: learnings.get(key)?.learnings ?? 0
        }
      })
      .filter((part) => isEmployedIn(part.person, period) || isOfSomething(part))
  )
}

function byPeriodAndPerson<Row extends { period: number; employeeId: string }>(
  rows: Row[]
): Map<string, Row> {
  return new Map(rows.map((row) => [`${row.period} ${row.employeeId}`, row]))
}

function isEmployedIn({ joinedOn, leavesOn, deactivatedAt, timeZone }: PersonRow, { fromOn, toOn }: Period) {
  const gone = [leavesOn, deactivatedAt && localDateOf(deactivatedAt, timeZone)]
  return joinedOn < toOn && gone.every((lastOn) => lastOn === null || lastOn >= fromOn)
}

function isOfSomething({ balance, shifts, nothingNew, learnings }: Part): boolean {
  return [...Object.values(balance), shifts, nothingNew, learnings].some((count) => count !== 0)
}
