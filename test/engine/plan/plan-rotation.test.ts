import t from 'tap'
import { generateProblem, SHAPES } from '../../../scripts/bench/planner/generate.ts'
import { ContradictoryFacts } from '../../../src/engine/plan/contradictions.ts'
import { planRotation } from '../../../src/engine/plan/plan-rotation.ts'
import type { Problem } from '../../../src/engine/plan/problem.ts'
import { randomFrom } from '../../../src/engine/plan/random.ts'
import { judgePlan } from '../../../src/engine/rules/judge-plan.ts'
import { bestByBruteForce } from './brute-force.ts'
import { smallProblem } from './small-problems.ts'

/** What the planner did on a small problem beside what trying everything gives; undefined when that took too long. */
function compare(problem: Problem) {
  try {
    const plan = planRotation(problem, { seed: 1 })
    const { violations, score } = judgePlan(problem, plan.assignments)
    const better = bestByBruteForce(problem, score.total, 20_000)
    if (better === null && plan.bound < score.total - 1e-6) return undefined
    return { plan, violations, score, best: better ?? score.total }
  } catch (error) {
    if (!(error instanceof ContradictoryFacts)) throw error
    const possible = bestByBruteForce(problem, undefined, 20_000)
    return { refused: true, possible: typeof possible === 'number' }
  }
}

t.test(
  'small problems are planned legally, within 1% of the best on average, nine in ten at the best',
  async (t) => {
    const tally = { compared: 0, best: 0, above: 0 }
    for (let seed = 1000; seed < 1300; seed++) {
      const result = compare(smallProblem(seed))
      if (!result) continue
      if (!result.plan) {
        t.notOk(result.possible, `${seed} is not refused when there is a legal plan`)
        continue
      }
      const { plan, violations, score, best } = result
      if (violations.length > 0) t.fail(`${seed}: ${violations[0]!.text}`)
      if (Math.abs(score.total - plan.score.total) > 1e-6)
        t.fail(`${seed} says ${plan.score.total}, is ${score.total}`)
      if (plan.bound > best + 1e-6) t.fail(`${seed}: bound ${plan.bound} above the best, ${best}`)
      tally.compared++
      if (score.total <= best + 1e-6) tally.best++
      tally.above += (score.total - best) / Math.max(1, best)
    }
    t.ok(tally.compared > 150, `${tally.compared} compared`)
    t.ok(tally.best / tally.compared >= 0.9, `${tally.best} of ${tally.compared} at the best`)
    t.ok(tally.above / tally.compared <= 0.01, `${(100 * tally.above) / tally.compared}% above on average`)
  }
)

t.test('companies of every shape get a legal plan, truthfully scored, and a bound below it', async (t) => {
  for (const [i, shape] of SHAPES.entries()) {
    const regime = (['balanced', 'over', 'under'] as const)[i % 3]!
    const problem = generateProblem({ people: 60, weeks: 13, seed: i, regime, shape })
    const plan = planRotation(problem, { seed: 1, steps: 1 })
    const { violations, score } = judgePlan(problem, plan.assignments)
    t.same(violations, [], problem.name)
    t.same(score, plan.score)
    t.ok(plan.bound <= score.total && plan.bound > 0.9 * score.total, `${plan.bound} of ${score.total}`)
  }
})

t.test('the same seed and steps give the same plan', async (t) => {
  const problem = generateProblem({ people: 80, weeks: 13, seed: 3, regime: 'balanced', shape: 'plain' })
  const once = planRotation(problem, { seed: 7, steps: 1 })
  t.same(planRotation(problem, { seed: 7, steps: 1 }), once)
})

t.test('the order of people and shifts does not change the score by more than the gap', async (t) => {
  const problem = generateProblem({
    people: 50,
    weeks: 13,
    seed: 5,
    regime: 'balanced',
    shape: 'part-timers'
  })
  const plan = planRotation(problem, { seed: 1 })
  const other = planRotation(shuffled(problem, 11), { seed: 1 })
  const gap = Math.max(plan.score.total - plan.bound, other.score.total - other.bound)
  t.ok(Math.abs(other.score.total - plan.score.total) <= gap + 1e-6)
})

function shuffled(problem: Problem, seed: number): Problem {
  const random = randomFrom(seed)
  const order = problem.shifts.map((_, s) => s)
  for (let i = order.length - 1; i > 0; i--) {
    const j = random(i + 1)
    const kept = order[i]!
    order[i] = order[j]!
    order[j] = kept
  }
  const place = new Map(order.map((s, i) => [s, i]))
  const people = problem.people.map((person) => {
    const fits: number[][] = []
    for (let i = 0; i < person.fits.length; i += 3) {
      fits.push([place.get(person.fits[i]!)!, person.fits[i + 1]!, person.fits[i + 2]!])
    }
    fits.sort((a, b) => a[0]! - b[0]!)
    const { locked, ...rest } = person
    return { ...rest, fits: fits.flat(), ...(locked ? { locked: locked.map((s) => place.get(s)!) } : {}) }
  })
  return { ...problem, shifts: order.map((s) => problem.shifts[s]!), people: people.reverse() }
}

t.test('a planner that is cancelled at once hands over a legal plan', async (t) => {
  const problem = generateProblem({ people: 300, weeks: 13, seed: 2, regime: 'balanced', shape: 'plain' })
  for (const after of [0, 3, 40, 400]) {
    let asked = 0
    const plan = planRotation(problem, { seed: 1, cancelled: () => asked++ >= after })
    t.same(judgePlan(problem, plan.assignments).violations, [], `after ${after} questions`)
  }
})

t.test('progress never rises in score nor falls in bound', async (t) => {
  const problem = generateProblem({ people: 50, weeks: 13, seed: 9, regime: 'over', shape: 'plain' })
  const seen: { score: number; bound: number }[] = []
  planRotation(problem, { seed: 1, onProgress: (progress) => seen.push(progress) })
  t.ok(seen.length >= 3)
  t.ok(
    seen.every(
      ({ score, bound }, i) => i === 0 || (score <= seen[i - 1]!.score && bound >= seen[i - 1]!.bound)
    )
  )
})

t.test('a small company is planned within half a percent, over-tight or not', async (t) => {
  for (const regime of ['balanced', 'over', 'under'] as const) {
    const plan = planRotation(generateProblem({ people: 50, weeks: 13, seed: 1, regime, shape: 'plain' }), {
      seed: 1
    })
    t.ok(
      (plan.score.total - plan.bound) / plan.score.total <= 0.005,
      `${regime}: ${plan.bound} of ${plan.score.total}`
    )
  }
})
