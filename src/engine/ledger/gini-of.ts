/** Amounts of people, as sums: how many have any, sum, sum of squares, and the sum of amount times (2 rank - 1). */
export type RankedSums = { people: number; sum: number; squares: number; ranked: number }

/**
 * Measures how unevenly amounts are spread over `everybody`, from 0 (all alike) to nearly 1 (one has all): the Gini
 * coefficient. Those not counted in the sums have nothing. Ranks count from 1 upwards among those who have any. Null
 * where nobody has anything.
 *
 * @example
 * // Four people, of whom one has 60 and one 180: ranks 1 and 2.
 * giniOf({ people: 2, sum: 240, squares: 36_000, ranked: 60 * 1 + 180 * 3 }, 4)
 * //=> 0.625
 */
export function giniOf({ people, sum, ranked }: RankedSums, everybody: number): number | null {
  if (sum <= 0 || everybody <= 0) return null
  return (ranked + (everybody - 2 * people) * sum) / (everybody * sum)
}

/**
 * Measures how far amounts of `everybody` lie from their mean: the standard deviation, in the unit of the amounts. Null
 * without people.
 *
 * @example
 * deviationOf({ people: 2, sum: 240, squares: 36_000, ranked: 600 }, 4)
 * //=> 73.48469228349535
 */
export function deviationOf({ sum, squares }: RankedSums, everybody: number): number | null {
  if (everybody <= 0) return null
  const mean = sum / everybody
  return Math.sqrt(Math.max(0, squares / everybody - mean * mean))
}
