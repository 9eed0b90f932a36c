import { EXPERIENCED, HOST, KINDS, type Model, NEWCOMER } from './model.ts'
import type { Oracle } from './oracle.ts'

/**
 * What the rules between people are worth, in `scale`: a seat on each shift (negative when too many want it), a host there,
 * one experienced person more than newcomers there, and a place of a team at each span of time. Whole numbers when a bound
 * is taken at them.
 */
export type Prices = {
  readonly seat: Float64Array
  readonly host: Float64Array
  readonly lead: Float64Array
  /** per team that has any, one per span of time; never negative */
  readonly team: Map<number, Float64Array>
}

/** Everything for nothing. */
export function freePrices(model: Model): Prices {
  const none = () => new Float64Array(model.shifts)
  return { seat: none(), host: none(), lead: none(), team: new Map() }
}

/** Rounds to whole numbers; those of hosts, leads and teams are never negative. */
export function wholePrices(prices: Prices): Prices {
  const positive = (price: number) => Math.max(0, Math.round(price))
  const team = new Map([...prices.team].map(([t, row]) => [t, row.map(positive)]))
  return {
    seat: prices.seat.map(Math.round),
    host: prices.host.map(positive),
    lead: prices.lead.map(positive),
    team
  }
}

/** Charges the oracle these prices and nothing else. */
export function charge(oracle: Oracle, prices: Prices): void {
  const { shifts } = oracle.model
  for (let kind = 0; kind < KINDS; kind++) {
    const lead = (kind & NEWCOMER ? 1 : 0) - (kind & EXPERIENCED ? 1 : 0)
    const host = kind & HOST ? 1 : 0
    for (let s = 0; s < shifts; s++) {
      oracle.shiftCost[kind * shifts + s] = lead * prices.lead[s]! - prices.seat[s]! - host * prices.host[s]!
    }
  }
}
