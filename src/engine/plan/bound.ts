import type { Model } from './model.ts'
import { LOCK, type Oracle, solve } from './oracle.ts'
import { charge, type Prices } from './prices.ts'
import { coverCost, type Spans } from './seats.ts'

/**
 * What a shift pays at given prices when it may choose its people freely: stays empty, or takes n people with the hosts it
 * needs. Its cost is convex and piecewise linear in n, so that only the corners need looking at.
 */
export function buy(model: Model, s: number, seatPrice: number, hostPrice: number): number {
  const shift = model.problem.shifts[s]!
  let best = coverCost(model, s, 0)
  const least = Math.max(1, shift.hosts)
  const most = model.mostPeople[s]!
  for (const n of [least, shift.min, shift.desired, most]) {
    if (n < least || n > most) continue
    best = Math.min(best, coverCost(model, s, n) + seatPrice * n + hostPrice * shift.hosts)
  }
  return best
}

/**
 * A lower bound on the score of any legal plan, in `scale`, from any whole prices (Lagrange): people choose shifts for
 * themselves and are paid the prices, shifts choose people and pay them. In a legal plan the payments cancel (a team's price
 * only ever adds what its cap allows for, a lead's price what newcomers owe), every person's part is one of the schedules
 * the oracle looked at, and every shift's part one of the crowds that `buy` looked at; so no legal plan is cheaper than the
 * sum of the cheapest parts. Everything is a whole number below 2^53, so that sums are exact. `answered` is told of each
 * person while their answer stands in the oracle.
 *
 * The oracle's model must let in every legal chain (see `relaxed` in `compile`). Told to stop, it proves nothing.
 */
export function boundAt(
  oracle: Oracle,
  prices: Prices,
  spans: Spans,
  answered?: (p: number) => void,
  stop?: () => boolean
): number {
  const { model } = oracle
  charge(oracle, prices)
  let bound = 0
  for (let p = 0; p < model.people; p++) {
    if ((p & 63) === 0 && stop?.()) return Number.NEGATIVE_INFINITY
    chargeTeam(oracle, prices, spans, p)
    bound += solve(oracle, p) + LOCK * (model.locked.get(p)?.length ?? 0)
    answered?.(p)
  }
  for (let s = 0; s < model.shifts; s++) {
    bound += buy(model, s, prices.seat[s]!, prices.host[s]!)
  }
  for (const [team, row] of prices.team) {
    const cap = model.problem.teamCaps[team]!
    for (const price of row) bound -= price * cap
  }
  return bound
}

/** Charges a person what places of their team cost over each shift that fits them. */
export function chargeTeam(oracle: Oracle, prices: Prices, spans: Spans, p: number): void {
  const { model, teamCost } = oracle
  const price = prices.team.get(model.problem.people[p]!.team)
  for (let pair = model.pairFrom[p]!; pair < model.pairFrom[p + 1]!; pair++) {
    const s = model.pairShift[pair]!
    let sum = 0
    if (price) for (let span = spans.first[s]!; span < spans.after[s]!; span++) sum += price[span]!
    teamCost[s] = sum
  }
}
