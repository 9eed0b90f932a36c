import type { Interval, LocalDate, Zone } from '../time/local.ts'
import { weekdayOf } from '../time/weekday-of.ts'
import { type PartOfDay, partsOfDay } from './parts-of-day.ts'

/** How glad somebody is of a time, gladdest first. What nobody speaks of is fine. */
export type WishLevel = 'love' | 'fine' | 'rather_not' | 'ask_nicely' | 'cannot'

/** One wish: for an ISO weekday (Monday 1) or for one date, and for a part of that day or the whole of it. */
export type WishFact = {
  weekday: number | null
  onDay: LocalDate | null
  part: PartOfDay | 'day'
  level: WishLevel
}

const GLADDEST_FIRST: readonly WishLevel[] = ['love', 'fine', 'rather_not', 'ask_nicely', 'cannot']

/**
 * Tells what somebody's wishes say of a shift. A date goes before a weekday, a part before the whole day. A shift
 * counts as the part it mostly lies in (the less glad one of equals), but "cannot" counts as soon as it touches it.
 *
 * @example
 * const wishes = [{ weekday: 1, onDay: null, part: 'morning', level: 'rather_not' }]
 * [wishFor(wishes, monday, 'Europe/Oslo'), wishFor(wishes, tuesday, 'Europe/Oslo')]
 * //=> ['rather_not', 'fine']
 */
export function wishFor(wishes: readonly WishFact[], shift: Interval, zone: Zone): WishLevel {
  if (wishes.length === 0) return 'fine'
  const minutes = new Map<WishLevel, number>()
  for (const { onDay, part, minutes: touched } of partsOfDay(shift, zone)) {
    const level = wishOfPart(wishes, { onDay, part })
    minutes.set(level, (minutes.get(level) ?? 0) + touched)
  }
  if (minutes.has('cannot')) return 'cannot'
  const most = Math.max(...minutes.values())
  return GLADDEST_FIRST.findLast((level) => minutes.get(level) === most) ?? 'fine'
}

/**
 * Tells what somebody's wishes say of one part of one local day.
 *
 * @example
 * const wishes = [{ weekday: 1, onDay: null, part: 'day', level: 'cannot' }]
 * wishOfPart([...wishes, { weekday: null, onDay: '2027-03-08', part: 'night', level: 'love' }], { onDay: '2027-03-08', part: 'night' })
 * //=> 'love'
 */
export function wishOfPart(
  wishes: readonly WishFact[],
  { onDay, part }: { onDay: LocalDate; part: PartOfDay }
): WishLevel {
  const weekday = weekdayOf(onDay)
  const ofDate = wishes.filter((wish) => wish.onDay === onDay)
  const ofWeekday = wishes.filter((wish) => wish.onDay === null && wish.weekday === weekday)
  for (const of of [ofDate, ofWeekday]) {
    const said = of.find((wish) => wish.part === part) ?? of.find((wish) => wish.part === 'day')
    if (said) return said.level
  }
  return 'fine'
}
