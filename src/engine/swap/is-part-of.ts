import type { Interval } from '../time/local.ts'

/** Our own default: handing over costs some minutes, so a part shorter than half an hour is no help. */
export const SHORTEST_PART_MINUTES = 30

/**
 * Tells whether a part may be covered: one end of the seat up to a time, so that two pieces result, neither of them
 * shorter than half an hour.
 *
 * @example
 * isPartOf(afternoon, monday)
 * //=> true
 * isPartOf(monday, monday)
 * //=> false
 */
export function isPartOf(part: Interval, seat: Interval): boolean {
  const fromStart = part.startsAt.getTime() === seat.startsAt.getTime()
  const toEnd = part.endsAt.getTime() === seat.endsAt.getTime()
  if (fromStart === toEnd) return false
  const cut = fromStart ? part.endsAt : part.startsAt
  const shortest = SHORTEST_PART_MINUTES * 60_000
  return (
    cut.getTime() - seat.startsAt.getTime() >= shortest && seat.endsAt.getTime() - cut.getTime() >= shortest
  )
}
