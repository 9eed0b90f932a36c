import { DEFAULT_WEIGHTS, type Weights } from '../plan/problem.ts'

/** How much something is to weigh in plans, in words; `usual` is the house's own weight. */
type Emphasis = 'less' | 'usual' | 'more' | 'most'

/** What plans are pulled towards once shifts are covered, and how hard. */
export type PlanningPolicy = {
  /** everybody is given what they owe */
  evenLoad: Emphasis
  /** evenings, weekends and odd hours are shared evenly */
  evenUnpopular: Emphasis
  /** wishes are met */
  wishes: Emphasis
  /** what is published stays */
  promises: Emphasis
}

export const USUAL_POLICY: PlanningPolicy = {
  evenLoad: 'usual',
  evenUnpopular: 'usual',
  wishes: 'usual',
  promises: 'usual'
}

/** Our own: a step that shows in a plan, and the strongest still far below an empty seat (1000). */
const FACTORS: Record<Emphasis, number> = { less: 0.5, usual: 1, more: 2, most: 4 }

/**
 * Turns a policy in words into the planner's weights. Coverage always comes first: seats short of minimum and desired
 * keep their weights, whatever is said.
 *
 * @example
 * weightsOf({ evenLoad: 'usual', evenUnpopular: 'more', wishes: 'most', promises: 'less' })
 * //=> { min: 10000, desired: 1000, quota: 5, unpopular: 8, wish: 4, change: 20 }
 */
export function weightsOf({ evenLoad, evenUnpopular, wishes, promises }: PlanningPolicy): Weights {
  const { quota, unpopular, wish, change } = DEFAULT_WEIGHTS
  return {
    ...DEFAULT_WEIGHTS,
    quota: quota * FACTORS[evenLoad],
    unpopular: unpopular * FACTORS[evenUnpopular],
    wish: wish * FACTORS[wishes],
    change: change * FACTORS[promises]
  }
}

/**
 * Tells whether a policy changes nothing.
 *
 * @example
 * isUsual(USUAL_POLICY)
 * //=> true
 */
export function isUsual(policy: PlanningPolicy): boolean {
  return [policy.evenLoad, policy.evenUnpopular, policy.wishes, policy.promises].every(
    (emphasis) => emphasis === 'usual'
  )
}
