/** A quota beside the minutes its people work in a week, such as 2400 for 40 hours. */
export type QuotaDose = { minutes: number; perWeeks: number; weeklyWorkingMinutes: number }

export type QuotaWarning = 'below-practice' | 'above-practice'

/**
 * Warns of a quota that nobody is known to keep up: below 1.5% of working time (Big Cartel's day a quarter
 * showed no scope and was dropped) or above 10% (Zapier's half day a week, the most asked of people who are
 * not engineers). Both bounds themselves are practice. Source: PRACTICE.md, section 1.
 *
 * @example
 * quotaWarning({ minutes: 240, perWeeks: 4, weeklyWorkingMinutes: 2400 }) // 2.5%, our default
 * //=> null
 * quotaWarning({ minutes: 480, perWeeks: 1, weeklyWorkingMinutes: 2400 }) // 20%
 * //=> 'above-practice'
 */
export function quotaWarning({ minutes, perWeeks, weeklyWorkingMinutes }: QuotaDose): QuotaWarning | null {
  const workingMinutes = perWeeks * weeklyWorkingMinutes
  // In thousandths, so that a bound is met exactly and not missed by a rounding error.
  if (minutes * 1000 < workingMinutes * 15) return 'below-practice'
  if (minutes * 1000 > workingMinutes * 100) return 'above-practice'
  return null
}
