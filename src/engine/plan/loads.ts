/**
 * The loads a person can reach: each is a number of shifts together with a sum of minutes. The person's schedule search
 * walks these; `next[load * lengths + k]` is the load after one more shift of the k-th length, or -1.
 */
export type Loads = {
  readonly size: number
  readonly lengths: readonly number[]
  readonly next: Int32Array
  readonly minutes: Float64Array
  readonly mostShifts: number
}

/**
 * All loads of up to `mostShifts` shifts of the given lengths (minutes). With `countFree` the number of shifts is not told
 * apart: right only where it can never exceed what is allowed.
 *
 * @example
 * Array.from(loadsOf([240], 2, false).minutes)
 * //=> [0, 240, 480]
 */
export function loadsOf(lengths: readonly number[], mostShifts: number, countFree: boolean): Loads {
  const index = new Map<string, number>([['0:0', 0]])
  const reached = [{ count: 0, minutes: 0 }]
  const next: number[] = []
  for (let at = 0; at < reached.length; at++) {
    const { count, minutes } = reached[at]!
    for (const length of lengths) {
      if (count === mostShifts) {
        next.push(-1)
        continue
      }
      const key = countFree ? `0:${minutes + length}` : `${count + 1}:${minutes + length}`
      if (!index.has(key)) {
        index.set(key, reached.length)
        reached.push({ count: count + 1, minutes: minutes + length })
      }
      next.push(index.get(key)!)
    }
  }
  const minutes = Float64Array.from(reached, (load) => load.minutes)
  return { size: reached.length, lengths, next: Int32Array.from(next), minutes, mostShifts }
}
