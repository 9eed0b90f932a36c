import { type Decision, themeStanding } from './theme-standing.ts'
import { unheardClock } from './unheard-clock.ts'

/** A theme as far as its waiting goes. */
export type WaitingTheme = {
  madeAt: Date
  decisions: readonly Decision[]
  /** when each reporter reported it for the first time */
  firstReportsAt: readonly Date[]
}

/**
 * Gives the median of the whole days that themes without a decision had waited at an instant, by the unheard clock and
 * from what was known then; null where none waited.
 *
 * @example
 * const at = (day) => new Date(`2027-${day}T09:00Z`)
 * const theme = (day) => ({ madeAt: at(day), decisions: [], firstReportsAt: [] })
 * const answered = { ...theme('01-01'), decisions: [{ decision: 'done', decidedAt: at('01-20') }] }
 * medianWait([theme('01-02'), theme('01-22'), answered, theme('02-20')], at('02-01'))
 * //=> 20
 */
export function medianWait(themes: readonly WaitingTheme[], at: Date): number | null {
  const known = themes.filter(({ madeAt, firstReportsAt }) => earliest(madeAt, firstReportsAt) < at)
  const days = known.flatMap((theme) => waitOf(theme, at) ?? []).toSorted((a, b) => a - b)
  if (days.length === 0) return null
  const middle = Math.floor(days.length / 2)
  return days.length % 2 === 1 ? days[middle]! : (days[middle - 1]! + days[middle]!) / 2
}

function waitOf({ madeAt, decisions, firstReportsAt }: WaitingTheme, at: Date): number | null {
  const firstHeardAt = earliest(madeAt, firstReportsAt)
  const standing = themeStanding({
    firstHeardAt,
    decisions: decisions.filter(({ decidedAt }) => decidedAt < at),
    firstReportsAt: firstReportsAt.filter((reportedAt) => reportedAt < at)
  })
  return unheardClock({ firstHeardAt, waitingSince: standing.waitingSince }, at).waitingDays
}

function earliest(madeAt: Date, firstReportsAt: readonly Date[]): Date {
  return firstReportsAt.reduce((first, at) => (at < first ? at : first), madeAt)
}
