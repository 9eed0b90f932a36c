import { daysBetween } from '../engine/time/days-between.ts'
import { isLocalDate } from '../engine/time/is-local-date.ts'
import { PeriodNotValid } from './errors.ts'

/** Local days of a rotation, half-open. */
export interface Period {
  fromOn: string
  toOn: string
}

/** 53 weeks: a year that begins in mid-week fits. */
export const LONGEST_PERIOD_DAYS = 371

/** Zone rules are known well from 1972 and unknown far ahead; no rota needs days outside of these centuries. */
export const isPlannableDate = (day: string): boolean => day >= '2000-01-01' && day < '2200'

/** @throws {PeriodNotValid} unless both are days and the second is 1 to 371 days after the first. */
export function checkPeriod({ fromOn, toOn }: Period): void {
  const wrong = Object.entries({ fromOn, toOn })
    .filter(([, day]) => !isLocalDate(day) || !isPlannableDate(day))
    .map(([field]) => ({ field, message: 'must be a date from 2000 to 2199' }))
  if (wrong.length > 0) throw new PeriodNotValid(wrong)
  const days = daysBetween(fromOn, toOn)
  if (days < 1) throw new PeriodNotValid([{ field: 'toOn', message: 'must be after fromOn' }])
  if (days > LONGEST_PERIOD_DAYS) {
    throw new PeriodNotValid([
      { field: 'toOn', message: `must be at most ${LONGEST_PERIOD_DAYS} days after fromOn` }
    ])
  }
}
