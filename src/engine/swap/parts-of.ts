import type { Interval } from '../time/local.ts'
import { isPartOf, SHORTEST_PART_MINUTES } from './is-part-of.ts'

/**
 * Lists the parts of a seat that may be covered, in steps of half an hour from its start: first those that begin with it,
 * then those that end with it. A seat shorter than an hour has none.
 *
 * @example
 * partsOf(afternoon).every((part) => isPartOf(part, afternoon))
 * //=> true
 */
export function partsOf({ startsAt, endsAt }: Interval): Interval[] {
  const step = SHORTEST_PART_MINUTES * 60_000
  const count = Math.max(0, Math.ceil((+endsAt - +startsAt) / step) - 1)
  const cuts = Array.from({ length: count }, (_, at) => new Date(+startsAt + (at + 1) * step))
  const parts = [
    ...cuts.map((cut) => ({ startsAt, endsAt: cut })),
    ...cuts.map((cut) => ({ startsAt: cut, endsAt }))
  ]
  return parts.filter((part) => isPartOf(part, { startsAt, endsAt }))
}
