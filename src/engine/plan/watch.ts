/** Knows when planning must stop: cancelled, or out of time. */
export type Watch = {
  readonly startedAt: number
  readonly now: () => number
  /** true once planning must stop; stays so */
  readonly stop: () => boolean
  /** a `stop` that already says so when this share of the time is used up */
  readonly stopBy: (share: number) => () => boolean
  /** seconds since the start */
  readonly elapsed: () => number
}

/**
 * The clock is looked at about this often, in milliseconds, and at least whenever it was asked for so many times: some clocks
 * (processor time) take longer to read than the work they time.
 */
const OFTEN = 0.25
const MOST_SKIPPED = 15

/** Starts watching. Without a clock only `cancelled` stops. */
export function watchFrom(seconds?: number, clock?: () => number, cancelled?: () => boolean): Watch {
  const now = clock ?? (() => 0)
  const startedAt = now()
  const until = seconds !== undefined && clock ? startedAt + seconds * 1000 : Number.POSITIVE_INFINITY
  const glance = rarely(now, startedAt)
  let stopped = false
  const stop = () => {
    stopped ||= glance() >= until || (cancelled?.() ?? false)
    return stopped
  }
  const stopBy = (share: number) => () => stop() || glance() > startedAt + share * (until - startedAt)
  return { startedAt, now, stop, stopBy, elapsed: () => (now() - startedAt) / 1000 }
}

/** What the clock said a moment ago: it is looked at less often as long as little time passes between two looks. */
function rarely(now: () => number, startedAt: number): () => number {
  let seen = startedAt
  let skip = 0
  let skipped = 0
  return () => {
    if (skipped++ < skip) return seen
    const before = seen
    seen = now()
    skip = seen - before < OFTEN ? Math.min(MOST_SKIPPED, 2 * skip + 1) : skip >> 2
    skipped = 0
    return seen
  }
}
