import type { DaysAway } from '../engine/ledger/long-absences.ts'
import { addDays } from '../engine/time/add-days.ts'
import { daysBetween } from '../engine/time/days-between.ts'
import { eachDate } from '../engine/time/each-date.ts'
import type { Interval, LocalDate } from '../engine/time/local.ts'
import { localDateOf } from '../engine/time/local-date-of.ts'
import { localSpan } from '../engine/time/local-span.ts'
import { minutesBetween } from '../engine/time/minutes-between.ts'
import { overlapMinutes } from '../engine/time/overlap-minutes.ts'
import { weekdayOf } from '../engine/time/weekday-of.ts'

interface Person {
  timeZone: string
  workingDays: number[]
  workStartsAt: string
  workEndsAt: string
}

/**
 * A person's absences as calendar days in the person's zone: every day that an absence touches is one away, but half a
 * day off is none, however many of them follow each other.
 */
export function daysAway(absences: Interval[], person: Person): DaysAway[] {
  const away = absences
    .filter((absence) => takesADay(absence, person))
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

/** Whether an absence takes more than half of the working hours of any day. */
function takesADay(absence: Interval, { timeZone, workStartsAt, workEndsAt }: Person): boolean {
  const from = localDateOf(absence.startsAt, timeZone)
  const to = localDateOf(absence.endsAt, timeZone)
  if (daysBetween(from, to) > 1) return true
  return eachDate(addDays(from, -1), addDays(to, 1)).some((day) => {
    const hours = localSpan(day, { startsAt: workStartsAt, endsAt: workEndsAt }, timeZone)
    return overlapMinutes(hours, absence) * 2 > minutesBetween(hours.startsAt, hours.endsAt)
  })
}
