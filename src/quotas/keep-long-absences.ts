import type { Tx } from '../../db/client.ts'
import { listLeaves } from '../absences/list-absences.ts'
import type { AnyContext } from '../context.ts'
import { type DaysAway, longAbsencesIn } from '../engine/ledger/long-absences.ts'
import type { Interval } from '../engine/time/local.ts'
import { daysAway } from './days-away.ts'
import { insertLongAbsences, listEmployments, takeStale } from './queries.ts'
import { groupBy } from './read-due.ts'

/** People per transaction: a second's work, so that nobody who notes an absence waits for long. */
const BATCH = 2_000
const EVER = { from: new Date('1970-01-01T00:00:00Z'), to: new Date('9999-01-01T00:00:00Z') }

type Hours = Parameters<typeof daysAway>[1]

/** The absences of a person in which nothing falls due, as days of their own clock. */
export const longDaysAway = (absences: Interval[], person: Hours): DaysAway[] =>
  longAbsencesIn(daysAway(absences, person))

/** Brings the kept long absences in line with absences that changed, for reports of the whole company. */
export async function keepLongAbsences(ctx: AnyContext): Promise<void> {
  while ((await ctx.db.transaction(keepBatch)) === BATCH);
}

async function keepBatch(tx: Tx): Promise<number> {
  const employeeIds = await takeStale(tx, BATCH)
  if (employeeIds.length === 0) return 0
  const people = await listEmployments(tx, employeeIds)
  const leaves = groupBy(await listLeaves(tx, { employeeIds, ...EVER }), ({ employeeId }) => employeeId)
  const rows = people.flatMap((person) =>
    longDaysAway(leaves.get(person.id) ?? [], person).map((days) => ({ employeeId: person.id, ...days }))
  )
  await insertLongAbsences(tx, employeeIds, rows)
  return employeeIds.length
}
