import { firstPlan } from './first-plan.ts'
import { planHosts } from './hosts-first.ts'
import type { Plan, Problem } from './problem.ts'
import { improve, isSmall } from './rounds.ts'
import { areHostsScarce } from './scarcity.ts'
import { watchFrom } from './watch.ts'
import { isDone, type PlanOptions, planOf, report } from './work.ts'

/** Rounds when neither steps nor a time limit are asked for, and rounds without a gain of 1% in the gap before giving up. */
const ROUNDS = 3
const IDLE_ROUNDS = { small: 40, large: 3 }

/**
 * Plans who works when: a legal plan with a low score and a proven bound. Deterministic for a seed as long as no clock cuts
 * it short.
 *
 * First a legal plan, person by person at true costs. Where hosts are too few they are planned alone next. Then the rules
 * between people are priced on a market that starts stiff and softens, and the prices sharpened by a plan in fractions (the
 * bound). Plans are made of the prices or drawn from those fractions, traded on a market that stiffens again and polished by
 * chains of moves, better prices each time.
 *
 * @throws ContradictoryFacts when no legal plan keeps every lock
 * @throws RangeError when the numbers are so large that sums would not be exact
 * @example
 * planRotation(problem, { seed: 1 }).score.total
 * //=> 11
 */
export function planRotation(problem: Problem, options: PlanOptions): Plan {
  const watch = watchFrom(options.seconds, options.now, options.cancelled)
  const work = firstPlan(problem, options, watch)
  report(work, 'first')
  if (areHostsScarce(problem)) planHosts(work)
  const rounds = options.steps ?? (options.seconds === undefined ? ROUNDS : Number.POSITIVE_INFINITY)
  const patience = isSmall(work) ? IDLE_ROUNDS.small : IDLE_ROUNDS.large
  for (let round = 0, idle = 0; round < rounds && idle < patience && !isDone(work); round++) {
    const before = work.best.cost - work.dual.best
    improve(work, round)
    idle = work.best.cost - work.dual.best < 0.99 * before ? 0 : idle + 1
  }
  return planOf(work)
}
