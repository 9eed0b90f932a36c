import fc from 'fast-check'
import t from 'tap'
import { rounded } from '../../src/reports/tally.ts'

t.test('figures are rounded as toFixed rounds them, halves as well', async (t) => {
  const values = fc.oneof(
    fc
      .tuple(fc.integer({ min: 0, max: 2_000_000 }), fc.integer({ min: 1, max: 60_000 }))
      .map(([a, b]) => a / b),
    // Halves and what is next to them, in both numbers of decimals.
    fc
      .tuple(fc.integer({ min: -40_000, max: 400_000 }), fc.constantFrom(-1e-9, 0, 1e-9))
      .map(([halves, off]) => halves / 20_000 + off),
    fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 })
  )
  const agrees = fc.property(
    values,
    fc.constantFrom(2 as const, 4 as const),
    (value, decimals) => rounded(value, decimals) === Number(value.toFixed(decimals))
  )
  t.doesNotThrow(() => fc.assert(agrees, { seed: 3, numRuns: 20_000 }))
  t.equal(rounded(1.005, 2), 1, 'its nearest number is below the half')
  t.equal(rounded(null, 2), null)
})
