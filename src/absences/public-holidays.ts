import { addDays } from '../engine/time/add-days.ts'
import type { LocalDate } from '../engine/time/local.ts'

export interface PublicHoliday {
  /** The day as its country's calendar names it; no zone shifts it. */
  onDate: LocalDate
  /** In a language of the country; two holidays on one day are one entry with both names. */
  name: string
}

/** Rules by `date-holidays` (ISC), which are in part Wikipedia's and so CC-BY-3.0; our README names both. */
type Library = typeof import('date-holidays')['default']
type Listed = ReturnType<InstanceType<Library>['getHolidays']>[number]

/**
 * Where the country as a whole keeps fewer days than nearly all its people do: the summer bank holiday is
 * kept in England, Wales and Northern Ireland, and so on no list of the United Kingdom.
 */
const USUAL_REGION: Record<string, string> = { GB: 'ENG' }

const HOUR = 3_600_000
const known = new Map<string, PublicHoliday[]>()

/**
 * Lists the public holidays of a country (ISO 3166 code) or of a region of it in these years, by date: days off by law,
 * so no bank days, eves and observances. Substitute days are in it. A country the library does not know has none, and a
 * region it does not know has the country's.
 */
export async function publicHolidays(
  country: string,
  years: readonly number[],
  region?: string | null
): Promise<PublicHoliday[]> {
  const Holidays = await loadLibrary()
  const place = { country, region: region ?? USUAL_REGION[country] ?? '' }
  return [...new Set(years)].sort((a, b) => a - b).flatMap((year) => holidaysIn(Holidays, place, year))
}

/** The codes of a country's regions that keep holidays of their own, in order; none for most countries. */
export async function holidayRegions(country: string): Promise<string[]> {
  const Holidays = await loadLibrary()
  return Object.keys(new Holidays().getStates(country) ?? {}).sort()
}

/** 39 MB of rules and astronomy, which most processes never need. */
async function loadLibrary(): Promise<Library> {
  loaded ??= (await import('date-holidays')).default
  return loaded
}

/** To import it anew each time takes as long as a query. */
let loaded: Library | undefined

function holidaysIn(
  Holidays: Library,
  { country, region }: { country: string; region: string },
  year: number
): PublicHoliday[] {
  const key = `${country}-${region} ${year}`
  const cached = known.get(key)
  if (cached) return cached
  const calendar = new Holidays(country, region, { types: ['public'] })
  const names = new Map<LocalDate, string[]>()
  for (const holiday of calendar.getHolidays(year)) {
    for (const onDate of daysOf(holiday)) {
      if (onDate.startsWith(String(year))) names.set(onDate, [...(names.get(onDate) ?? []), holiday.name])
    }
  }
  const found = [...names].sort().map(([onDate, all]) => ({ onDate, name: all.join(', ') }))
  known.set(key, found)
  return found
}

/** Some feasts last days. A day of clock change has 23 or 25 hours, so hours are rounded to days. */
function daysOf({ date, start, end }: Listed): LocalDate[] {
  const length = Math.max(1, Math.round((end.getTime() - start.getTime()) / (24 * HOUR)))
  return Array.from({ length }, (_, day) => addDays(date.slice(0, 10), day))
}
