import fc from 'fast-check'
import t from 'tap'
import { rankedSums } from '../../../src/engine/ledger/ranked-sums.ts'

/** By plain words: the first in order has rank 1. */
function plainly(amounts: readonly number[]) {
  const inOrder = amounts.toSorted((a, b) => a - b)
  const sum = (of: (amount: number, rank: number) => number) =>
    inOrder.reduce((total, amount, at) => total + of(amount, at + 1), 0)
  return {
    people: amounts.length,
    sum: sum((amount) => amount),
    squares: sum((amount) => amount ** 2),
    ranked: sum((amount, rank) => amount * (2 * rank - 1))
  }
}

t.test('few different amounts of many people and many of few come to what plain words say', async (t) => {
  for (const most of [3, 30, 100_000]) {
    const amounts = fc.array(fc.nat(most), { maxLength: 60 })
    const same = fc.property(amounts, (drawn) => {
      t.strictSame(rankedSums(Float64Array.from(drawn)), plainly(drawn))
    })
    fc.assert(same, { seed: 2027, numRuns: 60 })
  }
})
