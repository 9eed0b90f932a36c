import t from 'tap'
import { checkOverMaximum } from '../../../src/engine/rules/over-maximum.ts'
import { breaks, problemOf, problemWith, problemWithMaximum, shiftOn, somebody } from './cast.ts'

t.test('a shift may have as many people as its maximum and not one more', async (t) => {
  t.strictSame(checkOverMaximum(problemWithMaximum(2), [[0], [0]]), [])
  t.strictSame(checkOverMaximum(problemWithMaximum(1), [[0], []]), [])
  t.strictSame(checkOverMaximum(problemWithMaximum(1), [[0], [0]]), [
    { rule: 'over-maximum', shift: 0, text: 'Shift 0 has 2 people, at most 1.' }
  ])
})

t.test('a shift for nobody stays empty', async (t) => {
  t.strictSame(checkOverMaximum(problemWithMaximum(0), [[], []]), [])
  t.strictSame(checkOverMaximum(problemWithMaximum(0), []), [])
  t.equal(checkOverMaximum(problemWithMaximum(0), [[], [0]]).length, 1)
})

t.test('hosts and newcomers take a seat like anybody', async (t) => {
  const problem = { ...problemOf(['host', 'experienced', 'newcomer'], 1), shifts: [shiftOn(0, { max: 2 })] }
  t.equal(checkOverMaximum(problem, [[0], [0], [0]]).length, 1)
})

t.test('each shift counts for itself, those at the same time too', async (t) => {
  const shifts = [shiftOn(0, { max: 1 }), shiftOn(0, { max: 1 })]
  const problem = problemWith(shifts, [somebody(), somebody(), somebody()])
  t.strictSame(checkOverMaximum(problem, [[0], [1], []]), [])
  breaks(t, checkOverMaximum(problem, [[0], [1], [1]]), [{ shift: 1 }])
})
