import t from 'tap'
import { generateProblem, SHAPES } from '../../../scripts/bench/planner/generate.ts'
import { planRotation } from '../../../src/engine/plan/plan-rotation.ts'
import type { Problem } from '../../../src/engine/plan/problem.ts'
import { randomFrom } from '../../../src/engine/plan/random.ts'
import { judgePlan } from '../../../src/engine/rules/judge-plan.ts'

t.test('companies of every shape get a legal plan, truthfully scored, and a bound below it', async (t) => {
  for (const [i, shape] of SHAPES.entries()) {
    const regime = (['balanced', 'over', 'under'] as const)[i % 3]!
    const problem = generateProblem({ people: 60, weeks: 5, seed: i, regime, shape })
    const plan = planRotation(problem, { seed: 1 })
    const { violations, score } = judgePlan(problem, plan.assignments)
    t.same(violations, [], problem.name)
    t.same(score, plan.score)
    t.ok(plan.bound <= score.total, `${plan.bound} of ${score.total}`)
    t.ok(plan.bound > 0.9 * score.total, `${problem.name}: ${plan.bound} of ${score.total}`)
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

t.test('a small company is planned within half a percent, over-tight ones too', async (t) => {
  for (const regime of ['balanced', 'over', 'under'] as const) {
    const recipe = { people: 50, weeks: 13, seed: 1, regime, shape: 'plain' } as const
    const { score, bound } = planRotation(generateProblem(recipe), { seed: 1 })
    t.ok((score.total - bound) / score.total <= 0.005, `${regime}: ${bound} of ${score.total}`)
  }
})

t.test('cancelled at any moment, the planner hands over a legal plan, truthfully scored', async (t) => {
  const shapes = ['two-rotations', 'few-hosts', 'round-the-clock'] as const
  for (const [i, shape] of shapes.entries()) {
    const problem = generateProblem({ people: 40, weeks: 2, seed: i, regime: 'balanced', shape })
    let questions = 0
    planRotation(problem, { seed: 1, steps: 1, cancelled: () => ++questions < 0 })
    for (let part = 0; part <= 6; part++) {
      let left = Math.floor((part * questions) / 6)
      const { assignments, score, bound } = planRotation(problem, { seed: 1, cancelled: () => left-- <= 0 })
      const judged = judgePlan(problem, assignments)
      t.strictSame(judged.violations, [], `${shape}, part ${part}`)
      t.ok(Math.abs(judged.score.total - score.total) < 1e-6)
      t.ok(bound <= score.total + 1e-6)
    }
  }
})

t.test(
  'shifts of two rotations that overlap, and days numbered at odds with time, are planned legally',
  async (t) => {
    for (const [seed, shape] of [
      [1, 'two-rotations'],
      [2, 'round-the-clock']
    ] as const) {
      const problem = generateProblem({ people: 40, weeks: 3, seed, regime: 'under', shape })
      const odd = problem.shifts.map((shift, s) => ({
        ...shift,
        day: Math.max(0, shift.day + ((s * 7) % 5) - 2)
      }))
      const irregular = { ...problem, shifts: odd }
      const { assignments, score } = planRotation(irregular, { seed: 1, steps: 1 })
      t.strictSame(judgePlan(irregular, assignments).violations, [], shape)
      t.strictSame(judgePlan(irregular, assignments).score, score, shape)
    }
  }
)
