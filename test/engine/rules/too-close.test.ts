import t from 'tap'
import { checkTooClose } from '../../../src/engine/rules/too-close.ts'
import { breaks, problemOnDays, problemWith, problemWithSpacing, shiftOn, somebody, span } from './cast.ts'

t.test('shifts lie as many days apart as the person wants and not one fewer', async (t) => {
  t.strictSame(checkTooClose(problemWithSpacing(7), [[0, 1, 2]]), [])
  t.strictSame(checkTooClose(problemWithSpacing(8), [[0, 2]]), [])
  t.strictSame(checkTooClose(problemWithSpacing(8), [[1, 2]]), [
    {
      rule: 'too-close',
      person: 0,
      shifts: [1, 2],
      text: 'Person 0: shifts 1 and 2 are 7 days apart, at least 8.'
    }
  ])
})

t.test('every two shifts are looked at, not only neighbours', async (t) => {
  t.strictSame(pairsOf(checkTooClose(problemWithSpacing(15), [[0, 1, 2]])), [
    [0, 1],
    [0, 2],
    [1, 2]
  ])
})

t.test('two shifts of one day stand against any spacing, and without spacing against none', async (t) => {
  const day = [span(0, 60), span(120, 180)]
  t.strictSame(pairsOf(checkTooClose(problemWith(day, [somebody({ spacingDays: 1 })]), [[0, 1]])), [[0, 1]])
  t.strictSame(checkTooClose(problemWith(day), [[0, 1]]), [])
})

t.test('days count, not hours: late one day and early the next are a day apart', async (t) => {
  const nights = [span(1380, 1440), span(1440, 1500)]
  t.strictSame(checkTooClose(problemWith(nights, [somebody({ spacingDays: 1 })]), [[0, 1]]), [])
})

t.test('the order in which shifts stand in problem and plan does not matter', async (t) => {
  const shifts = [shiftOn(9), shiftOn(0), shiftOn(5)]
  const problem = problemWith(shifts, [somebody({ spacingDays: 5 })])
  for (const held of [
    [0, 1, 2],
    [2, 1, 0],
    [1, 0, 2]
  ]) {
    t.strictSame(pairsOf(checkTooClose(problem, [held])), [[2, 0]])
  }
})

t.test('a day that runs against the clock counts by its distance', async (t) => {
  const shifts = [shiftOn(3, { start: 0, end: 60 }), shiftOn(1, { start: 600, end: 660 })]
  t.strictSame(checkTooClose(problemWith(shifts, [somebody({ spacingDays: 2 })]), [[0, 1]]), [])
  t.equal(checkTooClose(problemWith(shifts, [somebody({ spacingDays: 3 })]), [[0, 1]]).length, 1)
})

t.test('shifts of different people may lie close, and each has their own spacing', async (t) => {
  const people = [somebody({ spacingDays: 14 }), somebody({ spacingDays: 7 })]
  const problem = { ...problemOnDays(0, 7), people }
  t.strictSame(checkTooClose(problem, [[0], [1]]), [])
  breaks(
    t,
    checkTooClose(problem, [
      [0, 1],
      [0, 1]
    ]),
    [{ person: 0 }]
  )
  t.equal(
    checkTooClose(problem, [
      [0, 1],
      [0, 1]
    ]).length,
    1
  )
})

t.test('an empty plan and unknown shifts are close to nothing', async (t) => {
  t.strictSame(checkTooClose(problemWithSpacing(99), []), [])
  t.strictSame(checkTooClose(problemWithSpacing(99), [[]]), [])
  t.strictSame(checkTooClose(problemWithSpacing(99), [[0, 17]]), [])
})

function pairsOf(broken: ReturnType<typeof checkTooClose>): unknown[] {
  return broken.map(({ shifts }) => shifts)
}
