import type { Queryable } from '../../db/client.ts'
import { daysOffOf, type OwnDay, readOwnDays } from '../absences/read-days-off.ts'
import type { ShiftFact } from '../engine/facts/planning-facts.ts'
import { expandPattern, type PatternSlot } from '../engine/time/expand-pattern.ts'
import type { LocalDate } from '../engine/time/local.ts'
import type { Period } from './period.ts'
import type { RotationFields } from './rotation-fields.ts'

/**
 * Lists the shifts that a rotation's pattern gives on the days of the period on which it is valid, earliest first.
 * Those on a public holiday of the rotation's country, or on a day off of the company, are marked, skipped or not.
 */
export async function plannedShifts(
  db: Queryable,
  rotation: RotationFields,
  period: Period
): Promise<ShiftFact[]> {
  return shiftsBesideOwnDays(rotation, period, await readOwnDays(db, period))
}

/** The same where the company's own days off are known. */
export async function shiftsBesideOwnDays(
  rotation: RotationFields,
  period: Period,
  own: readonly OwnDay[]
): Promise<ShiftFact[]> {
  const { holidayCountry: country } = rotation
  const daysOff = new Set((await daysOffOf(own, [{ country }], period))[country])
  return shiftsOfPattern(rotation, period, daysOff)
}

/** The same where all days off are known. */
export function shiftsOfPattern(
  rotation: RotationFields,
  period: Period,
  daysOff: ReadonlySet<LocalDate>
): ShiftFact[] {
  const { validFrom, validTo, timeZone: zone, slots } = rotation
  const fromOn = period.fromOn > validFrom ? period.fromOn : validFrom
  const toOn = validTo !== null && validTo < period.toOn ? validTo : period.toOn
  const spans = expandPattern({ pattern: slots as PatternSlot[], zone, fromOn, toOn })
  return spans.map((span) => ({ ...span, isHoliday: daysOff.has(span.onDay) }))
}
