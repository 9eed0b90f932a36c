import type { Interval } from './local.ts'

/**
 * Joins spans that overlap or meet into one, in order.
 *
 * @example
 * const at = (hour) => new Date(Date.UTC(2027, 2, 1, hour))
 * joinSpans([{ startsAt: at(9), endsAt: at(11) }, { startsAt: at(8), endsAt: at(10) }])
 * //=> [{ startsAt: at(8), endsAt: at(11) }]
 */
export function joinSpans(spans: readonly Interval[]): Interval[] {
  const joined: Interval[] = []
  for (const { startsAt, endsAt } of [...spans].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime())) {
    const last = joined.at(-1)
    if (!last || startsAt > last.endsAt) joined.push({ startsAt, endsAt })
    else if (endsAt > last.endsAt) joined[joined.length - 1] = { startsAt: last.startsAt, endsAt }
  }
  return joined
}
