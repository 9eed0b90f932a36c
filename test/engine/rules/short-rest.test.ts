import t from 'tap'
import { checkShortRest } from '../../../src/engine/rules/short-rest.ts'
import { breaks, problemWith, problemWithRest, somebody, span } from './cast.ts'

t.test('rest from end to start is as long as asked for and not a minute shorter', async (t) => {
  t.strictSame(checkShortRest(problemWithRest(360), [[0, 1]]), [])
  t.strictSame(checkShortRest(problemWithRest(361), [[0, 1]]), [
    {
      rule: 'short-rest',
      person: 0,
      shifts: [0, 1],
      text: 'Person 0: 360 minutes between shifts 0 and 1, at least 361.'
    }
  ])
})

t.test('without rest one shift may begin when the other ends, but not a minute before', async (t) => {
  t.strictSame(checkShortRest(problemWith([span(0, 60), span(60, 120)]), [[0, 1]]), [])
  breaks(t, checkShortRest(problemWith([span(0, 60), span(59, 120)]), [[0, 1]]), [
    { shifts: [0, 1], text: 'Person 0: an overlap between shifts 0 and 1, at least 0.' }
  ])
})

t.test('two shifts at the same time overlap, and so does one within the other', async (t) => {
  t.equal(checkShortRest(problemWith([span(0, 60), span(0, 60)]), [[0, 1]]).length, 1)
  t.equal(checkShortRest(problemWith([span(0, 600), span(60, 120)]), [[1, 0]]).length, 1)
})

t.test('a long shift is too near to every shift that it reaches, not only the next', async (t) => {
  const shifts = [span(0, 600), span(60, 120), span(180, 240), span(600, 660)]
  t.strictSame(pairsOf(problemWith(shifts), [[0, 1, 2, 3]]), [
    [0, 1],
    [0, 2]
  ])
})

t.test('the order in which shifts stand in problem and plan does not matter', async (t) => {
  const problem = problemWith([span(2000, 2060), span(0, 60), span(1000, 1060)], [somebody()], {
    restMinutes: 940
  })
  t.strictSame(pairsOf(problem, [[0, 1, 2]]), [])
  for (const held of [
    [0, 1, 2],
    [2, 1, 0],
    [1, 0, 2]
  ]) {
    t.strictSame(pairsOf({ ...problem, restMinutes: 941 }, [held]), [
      [1, 2],
      [2, 0]
    ])
  }
})

t.test('people need no rest from what others work', async (t) => {
  const problem = { ...problemWithRest(660), people: [somebody(), somebody()] }
  t.strictSame(checkShortRest(problem, [[0], [1]]), [])
  breaks(t, checkShortRest(problem, [[0], [1, 0]]), [{ person: 1 }])
})

t.test('an empty plan and unknown shifts need no rest', async (t) => {
  t.strictSame(checkShortRest(problemWithRest(660), []), [])
  t.strictSame(checkShortRest(problemWithRest(660), [[]]), [])
  t.strictSame(checkShortRest(problemWithRest(660), [[0, 17]]), [])
})

function pairsOf(...of: Parameters<typeof checkShortRest>): unknown[] {
  return checkShortRest(...of).map(({ shifts }) => shifts)
}
