import { ownCost } from './keep.ts'
import { emptyMixture, hold, type Mixture, wantPeople } from './mixture.ts'
import type { Model } from './model.ts'
import { remember } from './schedules.ts'
import type { Work } from './work.ts'

/** How far a whole seat too few moves its price at first, in points shared among the seats of a usual shift. */
const PULL = 10

/**
 * Adds what the market holds at this moment to a mixture. The market's last sweeps together, divided by how many they were,
 * make one in which little is lacking.
 */
export function learnMarket(work: Work, mixture: Mixture): void {
  const { seats, model } = work
  const shifts = new Int32Array(model.shifts)
  for (let p = 0; p < model.people; p++) {
    const from = seats.heldFrom[p]!
    const held = seats.held.subarray(from, from + seats.heldCount[p]!)
    hold(mixture, p, rememberPairs(mixture, model, p, held, shifts), 1)
  }
  for (let s = 0; s < model.shifts; s++) wantPeople(mixture, s, seats.people[s]!)
}

/** Lets everybody remember what they hold in the best plan so far. */
export function learnBest({ seats, model, best }: Work, mixture: Mixture): void {
  const shifts = new Int32Array(model.shifts)
  for (let p = 0; p < model.people; p++) {
    const from = seats.heldFrom[p]!
    rememberPairs(mixture, model, p, best.pairs.subarray(from, from + best.counts[p]!), shifts)
  }
}

/** Remembers a schedule given as pairs of a model; `shifts` is scratch space. */
export function rememberPairs(
  mixture: Mixture,
  model: Model,
  p: number,
  pairs: Int32Array,
  shifts: Int32Array
): number {
  for (let i = 0; i < pairs.length; i++) shifts[i] = model.pairShift[pairs[i]!]!
  return remember(mixture, p, shifts.subarray(0, pairs.length).sort(), ownCost(model, p, pairs))
}

/**
 * A mixture with nothing in it yet. The prices of seats that are worth more than weights say (see `hostsAlone`) may be wrong by
 * as much as that.
 */
export function newMixture({ dual, model }: Work): Mixture {
  const { shifts, weights } = model.problem
  const seats = shifts.reduce((sum, { desired }) => sum + desired, 0) / Math.max(1, shifts.length)
  const pull = (PULL * model.scale) / Math.max(1, seats)
  const mixture = emptyMixture(dual.oracle.model, dual.spans, dual.bestPrices, pull)
  shifts.forEach(({ worth }, s) => {
    if (worth) mixture.seatPull[s] = worth * weights.desired * model.scale
  })
  return mixture
}
