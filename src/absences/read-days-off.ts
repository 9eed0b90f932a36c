import type { Queryable } from '../../db/client.ts'
import { holidayCalendarOf } from '../engine/facts/holiday-calendar.ts'
import { eachDate } from '../engine/time/each-date.ts'
import type { LocalDate } from '../engine/time/local.ts'
import type { Period } from '../lib/period.ts'
import { publicHolidays } from './public-holidays.ts'
import { listDays } from './queries/company-days.ts'

/** Where somebody is, as far as holidays go. */
export interface Place {
  country: string
  region?: string | null
}

/** Days off by calendar (see `holidayCalendarOf`), each list in order. */
export type DaysOff = Record<string, LocalDate[]>

/**
 * The public holidays of these places and the company's own days that hold there, on the days [fromOn, toOn). One query,
 * however many places.
 */
export async function readDaysOff(db: Queryable, places: readonly Place[], period: Period): Promise<DaysOff> {
  return daysOffOf(await readOwnDays(db, period), places, period)
}

/** The company's own days off on the days [fromOn, toOn). */
export async function readOwnDays(db: Queryable, period: Period): Promise<OwnDay[]> {
  return listDays(db, period)
}

export type OwnDay = Awaited<ReturnType<typeof listDays>>[number]

/** The same as `readDaysOff` where the company's own days, of this period and perhaps of others, are known. */
export async function daysOffOf(
  own: readonly OwnDay[],
  places: readonly Place[],
  period: Period
): Promise<DaysOff> {
  const then = own.filter(({ onDay }) => period.fromOn <= onDay && onDay < period.toOn)
  const byCalendar = new Map(places.map((place) => [holidayCalendarOf(place), place]))
  const daysOff: DaysOff = {}
  for (const [calendar, place] of [...byCalendar].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const company = then.filter((day) => holdsAt(day, place)).map(({ onDay }) => onDay)
    daysOff[calendar] = [...new Set([...(await holidaysAt(place, period)), ...company])].sort()
  }
  return daysOff
}

/** A day without a country is the whole company's, one without a region the whole country's. */
function holdsAt(
  day: { country: string | null; region: string | null },
  { country, region }: Place
): boolean {
  return (
    (day.country === null || day.country === country) &&
    (day.region === null || day.region === (region ?? null))
  )
}

async function holidaysAt({ country, region }: Place, { fromOn, toOn }: Period): Promise<LocalDate[]> {
  const years = [...new Set(eachDate(fromOn, toOn).map((day) => Number(day.slice(0, 4))))]
  const holidays = await publicHolidays(country, years, region)
  return holidays.map(({ onDate }) => onDate).filter((day) => fromOn <= day && day < toOn)
}
