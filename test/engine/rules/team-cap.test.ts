import t from 'tap'
import { checkTeamCap } from '../../../src/engine/rules/team-cap.ts'
import { breaks, problemWith, problemWithCap, somebody, span } from './cast.ts'

t.test('as many of a team as its cap are on support at once and not one more', async (t) => {
  t.strictSame(checkTeamCap(problemWithCap(2), [[0], [0]]), [])
  t.strictSame(checkTeamCap(problemWithCap(1), [[0], [0]]), [
    {
      rule: 'team-cap',
      team: 0,
      shifts: [0],
      text: 'Team 0 has 2 people on support at minute 540, at most 1.'
    }
  ])
})

t.test('a shift that begins when another ends is not at the same time', async (t) => {
  t.strictSame(checkTeamCap(pairOf(span(0, 60), span(60, 120)), [[0], [1]]), [])
  t.strictSame(checkTeamCap(pairOf(span(60, 120), span(0, 60)), [[0], [1]]), [], 'the later one first')
})

t.test('one common minute is enough', async (t) => {
  breaks(t, checkTeamCap(pairOf(span(0, 60), span(59, 120)), [[0], [1]]), [
    { shifts: [0, 1], text: 'Team 0 has 2 people on support at minute 59, at most 1.' }
  ])
})

t.test('people are relieved at a minute without the cap being broken', async (t) => {
  const shifts = [span(0, 60), span(60, 120), span(0, 120)]
  const problem = problemWith(shifts, [somebody(), somebody(), somebody()], { teamCaps: [2] })
  t.strictSame(checkTeamCap(problem, [[0], [1], [2]]), [])
  t.strictSame(minutesOf({ ...problem, teamCaps: [1] }, [[0], [1], [2]]), [0])
  t.strictSame(minutesOf(problem, [[0], [0, 1], [2]]), [0])
})

t.test('a cap broken, kept and broken again is broken twice', async (t) => {
  const shifts = [span(0, 300), span(0, 60), span(120, 180)]
  const problem = problemWith(shifts, [somebody(), somebody()], { teamCaps: [1] })
  t.strictSame(minutesOf(problem, [[0], [1, 2]]), [0, 120])
})

t.test('each team has its own cap and its own people', async (t) => {
  const people = [somebody({ team: 0 }), somebody({ team: 1 }), somebody({ team: 1 })]
  const problem = problemWith([span(0, 60)], people, { teamCaps: [1, 2] })
  t.strictSame(checkTeamCap(problem, [[0], [0], [0]]), [])
  breaks(t, checkTeamCap({ ...problem, teamCaps: [1, 1] }, [[0], [0], [0]]), [{ team: 1 }])
  breaks(t, checkTeamCap({ ...problem, teamCaps: [0, 2] }, [[0], [0], [0]]), [{ team: 0 }])
})

t.test('a team without places stays off support', async (t) => {
  t.strictSame(checkTeamCap(problemWithCap(0), [[], []]), [])
  t.strictSame(checkTeamCap(problemWithCap(0), []), [])
  t.equal(checkTeamCap(problemWithCap(0), [[0], []]).length, 1)
})

t.test('a shift that does not exist takes no place', async (t) => {
  t.strictSame(checkTeamCap(problemWithCap(1), [[0], [17]]), [])
})

function pairOf(...shifts: ReturnType<typeof span>[]) {
  return problemWith(shifts, [somebody(), somebody()], { teamCaps: [1] })
}

function minutesOf(...of: Parameters<typeof checkTeamCap>): number[] {
  return checkTeamCap(...of).map(({ text }) => Number(/minute (\d+)/.exec(text)?.[1]))
}
