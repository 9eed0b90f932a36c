import { addDays } from '../time/add-days.ts'
import { eachDate } from '../time/each-date.ts'
import type { LocalDate, LocalTime, Zone } from '../time/local.ts'
import { localSpan } from '../time/local-span.ts'
import { minutesBetween } from '../time/minutes-between.ts'
import { weekdayOf } from '../time/weekday-of.ts'
import { partsOfDay } from './parts-of-day.ts'
import { type WishFact, wishOfPart } from './wish-for.ts'

/** Our own default: from two of five days on, the rest of the team carries what one person cannot. */
export const CANNOT_WARNING_SHARE = 0.4
/** Our own default: who can do next to nothing needs an exemption, which is dated and agreed to, not a wish. */
export const CANNOT_MOST_SHARE = 0.8
/** A quarter: as far ahead as plans are made, so that single dates count for what they take out of it. */
export const CANNOT_DAYS = 91

type Worker = { zone: Zone; workingDays: readonly number[]; workStartsAt: LocalTime; workEndsAt: LocalTime }

/**
 * Computes which share of somebody's working time of the 91 days from a day on their "cannot" takes out, 0 to 1.
 *
 * @example
 * const wishes = [{ weekday: 1, onDay: null, part: 'day', level: 'cannot' }]
 * cannotShare(bo, wishes, '2027-03-01')
 * //=> 0.2
 */
export function cannotShare(who: Worker, wishes: readonly WishFact[], fromOn: LocalDate): number {
  if (!wishes.some(({ level }) => level === 'cannot')) return 0
  let worked = 0
  let taken = 0
  for (const onDay of eachDate(fromOn, addDays(fromOn, CANNOT_DAYS))) {
    if (!who.workingDays.includes(weekdayOf(onDay))) continue
    const hours = localSpan(onDay, { startsAt: who.workStartsAt, endsAt: who.workEndsAt }, who.zone)
    worked += Math.max(0, minutesBetween(hours.startsAt, hours.endsAt))
    for (const { minutes, ...touched } of partsOfDay(hours, who.zone)) {
      if (wishOfPart(wishes, touched) === 'cannot') taken += minutes
    }
  }
  return worked === 0 ? 0 : taken / worked
}
