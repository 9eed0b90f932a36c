import { addDays } from '../time/add-days.ts'
import type { LocalDate } from '../time/local.ts'
import { weekdayOf } from '../time/weekday-of.ts'

/** Working days after a shift in which what was learnt is fixed (issue 4): later it is forgotten. */
export const FIX_IT_WORKING_DAYS = 5
/** Whoever works no day of the week, or is on a year of holidays, must not keep us counting. */
const MOST_DAYS = 60

/** The shift's local day, and when the person works. */
export type FixItQuestion = {
  onDay: LocalDate
  workingDays: readonly number[]
  daysOff: ReadonlySet<LocalDate>
}

/**
 * Finds the fifth working day after a shift: a weekday the person works, and no holiday of theirs.
 *
 * @example
 * lastFixItDay({ onDay: '2027-03-19', workingDays: [1, 2, 3, 4, 5], daysOff: new Set(['2027-03-25', '2027-03-26']) })
 * //=> '2027-03-30'
 */
export function lastFixItDay({ onDay, workingDays, daysOff }: FixItQuestion): LocalDate {
  let day = onDay
  for (let worked = 0, passed = 0; worked < FIX_IT_WORKING_DAYS && passed < MOST_DAYS; passed += 1) {
    day = addDays(day, 1)
    if (workingDays.includes(weekdayOf(day)) && !daysOff.has(day)) worked += 1
  }
  return day
}
