import t, { type Test } from 'tap'
import type { Problem, ProblemPerson, Score } from '../../../src/engine/plan/problem.ts'
import { scorePlan } from '../../../src/engine/rules/score-plan.ts'
import { problemWith, shiftOn, somebody } from './cast.ts'

const NOTHING: Score = { total: 0, min: 0, desired: 0, quota: 0, unpopular: 0, wish: 0, change: 0 }
const ODD_WEIGHTS = { min: 1, desired: 10, quota: 100, unpopular: 1000, wish: 10_000, change: 100_000 }

t.test('a shift costs for every seat short of its minimum and of what is desired', async (t) => {
  const problem = problemWith([shiftOn(0, { min: 1, desired: 2 })], [guest(), guest(), guest()])
  scores(t, problem, [[], [], []], { min: 10_000, desired: 2000, quota: 240 })
  scores(t, problem, [[0], [], []], { desired: 1000, quota: 160 })
  scores(t, problem, [[0], [0], []], { quota: 80 })
  scores(t, problem, [[0], [0], [0]], {}, 'more than desired costs nothing')
})

t.test('hours off what is due count squared, up or down, for those without a shift too', async (t) => {
  const owes = (dueMinutes: number) => problemWith([shiftOn(0)], [guest({ dueMinutes })])
  scores(t, owes(240), [[0]], {})
  scores(t, owes(360), [[0]], { quota: 5 * 2 ** 2 })
  scores(t, owes(90), [[0]], { quota: 5 * 2.5 ** 2 })
  scores(t, owes(120), [[]], { quota: 5 * 2 ** 2 })
  scores(t, owes(-60), [[0]], { quota: 5 * 5 ** 2 })
})

t.test('an unpopular shift costs more for who carries points already', async (t) => {
  const carrying = (carriedUnpopular?: number) =>
    problemWith(
      [shiftOn(0), shiftOn(1)],
      [
        guest({
          dueMinutes: 480,
          fits: [0, 2, 0, 1, 1, 0],
          ...(carriedUnpopular === undefined ? {} : { carriedUnpopular })
        })
      ]
    )
  scores(t, carrying(), [[0, 1]], { unpopular: 4 * 9 })
  scores(t, carrying(3), [[0, 1]], { unpopular: 4 * (36 - 9) })
  scores(t, carrying(3), [[]], { quota: 320 }, 'what was carried in costs nothing by itself')
})

t.test('wish costs add up', async (t) => {
  const problem = problemWith(
    [shiftOn(0), shiftOn(1)],
    [guest({ dueMinutes: 480, fits: [0, 0, 3, 1, 0, 4] }), guest({ fits: [0, 0, 2] })]
  )
  scores(t, problem, [[0, 1], [0]], { wish: 9 })
})

t.test('a promise costs when it is broken and when somebody is surprised', async (t) => {
  const promised = (published: number[]) =>
    problemWith(
      [shiftOn(0), shiftOn(1)],
      [guest({ fits: [0, 0, 0, 1, 0, 0], published }), guest({ dueMinutes: 0 })]
    )
  scores(t, promised([0]), [[0], []], {})
  scores(t, promised([0]), [[1], []], { change: 80 })
  scores(t, promised([0, 1]), [[0], []], { change: 40 })
  scores(t, promised([]), [[0], []], { change: 40 }, 'published with nothing is a promise too')
  scores(t, promised([0]), [[0], [0]], { quota: 80 }, 'nothing published, nothing promised')
})

t.test('every weight weighs its own term', async (t) => {
  const fits = [0, 1, 1]
  const people = [guest({ fits, published: [] }), guest({ fits, dueMinutes: 60 })]
  const problem = problemWith([shiftOn(0, { min: 2, desired: 3 })], people, { weights: ODD_WEIGHTS })
  scores(t, problem, [[0], []], {
    min: 1,
    desired: 20,
    quota: 100,
    unpopular: 1000,
    wish: 10_000,
    change: 100_000
  })
})

t.test('an empty problem scores nothing, and lists that are missing count as empty', async (t) => {
  scores(t, problemWith([], []), [], {})
  scores(t, problemWith([shiftOn(0, { desired: 1 })], [guest()]), [], { desired: 1000, quota: 80 })
})

/** Owes four hours and fits shift 0. */
function guest(traits: Partial<ProblemPerson> = {}): ProblemPerson {
  return somebody({ dueMinutes: 240, fits: [0, 0, 0], ...traits })
}

/** The terms given, all others nothing, and the total their sum. */
function scores(t: Test, problem: Problem, plan: number[][], terms: Partial<Score>, message?: string): void {
  const total = Object.values(terms).reduce((sum, term) => sum + term, 0)
  t.strictSame(scorePlan(problem, plan), { ...NOTHING, ...terms, total }, message ?? '')
}
