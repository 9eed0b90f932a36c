import { publicHolidays } from '../../src/absences/public-holidays.ts'
import type { LocalDate } from '../../src/engine/time/local.ts'
import type { Calendar } from './calendar.ts'
import { OFFICES } from './people/offices.ts'

/** The public holidays of the offices' countries in the years the story touches. */
export async function holidaysOf({ startsOn, endsOn }: Calendar): Promise<Record<string, LocalDate[]>> {
  const first = Number(startsOn.slice(0, 4))
  const years = Array.from({ length: Number(endsOn.slice(0, 4)) - first + 1 }, (_, at) => first + at)
  const holidays: Record<string, LocalDate[]> = {}
  for (const { country } of OFFICES) {
    holidays[country] = (await publicHolidays(country, years)).map(({ onDate }) => onDate)
  }
  return holidays
}
