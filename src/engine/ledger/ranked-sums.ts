import type { RankedSums } from './gini-of.ts'

/**
 * Adds up the amounts of people as spread and Gini need them (`gini-of.ts`); who has nothing is not counted. Sorts the
 * amounts in place.
 *
 * @example
 * rankedSums(Float64Array.of(180, 60))
 * //=> { people: 2, sum: 240, squares: 36_000, ranked: 600 }
 */
export function rankedSums(amounts: Float64Array): RankedSums {
  amounts.sort()
  const sums = { people: amounts.length, sum: 0, squares: 0, ranked: 0 }
  let rank = 1
  for (const amount of amounts) {
    sums.sum += amount
    sums.squares += amount * amount
    sums.ranked += amount * (2 * rank - 1)
    rank += 1
  }
  return sums
}
