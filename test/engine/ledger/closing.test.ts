import fc from 'fast-check'
import t from 'tap'
import { booksPeriodOf } from '../../../src/engine/ledger/books-period-of.ts'
import { closingLines } from '../../../src/engine/ledger/closing-lines.ts'
import { quarterOf } from '../../../src/engine/time/quarter-of.ts'

t.test('a period of three months is the quarter, others divide the year alike', async (t) => {
  for (const day of ['2027-01-01', '2027-03-31', '2027-04-01', '2027-12-31', '2028-02-29']) {
    t.strictSame(booksPeriodOf(day, 3), quarterOf(day), day)
  }
  t.strictSame(booksPeriodOf('2027-12-31', 12), { fromOn: '2027-01-01', toOn: '2028-01-01' })
  t.strictSame(booksPeriodOf('2027-02-28', 1), { fromOn: '2027-02-01', toOn: '2027-03-01' })
  t.strictSame(booksPeriodOf('2027-08-15', 4), { fromOn: '2027-05-01', toOn: '2027-09-01' })
  t.throws(() => booksPeriodOf('2027-08-15', 5), RangeError)
})

t.test('a balance is carried whole up to the cap, either way, and cut beyond it', async (t) => {
  const close = (restMinutes: number) =>
    closingLines({ restMinutes, outMinutes: 0, inMinutes: 0, capMinutes: 240 })
  t.strictSame(close(100), { balanceMinutes: 100, takenMinutes: 100, outLine: -100, inLine: 100 })
  t.match(close(240), { takenMinutes: 240 })
  t.match(close(241), { takenMinutes: 240, outLine: -241, inLine: 240 })
  t.match(close(-1000), { takenMinutes: -240, outLine: 1000, inLine: -240 })
  t.strictSame(close(0), { balanceMinutes: 0, takenMinutes: 0, outLine: 0, inLine: 0 })
})

t.test('closing again and again ends where closing once at the end would have', async (t) => {
  const amount = fc.integer({ min: -2000, max: 2000 })
  const holds = fc.property(
    fc.array(amount, { minLength: 1, maxLength: 8 }),
    fc.nat(500),
    (changes, capMinutes) => {
      let [worked, outMinutes, inMinutes] = [0, 0, 0]
      for (const change of changes) {
        worked += change
        const lines = closingLines({ restMinutes: worked + outMinutes, outMinutes, inMinutes, capMinutes })
        outMinutes += lines.outLine
        inMinutes += lines.inLine
        const again = closingLines({ restMinutes: worked + outMinutes, outMinutes, inMinutes, capMinutes })
        if (again.outLine !== 0 || again.inLine !== 0 || again.balanceMinutes !== worked) return false
      }
      const once = closingLines({ restMinutes: worked, outMinutes: 0, inMinutes: 0, capMinutes })
      return once.outLine === outMinutes && once.inLine === inMinutes
    }
  )
  t.doesNotThrow(() => fc.assert(holds, { seed: 2027, numRuns: 500 }))
})
