/** Gives whole numbers from 0 up to but without `below`; the same seed gives the same run of numbers. */
export type Random = (below: number) => number

/**
 * A seeded source of chance (the 32-bit mixer "mulberry32", public domain), the only one the planner has.
 *
 * @example
 * const dice = randomFrom(1)
 * Array.from({ length: 3 }, () => dice(6))
 * //=> [1, 1, 4]
 */
export function randomFrom(seed: number): Random {
  let state = (seed | 0) ^ 0x9e3779b9
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below)
  }
}

/** Shuffles in place, every order equally likely. */
export function shuffle(list: Int32Array, random: Random): void {
  for (let i = list.length - 1; i > 0; i--) {
    const j = random(i + 1)
    const kept = list[i]!
    list[i] = list[j]!
    list[j] = kept
  }
}
