import { addDays } from '../engine/time/add-days.ts'
import { addMonths } from '../engine/time/add-months.ts'
import { dayBounds } from '../engine/time/day-bounds.ts'
import { daysBetween } from '../engine/time/days-between.ts'
import { isLocalDate } from '../engine/time/is-local-date.ts'
import type { Period } from '../lib/period.ts'
import { AsOfNotValid } from './errors.ts'
import type { Per } from './split-period.ts'

export const GROUPINGS = ['team', 'site', 'level', 'tenure', 'track', 'period'] as const
export type By = (typeof GROUPINGS)[number]

/** Periods of the same length before that come along at most. */
export const MOST_EARLIER = 4

export interface ParticipationQuestion extends Period {
  by: By
  /** With `by: 'period'`: months unless said otherwise. */
  per?: Per
  /** As it was known then: a day (until its end, by the clock of who asks) or an instant. Left out: now. */
  asOf?: string
  /** For a trend: how many periods of the same length before come along. */
  earlier?: number
}

/**
 * The moment that a report is to be read as of; null: now.
 *
 * @throws {AsOfNotValid} for what is no day and no instant, or to come
 */
export function momentOf(
  asOf: string | undefined,
  { now, timeZone }: { now: Date; timeZone: string }
): Date | null {
  if (asOf === undefined) return null
  if (!isLocalDate(asOf.slice(0, 10))) throw new AsOfNotValid()
  const moment = isLocalDate(asOf) ? new Date(dayBounds(asOf, timeZone).endsAt.getTime() - 1) : new Date(asOf)
  if (Number.isNaN(moment.getTime())) throw new AsOfNotValid()
  // The day that still runs: as of now.
  if (moment > now && isLocalDate(asOf) && dayBounds(asOf, timeZone).startsAt <= now) return now
  if (moment > now) throw new AsOfNotValid()
  return moment
}

/** The period of the same length before: as many months where the period is of whole months, else as many days. */
export function periodBefore({ fromOn, toOn }: Period): Period {
  const isOfMonths = fromOn.endsWith('-01') && toOn.endsWith('-01')
  if (!isOfMonths) return { fromOn: addDays(fromOn, -daysBetween(fromOn, toOn)), toOn: fromOn }
  const monthOf = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))
  return { fromOn: addMonths(fromOn, monthOf(fromOn) - monthOf(toOn)), toOn: fromOn }
}
