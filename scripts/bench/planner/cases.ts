import type { Recipe, Regime, Shape } from './generate.ts'

/** One problem of the benchmark and what the planner is held to on it. */
export type Case = {
  readonly recipe: Recipe
  /** seconds the planner may take */
  readonly within: number
  /** the proven gap it must come to, as a share of the score */
  readonly gap: number
  readonly firstWithin: number
  readonly megabytes: number
  /** general solvers are run on it too */
  readonly hasPeers: boolean
}

/** What the planner is held to, by number of people (issue 3 of the house): two cores, Node 20. */
const HELD_TO: Record<number, Omit<Case, 'recipe' | 'hasPeers'>> = {
  50: { firstWithin: 0.1, gap: 0.005, within: 2, megabytes: 150 },
  200: { firstWithin: 0.2, gap: 0.002, within: 2, megabytes: 150 },
  1000: { firstWithin: 0.5, gap: 0.007, within: 6, megabytes: 200 },
  5000: { firstWithin: 1, gap: 0.01, within: 15, megabytes: 300 },
  10000: { firstWithin: 1.5, gap: 0.005, within: 25, megabytes: 400 },
  50000: { firstWithin: 4, gap: 0.003, within: 90, megabytes: 700 }
}

const REGIMES: readonly Regime[] = ['balanced', 'over', 'under']
const OTHER_SHAPES: readonly Shape[] = [
  'flat',
  'small-teams',
  'few-hosts',
  'round-the-clock',
  'two-rotations',
  'part-timers'
]

/**
 * The plain companies of every size in every regime (the largest balanced only), which the held-to table speaks of. General
 * solvers are run on those of up to a thousand people (of a thousand, balanced only: none of them has a plan in time).
 */
export function plainCases(): Case[] {
  return Object.keys(HELD_TO).flatMap((size) => {
    const people = Number(size)
    const regimes = people === 50_000 ? REGIMES.slice(0, 1) : REGIMES
    return regimes.map((regime) => {
      const hasPeers = people < 1000 || (people === 1000 && regime === 'balanced')
      return caseOf({ people, weeks: 13, seed: 1, regime, shape: 'plain' }, hasPeers)
    })
  })
}

/** Companies of other structures, and longer horizons. */
export function otherCases(): Case[] {
  const shapes = OTHER_SHAPES.flatMap((shape) =>
    [200, 1000].map((people) => caseOf({ people, weeks: 13, seed: 1, regime: 'balanced', shape }, false))
  )
  const horizons = [26, 52].map((weeks) =>
    caseOf({ people: 200, weeks, seed: 1, regime: 'balanced', shape: 'plain' }, false)
  )
  return [...shapes, ...horizons]
}

function caseOf(recipe: Recipe, hasPeers: boolean): Case {
  const slower = recipe.weeks / 13
  const held = HELD_TO[recipe.people]!
  return { recipe, hasPeers, ...held, within: held.within * slower, firstWithin: held.firstWithin * slower }
}
