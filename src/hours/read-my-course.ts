import type { Context } from '../context.ts'
import { addDays } from '../engine/time/add-days.ts'
import type { LocalDate } from '../engine/time/local.ts'
import { localDateOf } from '../engine/time/local-date-of.ts'
import { startOfIsoWeek } from '../engine/time/start-of-iso-week.ts'
import { checkPeriod, type Period } from '../lib/period.ts'
import { readBalancesByPeriod } from './read-balances.ts'

/** Where somebody stood at the end of a week, counted from the start of the period, in minutes. */
export interface CoursePoint {
  /** The first day after it. */
  untilOn: LocalDate
  dueMinutes: number
  /** Worked, credited, waived and carried; null: not lived yet. */
  doneMinutes: number | null
}

/** The days after each week of the period, the last one cut to it. */
function weekEnds({ fromOn, toOn }: Period): LocalDate[] {
  const ends: LocalDate[] = []
  for (let end = addDays(startOfIsoWeek(fromOn), 7); end < toOn; end = addDays(end, 7)) ends.push(end)
  return [...ends, toOn]
}

/**
 * How the actor's due and done minutes grew from week to week over the days [fromOn, toOn); a year at most. The same
 * queries as for one balance.
 *
 * @throws {PeriodNotValid}
 */
export async function readMyCourse(ctx: Context, period: Period): Promise<CoursePoint[]> {
  checkPeriod(period)
  const { employeeId, timeZone } = ctx.actor
  const today = localDateOf(ctx.now(), timeZone)
  const ends = weekEnds(period)
  const periods = ends.map((toOn) => ({ fromOn: period.fromOn, toOn }))
  const balances = await readBalancesByPeriod(ctx.db, { employeeIds: [employeeId], periods })
  return ends.map((untilOn, at) => {
    const { dueMinutes, balanceMinutes } = balances[at]!.get(employeeId)!
    const isLived = addDays(untilOn, -7) <= today
    return { untilOn, dueMinutes, doneMinutes: isLived ? dueMinutes + balanceMinutes : null }
  })
}
