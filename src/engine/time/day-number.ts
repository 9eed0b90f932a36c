import type { LocalDate } from './local.ts'

/** Milliseconds of a calendar day without clock changes: dates are counted in UTC, where there are none. */
const DAY = 86_400_000

/**
 * Counts a calendar date in days from 1970-01-01, so that date arithmetic is plain integer arithmetic.
 * Throws a RangeError when the text is not a date; `isLocalDate` is the check for text from outside.
 *
 * @example
 * dayNumberOf('1970-01-02')
 * //=> 1
 */
export function dayNumberOf(date: LocalDate): number {
  const day = Date.parse(`${date}T00:00:00Z`) / DAY
  if (!Number.isInteger(day)) throw new RangeError(`Not a calendar date: ${date}`)
  return day
}

/**
 * Writes a day number as the calendar date it counts.
 *
 * @example
 * dateOfDayNumber(1)
 * //=> '1970-01-02'
 */
export function dateOfDayNumber(day: number): LocalDate {
  return new Date(day * DAY).toISOString().slice(0, 10)
}
