import { movePrices, type Stiffness, stiffen, tradeOnce } from './market.ts'
import { shuffle } from './random.ts'
import type { Work } from './work.ts'

/** Where there is time for less than this part of the sweeps, what there is time for is reckoned with (at least so many). */
const CUT_SHORT = 1 / 3
const LEAST_SWEEPS = 4

/** `rateOf`: how far prices follow when there is time for so many sweeps; `share` of the time that may be used up. */
export type Manner = {
  readonly sweeps: number
  readonly rateOf: (affordable: number) => number
  readonly share: number
  readonly onSweep?: (way: number) => void
}

/**
 * Sweeps with the stiffness going from one to another; faster when time is short, so that it always gets there. Where it goes
 * `to` hangs on how many sweeps there is time for, as far as can be told from those so far.
 */
export function trade(
  work: Work,
  order: Int32Array,
  from: Stiffness,
  to: (affordable: number) => Stiffness,
  { sweeps, rateOf, share, onSweep }: Manner
): void {
  const { market, random, watch, options } = work
  const startedAt = watch.elapsed()
  const time = share * (options.seconds ?? Number.POSITIVE_INFINITY)
  for (let i = 0; i < sweeps; i++) {
    const spent = (watch.elapsed() - startedAt) / time
    const way = Math.min(1, Math.max(i / Math.max(1, sweeps - 1), spent))
    const affordable = i > 0 && i < CUT_SHORT * sweeps * spent ? Math.max(LEAST_SWEEPS, i / spent) : sweeps
    const end = to(affordable)
    stiffen(market, (seats) => between(from(seats), end(seats), way))
    shuffle(order, random)
    if (!tradeOnce(market, order, watch.stop)) return
    movePrices(market, rateOf(affordable))
    onSweep?.(way)
    if (way === 1) return
  }
}

/** Part of the way from one number to another, in equal ratios. */
function between(from: number, to: number, way: number): number {
  const least = 1e-3
  return Math.max(from, least) * (Math.max(to, least) / Math.max(from, least)) ** way
}
