import { boundAt } from './bound.ts'
import type { Mixture } from './mixture.ts'
import type { Oracle } from './oracle.ts'
import { type Prices, wholePrices } from './prices.ts'
import type { Spans } from './seats.ts'

/** What is proven so far, and by which prices. */
export type Dual = {
  readonly oracle: Oracle
  readonly spans: Spans
  /** the highest bound yet, in `scale` */
  best: number
  bestPrices: Prices
  /** the plan in fractions that better prices are sought with, once there is one */
  mixture: Mixture | undefined
  /** whether the last prices tried raised the bound by next to nothing */
  isFlat: boolean
}

/** Starts from given prices; nothing is proven yet. */
export function dualFrom(oracle: Oracle, spans: Spans, prices: Prices): Dual {
  const bestPrices = wholePrices(prices)
  return { oracle, spans, best: Number.NEGATIVE_INFINITY, bestPrices, mixture: undefined, isFlat: false }
}

/** Takes the bound at some prices into account; `answered` is told of each person whose answer stands in the oracle. */
export function tryPrices(
  dual: Dual,
  prices: Prices,
  stop?: () => boolean,
  answered?: (p: number) => void
): number {
  const whole = wholePrices(prices)
  const bound = boundAt(dual.oracle, whole, dual.spans, answered, stop)
  if (bound > dual.best) {
    dual.best = bound
    dual.bestPrices = whole
  }
  return bound
}
