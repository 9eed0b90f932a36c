import type { ThemeStanding } from './theme-standing.ts'

/** Without a decision for so many days a theme is put before the owner's lead, and then before the leaders (issue 5). */
export const LEAD_AFTER_DAYS = 14
export const LEADERS_AFTER_DAYS = 30

const DAY = 86_400_000

/** Who has to look at it now: the owner, the owner's lead as well, or the leaders as well. */
export type Stage = 'owner' | 'lead' | 'leadership'

export interface UnheardClock {
  daysSinceFirstHeard: number
  /** Whole days without a decision; null while one stands. */
  waitingDays: number | null
  stage: Stage | null
}

/**
 * Reads the clock of a theme: whole days of 24 hours since it was first heard and without a decision. Nothing but a
 * decision stops it.
 *
 * @example
 * const at = (day) => new Date(`2027-${day}T09:00Z`)
 * unheardClock({ firstHeardAt: at('01-20'), waitingSince: at('01-20') }, at('03-01'))
 * //=> { daysSinceFirstHeard: 40, waitingDays: 40, stage: 'leadership' }
 * unheardClock({ firstHeardAt: at('01-20'), waitingSince: null }, at('03-01'))
 * //=> { daysSinceFirstHeard: 40, waitingDays: null, stage: null }
 */
export function unheardClock(
  { firstHeardAt, waitingSince }: { firstHeardAt: Date } & Pick<ThemeStanding, 'waitingSince'>,
  now: Date
): UnheardClock {
  const waitingDays = waitingSince && daysFrom(waitingSince, now)
  return {
    daysSinceFirstHeard: daysFrom(firstHeardAt, now),
    waitingDays,
    stage: waitingDays === null ? null : stageOf(waitingDays)
  }
}

function stageOf(days: number): Stage {
  if (days >= LEADERS_AFTER_DAYS) return 'leadership'
  return days >= LEAD_AFTER_DAYS ? 'lead' : 'owner'
}

function daysFrom(since: Date, now: Date): number {
  return Math.max(0, Math.floor((now.getTime() - since.getTime()) / DAY))
}
