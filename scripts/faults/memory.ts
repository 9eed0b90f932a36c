/** What a process holds, in megabytes, and when. */
export interface Sample {
  /** Minutes since the load began. */
  minutes: number
  /** After a collection of garbage: what is left is held by somebody. */
  heap: number
  resident: number
}

/** Least squares: how much it grows in a minute. */
export function slope(samples: readonly Sample[], of: (sample: Sample) => number): number {
  const mean = (value: (sample: Sample) => number) =>
    samples.reduce((sum, sample) => sum + value(sample), 0) / samples.length
  const meanAt = mean(({ minutes }) => minutes)
  const meanOf = mean(of)
  const together = mean((sample) => (sample.minutes - meanAt) * (of(sample) - meanOf))
  const alone = mean(({ minutes }) => (minutes - meanAt) ** 2)
  return alone === 0 ? 0 : together / alone
}
