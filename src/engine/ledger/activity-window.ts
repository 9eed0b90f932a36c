import type { Interval } from '../time/local.ts'
import { LATE_MINUTES } from './attended-minutes.ts'

/**
 * The time in which what somebody does in the help desk counts for a seat: from its start to an hour after its end, as
 * when they check out, and no further than the start of their next seat.
 *
 * @example
 * const at = (hour) => new Date(Date.UTC(2027, 2, 1, hour))
 * activityWindow({ startsAt: at(8), endsAt: at(12) }, [])
 * //=> { startsAt: at(8), endsAt: at(13) }
 * activityWindow({ startsAt: at(8), endsAt: at(12) }, [{ startsAt: at(12), endsAt: at(16) }])
 * //=> { startsAt: at(8), endsAt: at(12) }
 */
export function activityWindow({ startsAt, endsAt }: Interval, others: readonly Interval[]): Interval {
  const latest = new Date(endsAt.getTime() + LATE_MINUTES * 60_000)
  const next = others.filter((other) => other.startsAt >= endsAt).map((other) => other.startsAt)
  return { startsAt, endsAt: [latest, ...next].reduce((a, b) => (b < a ? b : a)) }
}
