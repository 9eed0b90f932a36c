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
  let [sum, squares, ranked] = [0, 0, 0]
  for (let at = 0; at < amounts.length; at += 1) {
    const amount = amounts[at]!
    sum += amount
    squares += amount * amount
    ranked += amount * (2 * at + 1)
  }
  return { people: amounts.length, sum, squares, ranked }
}
