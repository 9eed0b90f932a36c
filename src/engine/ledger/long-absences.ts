import { addDays } from '../time/add-days.ts'
import { daysBetween } from '../time/days-between.ts'
import type { LocalDate } from '../time/local.ts'

/** Whole days away, first and last day included. */
export type DaysAway = { fromOn: LocalDate; toOn: LocalDate }

/**
 * Calendar days in a row after which nothing falls due. Our own rule, with no source in the field: a
 * fortnight, so that a usual week of holiday or illness is made up for and parental leave is not.
 */
export const LONG_ABSENCE_DAYS = 14

/**
 * Finds the absences that lift the quota: 14 calendar days or more without a day between. Absences that
 * touch or overlap count as one, so sick leave noted week by week is as long as it really was.
 *
 * @example
 * longAbsencesIn([{ fromOn: '2027-03-01', toOn: '2027-03-07' }, { fromOn: '2027-03-08', toOn: '2027-03-14' }])
 * //=> [{ fromOn: '2027-03-01', toOn: '2027-03-14' }]
 */
export function longAbsencesIn(absences: DaysAway[]): DaysAway[] {
  return absences
    .toSorted((a, b) => (a.fromOn < b.fromOn ? -1 : 1))
    .reduce<DaysAway[]>(join, [])
    .filter(({ fromOn, toOn }) => daysBetween(fromOn, toOn) + 1 >= LONG_ABSENCE_DAYS)
}

function join(joined: DaysAway[], next: DaysAway): DaysAway[] {
  const last = joined.at(-1)
  if (!last || next.fromOn > addDays(last.toOn, 1)) return [...joined, next]
  const toOn = next.toOn > last.toOn ? next.toOn : last.toOn
  return [...joined.slice(0, -1), { fromOn: last.fromOn, toOn }]
}
