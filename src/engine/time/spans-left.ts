import type { Interval } from './local.ts'

/**
 * Lists the parts of a span that none of the others covers, in order; the others may overlap each other.
 *
 * @example
 * const at = (hour) => new Date(Date.UTC(2027, 2, 1, hour))
 * spansLeft({ startsAt: at(8), endsAt: at(16) }, [{ startsAt: at(10), endsAt: at(12) }])
 * //=> [{ startsAt: at(8), endsAt: at(10) }, { startsAt: at(12), endsAt: at(16) }]
 */
export function spansLeft({ startsAt, endsAt }: Interval, others: readonly Interval[]): Interval[] {
  const left: Interval[] = []
  let from = startsAt
  for (const other of [...others].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime())) {
    const until = other.startsAt < endsAt ? other.startsAt : endsAt
    if (from < until) left.push({ startsAt: from, endsAt: until })
    if (other.endsAt > from) from = other.endsAt
  }
  if (from < endsAt) left.push({ startsAt: from, endsAt })
  return left
}
