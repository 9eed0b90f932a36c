import { planRotation } from '../../../src/engine/plan/plan-rotation.ts'
import type { Problem } from '../../../src/engine/plan/problem.ts'
import { judged } from './judge.ts'
import { leastRecentlyOn } from './least-recently-on.ts'

/** What planning the demo company's rotation came to, and what taking turns would have. */
export type DemoFigures = {
  readonly people: number
  readonly shifts: number
  readonly score: number
  readonly gap: number
  readonly seconds: number
  readonly takingTurns: number
}

/** Plans the demo company's rotation as a draft of the product would. */
export function planDemo(problem: Problem): DemoFigures {
  const startedAt = performance.now()
  const plan = planRotation(problem, { seed: 1, steps: 3 })
  const seconds = (performance.now() - startedAt) / 1000
  const score = judged(problem, plan.assignments, 'our').total
  return {
    people: problem.people.length,
    shifts: problem.shifts.length,
    score,
    gap: (score - plan.bound) / Math.max(1, score),
    seconds,
    takingTurns: judged(problem, leastRecentlyOn(problem), 'least-recently-on').total
  }
}
