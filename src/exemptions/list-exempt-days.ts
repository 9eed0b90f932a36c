import type { Queryable } from '../../db/client.ts'
import { addDays } from '../engine/time/add-days.ts'
import { dayBounds } from '../engine/time/day-bounds.ts'
import { listGranted } from './queries.ts'

/** Days [fromOn, toOn) on which a person owes nothing. */
export interface ExemptDaysOf {
  employeeId: string
  fromOn: string
  toOn: string
}

/** Granted exemptions with a day in the period, of these people or of everybody. */
export async function listExemptDays(
  db: Queryable,
  question: { employeeIds?: readonly string[]; fromOn: string; toOn: string }
): Promise<ExemptDaysOf[]> {
  return listGranted(db, question)
}

/** The same as spans of instants by each person's own clock, for those who plan: nothing is planned in them. */
export async function listExemptSpans(
  db: Queryable,
  { from, to, ...among }: { employeeIds?: readonly string[]; from: Date; to: Date }
): Promise<{ employeeId: string; startsAt: Date; endsAt: Date }[]> {
  const dayOf = (at: Date) => at.toISOString().slice(0, 10)
  const days = { fromOn: addDays(dayOf(from), -1), toOn: addDays(dayOf(to), 2) }
  const granted = await listGranted(db, { ...days, ...among })
  return granted
    .map(({ employeeId, fromOn, toOn, timeZone }) => ({
      employeeId,
      startsAt: dayBounds(fromOn, timeZone).startsAt,
      endsAt: dayBounds(toOn, timeZone).startsAt
    }))
    .filter(({ startsAt, endsAt }) => startsAt < to && endsAt > from)
}
