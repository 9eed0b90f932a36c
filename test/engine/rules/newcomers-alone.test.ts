import t from 'tap'
import { checkNewcomersAlone } from '../../../src/engine/rules/newcomers-alone.ts'
import { breaks, problemOf, problemOfNewcomers, problemWith, shiftOn, somebody } from './cast.ts'

t.test('newcomers may be as many as the experienced and not one more', async (t) => {
  const problem = problemOfNewcomers(2)
  t.strictSame(checkNewcomersAlone(problem, [[0], [0], [0], [0]]), [])
  t.strictSame(checkNewcomersAlone(problem, [[0], [], [0], []]), [])
  t.strictSame(checkNewcomersAlone(problem, [[0], [0], [0], []]), [
    { rule: 'newcomers-alone', shift: 0, text: 'Shift 0 has 2 newcomers and 1 experienced people.' }
  ])
})

t.test('nobody is outnumbered on an empty shift or by the experienced', async (t) => {
  t.strictSame(checkNewcomersAlone(problemOfNewcomers(1), [[], []]), [])
  t.strictSame(checkNewcomersAlone(problemOfNewcomers(1), []), [])
  t.strictSame(checkNewcomersAlone(problemOfNewcomers(1), [[], [0]]), [])
})

t.test('a host who is not experienced does not look after newcomers, one who is does', async (t) => {
  t.equal(checkNewcomersAlone(problemOf(['host', 'newcomer'], 1), [[0], [0]]).length, 1)
  const people = [somebody({ host: true, experienced: true }), somebody({ newcomer: true })]
  t.strictSame(checkNewcomersAlone(problemWith([shiftOn(0)], people), [[0], [0]]), [])
})

t.test('the experienced of another shift do not count', async (t) => {
  const problem = problemOf(['newcomer', 'experienced'], 2)
  t.strictSame(checkNewcomersAlone(problem, [[1], [1]]), [])
  breaks(t, checkNewcomersAlone(problem, [[1], [0]]), [{ shift: 1 }])
})
