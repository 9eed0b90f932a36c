import type { DaysAway } from '../engine/ledger/long-absences.ts'
import { addDays } from '../engine/time/add-days.ts'
import { daysBetween } from '../engine/time/days-between.ts'
import { eachDate } from '../engine/time/each-date.ts'
import type { Interval, LocalDate } from '../engine/time/local.ts'
import { localDateOf } from '../engine/time/local-date-of.ts'
import { weekdayOf } from '../engine/time/weekday-of.ts'

/** A person's absences as calendar days in the person's zone: every day that an absence touches is one away. */
export function daysAway(
  absences: Interval[],
  person: { timeZone: string; workingDays: number[] }
): DaysAway[] {
  const away = absences
    .map(({ startsAt, endsAt }) => ({
      fromOn: localDateOf(startsAt, person.timeZone),
      // Half-open: an absence that ends at midnight does not touch the day that begins there.
      toOn: localDateOf(new Date(endsAt.getTime() - 1), person.timeZone)
    }))
    .toSorted((a, b) => (a.fromOn < b.fromOn ? -1 : 1))
  return away.map((days, index) => closeGap(days, away[index + 1], person.workingDays))
}

/**
 * Sick leave is often noted Monday to Friday, week after week. Days off between two absences are no return
 * to work, so the earlier absence is read as lasting until the later one.
 */
function closeGap(days: DaysAway, next: DaysAway | undefined, workingDays: number[]): DaysAway {
  if (!next) return days
  const resumesOn = addDays(days.toOn, 1)
  const gap = daysBetween(resumesOn, next.fromOn)
  if (gap <= 0 || gap > 6) return days
  const isWorked = (day: LocalDate) => workingDays.includes(weekdayOf(day))
  return eachDate(resumesOn, next.fromOn).some(isWorked)
    ? days
    : { fromOn: days.fromOn, toOn: addDays(next.fromOn, -1) }
}
