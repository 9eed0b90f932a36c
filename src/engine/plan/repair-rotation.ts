import { dualFrom, tryPrices } from './dual.ts'
import { firstPlan } from './first-plan.ts'
import { compile } from './model.ts'
import { oracleOf } from './oracle.ts'
import { polish } from './polish.ts'
import { freePrices } from './prices.ts'
import type { Plan, Problem } from './problem.ts'
import { scoreAssignments } from './score.ts'
import { watchFrom } from './watch.ts'
import { type PlanOptions, planOf, report } from './work.ts'

/**
 * While repairing, a broken promise counts so many times: at the plain weight an even load is worth a swap of its own for
 * every seat that fell away, half as many changes again as the facts force.
 */
const LOYALTY = 3

/**
 * Repairs a published plan after facts have changed: keeps what still may be kept, refills what fell away, moves people only
 * where that far outweighs the broken promises. Much faster than planning anew, and it stays close to the publication; the
 * bound is a loose one (`planRotation` on the same problem proves more, and may change more).
 *
 * @throws ContradictoryFacts when no legal plan keeps every lock
 * @example
 * repairRotation({ ...problem, people: peopleWithDagIll }, { seed: 1 }).score.change // one promise broken, one seat given
 * //=> 80
 */
export function repairRotation(problem: Problem, options: PlanOptions): Plan {
  const watch = watchFrom(options.seconds, options.now, options.cancelled)
  const change = problem.weights.change * LOYALTY
  const work = firstPlan({ ...problem, weights: { ...problem.weights, change } }, options, watch)
  report(work, 'repaired')
  polish(work, 2 * change + 5 * problem.weights.wish)
  report(work, 'plan')
  const { assignments, seconds, seed } = planOf(work)
  const score = scoreAssignments(problem, assignments)
  const bound = watch.stop() ? 0 : Math.min(score.total, looseBound(problem))
  return { format: 'rota-plan/1', assignments, score, bound, seconds, seed }
}

/** What the plan costs at least when everybody is given what suits them best and all seats fill themselves. */
function looseBound(problem: Problem): number {
  const model = compile(problem, true)
  const oracle = oracleOf(model)
  const spans = { count: 1, first: new Int32Array(model.shifts), after: new Int32Array(model.shifts) }
  const bound = tryPrices(dualFrom(oracle, spans, freePrices(model)), freePrices(model))
  return Math.max(0, bound / model.scale)
}
