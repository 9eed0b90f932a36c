import type { SwapTaker } from './rank-swap-takers.ts'

/** Why somebody is asked before others, or after them. */
export type TakerReason =
  | 'owes-hours'
  | 'has-their-share'
  | 'loves-it'
  | 'rather-not'
  | 'ask-nicely'
  | 'unpopular-for-them'
  | 'fairer'
  | 'less-fair'

/**
 * Gives the reasons for a taker's place in the list, in the order in which they weigh.
 *
 * @example
 * const effect = { total: -80, min: 0, desired: 0, quota: -80, unpopular: 0, wish: 0, change: 0 }
 * takerReasons({ wish: 'love', unpopularPoints: 0, effect })
 * //=> ['owes-hours', 'loves-it', 'fairer']
 */
export function takerReasons({
  wish,
  unpopularPoints,
  effect
}: Omit<SwapTaker, 'employeeId' | 'owedMinutes'>): TakerReason[] {
  const fairness = effect.quota + effect.unpopular
  return [
    // Taking it brings them closer to their hours: they owe at least half of it.
    effect.quota < 0 ? 'owes-hours' : 'has-their-share',
    ...(wish === 'love' ? (['loves-it'] as const) : []),
    ...(wish === 'rather_not' ? (['rather-not'] as const) : []),
    ...(wish === 'ask_nicely' ? (['ask-nicely'] as const) : []),
    ...(unpopularPoints > 0 ? (['unpopular-for-them'] as const) : []),
    ...(fairness < 0 ? (['fairer'] as const) : []),
    ...(fairness > 0 ? (['less-fair'] as const) : [])
  ]
}
