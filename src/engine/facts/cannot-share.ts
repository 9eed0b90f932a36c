import { addDays } from '../time/add-days.ts'
import { eachDate } from '../time/each-date.ts'
import type { PatternSlot } from '../time/expand-pattern.ts'
import type { Interval, LocalDate, LocalTime, Zone } from '../time/local.ts'
import { localSpan } from '../time/local-span.ts'
import { minutesBetween } from '../time/minutes-between.ts'
import { overlapMinutes } from '../time/overlap-minutes.ts'
import { weekdayOf } from '../time/weekday-of.ts'
import { PART_HOURS, partsOfDay } from './parts-of-day.ts'
import { unavailableSpans } from './unavailable-spans.ts'
import { type WishFact, wishOfPart } from './wish-for.ts'

/** Our own default: from two of five days on, the rest of the team carries what one person cannot. */
export const CANNOT_WARNING_SHARE = 0.4
/** Our own default: who can do next to nothing needs an exemption, which is dated and agreed to, not a wish. */
export const CANNOT_MOST_SHARE = 0.8
/** A quarter: as far ahead as plans are made, so that single dates count for what they take out of it. */
export const CANNOT_DAYS = 91

type Worker = {
  zone: Zone
  workingDays: readonly number[]
  workStartsAt: LocalTime
  workEndsAt: LocalTime
  unavailable?: readonly PatternSlot[]
}

/**
 * Computes which share of somebody's working time of the 91 days from a day on their "cannot" and their unavailable
 * hours take out, 0 to 1. What both take out counts once.
 *
 * @example
 * const wishes = [{ weekday: 1, onDay: null, part: 'day', level: 'cannot' }]
 * cannotShare(bo, wishes, '2027-03-01')
 * //=> 0.2
 */
export function cannotShare(who: Worker, wishes: readonly WishFact[], fromOn: LocalDate): number {
  let worked = 0
  let taken = 0
  for (const onDay of eachDate(fromOn, addDays(fromOn, CANNOT_DAYS))) {
    if (!who.workingDays.includes(weekdayOf(onDay))) continue
    const hours = localSpan(onDay, { startsAt: who.workStartsAt, endsAt: who.workEndsAt }, who.zone)
    worked += Math.max(0, minutesBetween(hours.startsAt, hours.endsAt))
    taken += minutesTaken([...refusedParts(who, wishes, hours), ...unavailableIn(who, hours)], hours)
  }
  return worked === 0 ? 0 : taken / worked
}

function refusedParts({ zone }: Worker, wishes: readonly WishFact[], hours: Interval): Interval[] {
  if (!wishes.some(({ level }) => level === 'cannot')) return []
  return partsOfDay(hours, zone)
    .filter((touched) => wishOfPart(wishes, touched) === 'cannot')
    .map(({ onDay, part }) => localSpan(onDay, PART_HOURS[part], zone))
}

function unavailableIn({ unavailable = [], zone }: Worker, hours: Interval): Interval[] {
  return unavailableSpans(unavailable, zone, hours)
}

/** Minutes of the hours that lie in any of the spans. */
function minutesTaken(spans: readonly Interval[], hours: Interval): number {
  let minutes = 0
  let from = hours.startsAt
  for (const { startsAt, endsAt } of [...spans].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime())) {
    const rest = { startsAt: startsAt > from ? startsAt : from, endsAt }
    if (rest.endsAt <= rest.startsAt) continue
    minutes += overlapMinutes(rest, hours)
    from = rest.endsAt
  }
  return minutes
}
