/** Knows when planning must stop: cancelled, or out of time. Looks at the clock every time it is asked. */
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

/** Starts watching. Without a clock only `cancelled` stops. */
export function watchFrom(seconds?: number, clock?: () => number, cancelled?: () => boolean): Watch {
  const now = clock ?? (() => 0)
  const startedAt = now()
  const until = seconds !== undefined && clock ? startedAt + seconds * 1000 : Number.POSITIVE_INFINITY
  let stopped = false
  const stop = () => {
    stopped ||= now() >= until || (cancelled?.() ?? false)
    return stopped
  }
  const stopBy = (share: number) => () => stop() || now() > startedAt + share * (until - startedAt)
  return { startedAt, now, stop, stopBy, elapsed: () => (now() - startedAt) / 1000 }
}
