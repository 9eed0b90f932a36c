/**
 * The loads a person can reach: each is a number of shifts together with a sum of minutes. The person's schedule search
 * walks these; `next[load * lengths + k]` is the load after one more shift of the k-th length, or -1.
 */
export type Loads = {
  readonly size: number
  readonly lengths: readonly number[]
  readonly next: Int32Array
  readonly minutes: Float64Array
  /** how many shifts each load has; the fewest, where they are not told apart */
  readonly counts: Int32Array
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
  const counts = Int32Array.from(reached, (load) => load.count)
  return { size: reached.length, lengths, next: Int32Array.from(next), minutes, counts, mostShifts }
}

/** The same loads sorted by minutes, so that those worth looking at come first. */
export function lightestFirst(loads: Loads): Loads {
  const { size, lengths, minutes } = loads
  const order = Array.from({ length: size }, (_, load) => load).sort(
    (a, b) => minutes[a]! - minutes[b]! || a - b
  )
  const place = new Int32Array(size)
  order.forEach((load, i) => {
    place[load] = i
  })
  const kinds = lengths.length
  const next = new Int32Array(loads.next.length)
  loads.next.forEach((to, i) => {
    next[place[Math.floor(i / kinds)]! * kinds + (i % kinds)] = to < 0 ? -1 : place[to]!
  })
  return {
    ...loads,
    next,
    minutes: Float64Array.from(order, (load) => minutes[load]!),
    counts: Int32Array.from(order, (load) => loads.counts[load]!)
  }
}

/** Of each load that tells numbers of shifts apart, the one with its minutes that does not. */
export function withoutCount(loads: Loads, free: Loads): Int32Array {
  return Int32Array.from(loads.minutes, (minutes) => free.minutes.indexOf(minutes))
}
