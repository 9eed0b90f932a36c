import type { Effect } from '../../../src/engine/plan/facts.ts'
import { planRotation } from '../../../src/engine/plan/plan-rotation.ts'
import type { Assignments, Problem, Score } from '../../../src/engine/plan/problem.ts'
import { randomFrom } from '../../../src/engine/plan/random.ts'
import { judgePlan } from '../../../src/engine/rules/judge-plan.ts'
import { smallProblem } from './small-problems.ts'

/** Small problems that have a legal plan, each with a good one and one with some seats taken out of it. */
export function* plannedProblems(
  from: number,
  to: number
): Generator<{ problem: Problem; plan: number[][] }> {
  for (let seed = from; seed < to; seed++) {
    const problem = smallProblem(seed)
    const plan = planOrNone(problem)
    if (!plan) continue
    yield { problem, plan }
    const random = randomFrom(seed)
    const thinned = plan.map((held) => held.filter(() => random(3) > 0))
    if (rulesBroken(problem, thinned).length === 0) yield { problem, plan: thinned }
  }
}

function planOrNone(problem: Problem): number[][] | undefined {
  try {
    return planRotation(problem, { seed: 1, steps: 1 }).assignments
  } catch {
    return undefined
  }
}

/** The plan once somebody has joined a shift. */
export const joining = (plan: Assignments, person: number, shift: number): number[][] =>
  plan.map((held, p) => (p === person ? [...held, shift].sort((a, b) => a - b) : [...held]))

/** The plan once somebody has left a shift. */
export const leaving = (plan: Assignments, person: number, shift: number): number[][] =>
  plan.map((held, p) => held.filter((s) => p !== person || s !== shift))

/** The rules that a plan breaks, each once, in order of name. */
export function rulesBroken(problem: Problem, plan: Assignments): string[] {
  return [...new Set(judgePlan(problem, plan).violations.map(({ rule }) => rule))].sort()
}

/** What the score becomes more by from one plan to another, term by term, rounded where floating point is noise. */
export function scoreChange(problem: Problem, before: Assignments, after: Assignments): Effect {
  const [from, to] = [judgePlan(problem, before).score, judgePlan(problem, after).score]
  return rounded(
    Object.fromEntries(
      Object.keys(from).map((term) => [term, to[term as keyof Score] - from[term as keyof Score]])
    )
  )
}

/** The same numbers without the noise of floating point. */
export function rounded(effect: Effect | Record<string, number>): Effect {
  const terms = Object.entries(effect).map(([term, value]) => [term, cents(value as number)])
  return Object.fromEntries(terms) as Effect
}

export const cents = (value: number): number => Math.round(value * 1e6) / 1e6 + 0

/** Whom a shift fits and who is not on it. */
export function outsiders({ people }: Problem, plan: Assignments, shift: number): number[] {
  return people.flatMap(({ fits }, p) => {
    const fitting = Array.from(fits).filter((_, i) => i % 3 === 0)
    return fitting.includes(shift) && !plan[p]!.includes(shift) ? [p] : []
  })
}

/** How often each rule is broken over some plans. */
export function tally(rules: readonly string[][]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const rule of rules.flat().sort()) counts[rule] = (counts[rule] ?? 0) + 1
  return counts
}

export const sortedCounts = (counts: ReadonlyMap<string, number>): Record<string, number> =>
  Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)))
