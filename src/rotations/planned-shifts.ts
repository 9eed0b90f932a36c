import { publicHolidays } from '../absences/public-holidays.ts'
import type { ShiftFact } from '../engine/facts/planning-facts.ts'
import { eachDate } from '../engine/time/each-date.ts'
import { expandPattern, type PatternSlot } from '../engine/time/expand-pattern.ts'
import type { Period } from './period.ts'
import type { RotationFields } from './rotation-fields.ts'

/**
 * Lists the shifts that a rotation's pattern gives on the days of the period on which it is valid, earliest first.
 * Those on a public holiday are marked, whether they are skipped or not.
 */
export async function plannedShifts(rotation: RotationFields, period: Period): Promise<ShiftFact[]> {
  const { validFrom, validTo, timeZone: zone, slots } = rotation
  const fromOn = period.fromOn > validFrom ? period.fromOn : validFrom
  const toOn = validTo !== null && validTo < period.toOn ? validTo : period.toOn
  const holidays = new Set(await holidaysOn(rotation.holidayCountry, { fromOn, toOn }))
  const spans = expandPattern({ pattern: slots as PatternSlot[], zone, fromOn, toOn })
  return spans.map((span) => ({ ...span, isHoliday: holidays.has(span.onDay) }))
}

/** The public holidays of a country in a period, as local days. */
export async function holidaysOn(country: string, { fromOn, toOn }: Period): Promise<string[]> {
  const years = [...new Set(eachDate(fromOn, toOn).map((day) => Number(day.slice(0, 4))))]
  const holidays = await publicHolidays(country, years)
  return holidays.map(({ onDate }) => onDate).filter((day) => fromOn <= day && day < toOn)
}
