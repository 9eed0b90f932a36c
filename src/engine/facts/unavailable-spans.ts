import { addDays } from '../time/add-days.ts'
import { expandPattern, type PatternSlot } from '../time/expand-pattern.ts'
import type { Interval, Zone } from '../time/local.ts'
import { localDateOf } from '../time/local-date-of.ts'

/**
 * Lists the instants of weekly unavailable hours, read by the clock of the person's zone, that may touch a span.
 * Hours that begin on the day before and pass midnight are among them.
 *
 * @example
 * const pickUp = [{ weekday: 1, startsAt: '12:30', endsAt: '13:30' }]
 * unavailableSpans(pickUp, 'Europe/Oslo', monday).map(({ startsAt }) => startsAt)
 * //=> [new Date('2027-03-01T11:30Z')]
 */
export function unavailableSpans(hours: readonly PatternSlot[], zone: Zone, span: Interval): Interval[] {
  if (hours.length === 0) return []
  const fromOn = addDays(localDateOf(span.startsAt, zone), -1)
  const toOn = addDays(localDateOf(span.endsAt, zone), 1)
  return expandPattern({ pattern: [...hours], zone, fromOn, toOn })
}
