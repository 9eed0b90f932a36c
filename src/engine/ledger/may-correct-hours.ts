import { minutesBetween } from '../time/minutes-between.ts'

/** Days after a shift in which people correct their own hours. Our own rule: two weeks fit a monthly payroll. */
export const CORRECTION_DAYS = 14

/** A shift's end, the time, and whether whoever asks leads the person whose hours they are. */
export type CorrectionQuestion = { endsAt: Date; now: Date; isLead: boolean }

/**
 * Tells whether the hours of a shift may be corrected: by the employee in the 14 days (of 24 hours) after
 * the shift's end, by a lead at any time after it, by nobody before the end.
 *
 * @example
 * const endsAt = new Date('2027-03-01T12:00Z')
 * mayCorrectHours({ endsAt, now: new Date('2027-03-15T11:59Z'), isLead: false })
 * //=> true
 * mayCorrectHours({ endsAt, now: new Date('2027-03-15T12:00Z'), isLead: false })
 * //=> false
 */
export function mayCorrectHours({ endsAt, now, isLead }: CorrectionQuestion): boolean {
  const minutesSinceEnd = minutesBetween(endsAt, now)
  return minutesSinceEnd >= 0 && (isLead || minutesSinceEnd < CORRECTION_DAYS * 24 * 60)
}
