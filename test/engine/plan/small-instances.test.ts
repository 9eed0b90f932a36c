import t from 'tap'
import { ContradictoryFacts } from '../../../src/engine/plan/contradictions.ts'
import { planRotation } from '../../../src/engine/plan/plan-rotation.ts'
import type { Plan, Problem } from '../../../src/engine/plan/problem.ts'
import { judgePlan } from '../../../src/engine/rules/judge-plan.ts'
import { bestByBruteForce } from './brute-force.ts'
import { smallProblem } from './small-problems.ts'

const INSTANCES = 1000
/** Partial plans looked at per instance; larger instances that need more are judged, but not compared. */
const PATIENCE = 4_000
const close = (a: number, b: number) => Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a), Math.abs(b))

function planOrNone(problem: Problem): Plan | undefined {
  try {
    return planRotation(problem, { seed: 1 })
  } catch (error) {
    if (error instanceof ContradictoryFacts) return undefined
    throw error
  }
}

t.test(`${INSTANCES} small instances against trying everything`, { timeout: 300_000 }, async (t) => {
  let optimal = 0
  let compared = 0
  let excess = 0
  const faults: string[] = []
  for (let seed = 1; seed <= INSTANCES; seed++) {
    const problem = smallProblem(seed)
    const plan = planOrNone(problem)
    // Better than our own score is all that is looked for: much faster, and undefined then means that ours is the best.
    const known = plan ? plan.score.total : Number.POSITIVE_INFINITY
    const better = bestByBruteForce(problem, known, PATIENCE)
    if (better === null) continue
    if (!plan) {
      if (better !== undefined) faults.push(`${seed}: refused although ${better} is legal`)
      continue
    }
    const { violations, score } = judgePlan(problem, plan.assignments)
    if (violations.length > 0) faults.push(`${seed}: ${violations[0]!.text}`)
    if (!close(score.total, plan.score.total))
      faults.push(`${seed}: score ${plan.score.total}, truly ${score.total}`)
    const optimum = better ?? plan.score.total
    if (plan.bound > optimum + 1e-6) faults.push(`${seed}: bound ${plan.bound} above the optimum ${optimum}`)
    compared += 1
    optimal += close(optimum, score.total) ? 1 : 0
    excess += (score.total - optimum) / Math.max(1, optimum)
  }
  t.strictSame(faults, [])
  t.comment(`${optimal} of ${compared} optimal, ${((100 * excess) / compared).toFixed(3)}% above on average`)
  t.ok(compared > 0.4 * INSTANCES, `${compared} could be tried through`)
  t.ok(optimal >= 0.9 * compared, `${optimal} of ${compared} are optimal`)
  t.ok(excess / compared <= 0.01, 'and the others are near')
})

t.test('the same problem, seed and steps give the same bytes', async (t) => {
  for (const seed of [3, 14, 159]) {
    const once = planOrNone(smallProblem(seed))
    t.strictSame(planOrNone(smallProblem(seed)), once)
  }
})
