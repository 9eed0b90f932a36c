import type { PatternSlot } from '../time/expand-pattern.ts'
import type { Interval, Zone } from '../time/local.ts'
import { overlaps } from '../time/overlaps.ts'
import { unavailableSpans } from './unavailable-spans.ts'

/** When somebody is away: absences, and hours of every week by the clock of their zone. */
export type Away = { absences: readonly Interval[]; unavailable?: readonly PatternSlot[]; zone: Zone }

/**
 * Tells whether somebody is away for part of a shift. The one rule for what may be given and what is flagged.
 *
 * @example
 * isAway({ ...bo, unavailable: [{ weekday: 1, startsAt: '12:30', endsAt: '13:30' }] }, monday)
 * //=> true
 */
export function isAway({ absences, unavailable = [], zone }: Away, shift: Interval): boolean {
  if (absences.some((absence) => overlaps(absence, shift))) return true
  return unavailableSpans(unavailable, zone, shift).some((span) => overlaps(span, shift))
}
