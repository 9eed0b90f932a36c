import { addDays } from './add-days.ts'
import { daysBetween } from './days-between.ts'
import type { LocalDate } from './local.ts'
import { startOfIsoWeek } from './start-of-iso-week.ts'

/** A week of ISO 8601. The year is the week's own, which is not always the calendar year of the date. */
export type IsoWeek = { year: number; week: number }

/**
 * Names the ISO 8601 week of a date. The week belongs to the year its Thursday lies in, so never join
 * the week number with the calendar year: 1 January 2027 is in week 53 of 2026.
 *
 * @example
 * isoWeekOf('2027-01-01')
 * //=> { year: 2026, week: 53 }
 */
export function isoWeekOf(date: LocalDate): IsoWeek {
  const thursday = addDays(startOfIsoWeek(date), 3)
  const year = thursday.slice(0, 4)
  return { year: Number(year), week: Math.floor(daysBetween(`${year}-01-01`, thursday) / 7) + 1 }
}
