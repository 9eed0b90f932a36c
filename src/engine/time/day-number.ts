import type { LocalDate } from './local.ts'

/** Milliseconds of a calendar day without clock changes: dates are counted in UTC, where there are none. */
const DAY = 86_400_000
/** As many as 27 years have: a plan asks for the same few days a million times, and reading a date is slow. */
const DAYS_KEPT = 10_000
const numbers = new Map<LocalDate, number>()
const names = new Map<number, LocalDate>()

/** The memory only saves time: the answer is the same without it. */
function keep<Key, Value>(memory: Map<Key, Value>, key: Key, value: Value): void {
  if (memory.size >= DAYS_KEPT) memory.clear()
  memory.set(key, value)
}

/**
 * Counts a calendar date in days from 1970-01-01, so that date arithmetic is plain integer arithmetic.
 * Throws a RangeError when the text is not a date; `isLocalDate` is the check for text from outside.
 *
 * @example
 * dayNumberOf('1970-01-02')
 * //=> 1
 */
export function dayNumberOf(date: LocalDate): number {
  const known = numbers.get(date)
  if (known !== undefined) return known
  const day = Date.parse(`${date}T00:00:00Z`) / DAY
  if (!Number.isInteger(day)) throw new RangeError(`Not a calendar date: ${date}`)
  keep(numbers, date, day)
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
  const known = names.get(day)
  if (known !== undefined) return known
  const date = new Date(day * DAY).toISOString().slice(0, 10)
  keep(names, day, date)
  return date
}
