import { minutesBetween } from '../time/minutes-between.ts'

/** A canary that is not delivered after so long is late: the outbox looks every minute, and a mail server is given a few. Our own. */
export const CANARY_LATE_MINUTES = 10
/** One is queued every half hour; a gap longer than this means that nobody queues them. */
export const CANARY_GAP_MINUTES = 45

/** One canary: when it was queued, and when it had gone out on every way; null: not yet. */
export interface Canary {
  createdAt: Date
  deliveredAt: Date | null
}

/**
 * Reads from the newest canaries how delivery does: how many seconds the last one took that arrived, how long the oldest has
 * waited that was queued after it, and whether that is late. Without any canary nobody watches, and nothing is late.
 *
 * @example
 * const at = (time) => new Date(`2027-03-01T${time}Z`)
 * const arrived = { createdAt: at('08:10'), deliveredAt: at('08:11') }
 * canaryState([{ createdAt: at('08:40'), deliveredAt: null }, arrived], at('08:51'))
 * //=> { lastSeconds: 60, waitingSeconds: 660, isLate: true }
 * canaryState([], at('08:51'))
 * //=> { lastSeconds: null, waitingSeconds: 0, isLate: false }
 */
export function canaryState(newestFirst: readonly Canary[], now: Date) {
  const seconds = (from: Date, to: Date) => Math.max(0, Math.round(minutesBetween(from, to) * 60))
  const arrived = newestFirst.find(({ deliveredAt }) => deliveredAt !== null)
  const waiting = newestFirst.filter(({ createdAt }) => !arrived || createdAt > arrived.createdAt)
  const oldest = waiting.at(-1)
  const newest = newestFirst[0]
  const waitingSeconds = oldest ? seconds(oldest.createdAt, now) : 0
  const isMissing = newest !== undefined && minutesBetween(newest.createdAt, now) > CANARY_GAP_MINUTES
  return {
    lastSeconds: arrived ? seconds(arrived.createdAt, arrived.deliveredAt!) : null,
    waitingSeconds,
    isLate: isMissing || waitingSeconds > CANARY_LATE_MINUTES * 60
  }
}
