import type { RankedSums } from './gini-of.ts'

/**
 * Adds up the amounts of people as spread and Gini need them (`gini-of.ts`); who has nothing is not counted. Amounts are whole
 * numbers from 0; changes their order.
 *
 * @example
 * rankedSums(Float64Array.of(180, 60))
 * //=> { people: 2, sum: 240, squares: 36_000, ranked: 600 }
 */
export function rankedSums(amounts: Float64Array): RankedSums {
  let most = 0
  for (const amount of amounts) most = Math.max(most, amount)
  return most <= 4 * amounts.length ? byCounting(amounts, most) : bySorting(amounts)
}

function bySorting(amounts: Float64Array): RankedSums {
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

/** Where many have amounts of which there are few: how many have each. */
function byCounting(amounts: Float64Array, most: number): RankedSums {
  const having = new Int32Array(most + 1)
  for (const amount of amounts) having[amount]! += 1
  let [before, sum, squares, ranked] = [0, 0, 0, 0]
  for (let amount = 0; amount <= most; amount += 1) {
    const people = having[amount]!
    if (people === 0) continue
    sum += people * amount
    squares += people * amount * amount
    // The odd numbers from 2 * before + 1 on, as many as have it.
    ranked += amount * people * (2 * before + people)
    before += people
  }
  return { people: amounts.length, sum, squares, ranked }
}
