import t from 'tap'
import { judgePlan } from '../../../src/engine/rules/judge-plan.ts'
import { checkLostLock } from '../../../src/engine/rules/lost-lock.ts'
import { checkMissingHost } from '../../../src/engine/rules/missing-host.ts'
import { checkNewcomersAlone } from '../../../src/engine/rules/newcomers-alone.ts'
import { checkNotFitting } from '../../../src/engine/rules/not-fitting.ts'
import { checkOverMaximum } from '../../../src/engine/rules/over-maximum.ts'
import { scorePlan } from '../../../src/engine/rules/score-plan.ts'
import { checkShortRest } from '../../../src/engine/rules/short-rest.ts'
import { checkTeamCap } from '../../../src/engine/rules/team-cap.ts'
import { checkTooClose } from '../../../src/engine/rules/too-close.ts'
import { checkTooManyShifts } from '../../../src/engine/rules/too-many-shifts.ts'
import { personFor, problemOf, shiftOn } from './one-person-problem.ts'

const week = [shiftOn(0, 9), shiftOn(1, 9), shiftOn(7, 9), shiftOn(7, 18)]

t.test('a shift that does not fit, is unknown or is held twice is not fitting', async (t) => {
  const problem = problemOf(week, [personFor(2)])
  t.same(checkNotFitting(problem, [[0, 1]]), [])
  t.match(checkNotFitting(problem, [[2]]), [{ rule: 'not-fitting', person: 0, shift: 2 }])
  t.match(checkNotFitting(problem, [[9]]), [{ rule: 'not-fitting', shift: 9 }])
  t.match(checkNotFitting(problem, [[1, 1]]), [{ rule: 'not-fitting', shift: 1 }])
  t.equal(checkNotFitting(problem, []).length, 1, 'a list that is missing')
})

t.test('a locked shift that is gone is a lost lock', async (t) => {
  const problem = problemOf(week, [personFor(4, { locked: [2] })])
  t.same(checkLostLock(problem, [[2]]), [])
  t.match(checkLostLock(problem, [[0]]), [{ rule: 'lost-lock', person: 0, shift: 2 }])
})

t.test('one shift more than allowed is too many', async (t) => {
  const problem = problemOf(week, [personFor(4, { maxShifts: 1 })])
  t.same(checkTooManyShifts(problem, [[0]]), [])
  t.match(checkTooManyShifts(problem, [[0, 2]]), [{ rule: 'too-many-shifts', person: 0, shifts: [0, 2] }])
})

t.test('spacing counts days either way, and exactly as many days are enough', async (t) => {
  const problem = problemOf(week, [personFor(4, { spacingDays: 7 })])
  t.same(checkTooClose(problem, [[2, 0]]), [])
  t.match(checkTooClose(problem, [[2, 1]]), [{ rule: 'too-close', shifts: [1, 2] }])
})

t.test('an overlap is short rest, and rest may be exactly what is asked for', async (t) => {
  const tight = [shiftOn(0, 8), shiftOn(0, 11), shiftOn(0, 23)]
  const problem = problemOf(tight, [personFor(3, { spacingDays: 0 })])
  t.same(checkShortRest(problem, [[0, 2]]), [])
  t.match(checkShortRest(problem, [[1, 0]]), [{ rule: 'short-rest', shifts: [0, 1], text: /an overlap/ }])
  t.match(checkShortRest(problem, [[1, 2]]), [{ rule: 'short-rest', shifts: [1, 2], text: /480 minutes/ }])
})

t.test('one person more than the maximum is over it', async (t) => {
  const problem = problemOf([shiftOn(0, 9, { max: 1 })], [personFor(1), personFor(1)])
  t.same(checkOverMaximum(problem, [[0], []]), [])
  t.match(checkOverMaximum(problem, [[0], [0]]), [{ rule: 'over-maximum', shift: 0 }])
})

t.test('an empty shift needs no host; a guest alone does', async (t) => {
  const problem = problemOf([shiftOn(0, 9, { hosts: 1 })], [personFor(1), personFor(1, { host: true })])
  t.same(checkMissingHost(problem, [[], []]), [])
  t.same(checkMissingHost(problem, [[0], [0]]), [])
  t.match(checkMissingHost(problem, [[0], []]), [{ rule: 'missing-host', shift: 0 }])
})

t.test('newcomers never outnumber the experienced', async (t) => {
  const people = [
    personFor(1, { newcomer: true }),
    personFor(1, { experienced: true }),
    personFor(1, { newcomer: true })
  ]
  const problem = problemOf([shiftOn(0, 9)], people)
  t.same(checkNewcomersAlone(problem, [[0], [0], []]), [])
  t.match(checkNewcomersAlone(problem, [[0], [0], [0]]), [{ rule: 'newcomers-alone', shift: 0 }])
})

t.test('a team cap holds at every instant, and shifts that only touch do not meet', async (t) => {
  const shifts = [shiftOn(0, 8), shiftOn(0, 12), shiftOn(0, 10)]
  const problem = problemOf(shifts, [personFor(3), personFor(3), personFor(3, { team: 1 })], {
    teamCaps: [1, 1]
  })
  t.same(checkTeamCap(problem, [[0], [1], [2]]), [])
  t.match(checkTeamCap(problem, [[0], [2], []]), [{ rule: 'team-cap', team: 0, shifts: [0, 2] }])
})

t.test('the score has six terms, each as the format says', async (t) => {
  const shifts = [shiftOn(0, 9, { min: 1, desired: 2 }), shiftOn(7, 9, { min: 1, desired: 1 })]
  const person = personFor(0, { fits: [0, 2, 3], dueMinutes: 360, carriedUnpopular: 1, published: [1] })
  t.same(scorePlan(problemOf(shifts, [person]), [[0]]), {
    total: 10000 + 2000 + 20 + 32 + 3 + 80,
    min: 10000,
    desired: 2000,
    quota: 5 * 2 ** 2,
    unpopular: 4 * ((1 + 2) ** 2 - 1),
    wish: 3,
    change: 2 * 40
  })
})

t.test('a plan is judged by every rule at once', async (t) => {
  const problem = problemOf([shiftOn(0, 9, { hosts: 1 })], [personFor(1), personFor(0, { locked: [0] })], {
    teamCaps: [0]
  })
  const rules = judgePlan(problem, [[0], []]).violations.map((violation) => violation.rule)
  t.same(rules, ['lost-lock', 'missing-host', 'team-cap'])
})
