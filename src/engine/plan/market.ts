import { EXPERIENCED, HOST, KINDS, type Model, NEWCOMER } from './model.ts'
import { type Oracle, solve } from './oracle.ts'
import type { Prices } from './prices.ts'
import { coverCost, type Seats, seat, unseat } from './seats.ts'

/**
 * The priced market: an augmented Lagrangian. A seat is worth its price and a little more for every seat still missing
 * (`stiffness`), never more than what the score pays for a missing seat, never less than nothing unless the shift is full.
 */
export type Market = {
  readonly seats: Seats
  readonly oracle: Oracle
  readonly prices: Prices
  /** how far one seat too few or too many moves the worth of the next, per shift */
  readonly stiffness: Float64Array
  readonly hostStiffness: Float64Array
  /** more than this a host is never worth: at this price the shift would rather stay empty */
  readonly mostHostWorth: Float64Array
  teamStiffness: number
  /** how soft it was when prices were found, in points shared among the seats of a shift */
  softest: number
  /** whether prices are still being found */
  isSeeking: boolean
}

/** What one more person on shift s is worth with n on it (n may be half a seat: the middle of a step). */
export function worthOf(model: Model, s: number, price: number, stiffness: number, n: number): number {
  const shift = model.problem.shifts[s]!
  const { weights } = model.problem
  const scale = model.scale * (shift.worth ?? 1)
  const most = weights.min * scale
  const more = weights.desired * scale
  const low = Math.min(shift.min, shift.max)
  const wanted = Math.min(shift.desired, shift.max)
  if (wanted >= low) {
    const atWanted = price + stiffness * (wanted - n)
    if (atWanted >= 0) {
      if (atWanted <= more) return atWanted
      const atLeast = price + stiffness * (low - n)
      return Math.min(Math.max(more, atLeast), most + more)
    }
  } else {
    const atLeast = price + stiffness * (low - n)
    if (atLeast >= 0) return Math.min(atLeast, most)
  }
  return Math.min(0, price + stiffness * (shift.max - n))
}

/** Tells the oracle what each kind of person earns on shift s as the market stands. */
export function setWorth(market: Market, s: number): void {
  const { seats, oracle, prices } = market
  const { model } = seats
  const shift = model.problem.shifts[s]!
  const seatWorth = worthOf(model, s, prices.seat[s]!, market.stiffness[s]!, seats.people[s]! + 0.5)
  const stiff = market.hostStiffness[s]!
  const hostWish = shift.hosts > 0 ? prices.host[s]! + stiff * (shift.hosts - seats.hosts[s]! - 0.5) : 0
  const hostWorth = Math.max(0, Math.min(market.mostHostWorth[s]!, hostWish))
  const leadWorth = Math.max(0, prices.lead[s]! - stiff * seats.lead[s]!)
  for (let kind = 0; kind < KINDS; kind++) {
    const lead = (kind & EXPERIENCED ? 1 : 0) - (kind & NEWCOMER ? 1 : 0)
    oracle.shiftCost[kind * model.shifts + s] = -seatWorth - (kind & HOST ? hostWorth : 0) - lead * leadWorth
  }
}

/** Charges a person for places of their team: its price, and more for every place taken beyond the cap. */
function setTeamWorth({ seats, oracle, prices, teamStiffness }: Market, p: number): void {
  const { model, spans, onSpan } = seats
  const team = model.problem.people[p]!.team
  const price = prices.team.get(team)
  const short = 0.5 - model.problem.teamCaps[team]!
  const row = team * spans.count
  for (let pair = model.pairFrom[p]!; pair < model.pairFrom[p + 1]!; pair++) {
    const s = model.pairShift[pair]!
    let cost = 0
    for (let span = spans.first[s]!; span < spans.after[s]!; span++) {
      const over = (price ? price[span]! : 0) + teamStiffness * (onSpan[row + span]! + short)
      if (over > 0) cost += over
    }
    oracle.teamCost[s] = cost
  }
}

/** Opens a market over seats as they are. */
export function marketOf(seats: Seats, oracle: Oracle, prices: Prices): Market {
  const none = () => new Float64Array(seats.model.shifts)
  return {
    seats,
    oracle,
    prices,
    stiffness: none(),
    hostStiffness: none(),
    mostHostWorth: none(),
    teamStiffness: 0,
    softest: 0,
    isSeeking: true
  }
}

/** How stiff a shift is, in points of score per seat too few or too many, by the seats it should have. */
export type Stiffness = (seats: number) => number

/** Sets how much one seat too few on a shift is worth beyond its price; hosts and teams are as stiff as a shift of one seat. */
export function stiffen(market: Market, points: Stiffness): void {
  const { model } = market.seats
  market.teamStiffness = points(1) * model.scale
  market.hostStiffness.fill(points(1) * model.scale)
  for (let s = 0; s < model.shifts; s++) {
    const { desired, worth = 1 } = model.problem.shifts[s]!
    market.stiffness[s] = points(Math.max(1, desired)) * model.scale * worth
    market.mostHostWorth[s] = worthOfOpening(model, s, market.prices.seat[s]!)
    setWorth(market, s)
  }
}

/** What it is worth to open a shift at a seat price, per host that takes. */
function worthOfOpening(model: Model, s: number, price: number): number {
  const { hosts, min, desired } = model.problem.shifts[s]!
  const empty = coverCost(model, s, 0)
  const most = model.mostPeople[s]!
  let worth = 0
  for (const n of [Math.max(1, hosts), min, desired, most]) {
    if (n > 0 && n <= most && n >= hosts) worth = Math.max(worth, empty - coverCost(model, s, n) - price * n)
  }
  return worth / Math.max(1, hosts)
}

/** Lets every person in turn choose anew at the market's worth; gives up and says `false` when told to stop. */
export function tradeOnce(market: Market, order: Int32Array, stop?: () => boolean): boolean {
  const { seats, oracle } = market
  const { model } = seats
  for (let i = 0; i < order.length; i++) {
    if ((i & 63) === 0 && stop?.()) return false
    const p = order[i]!
    const from = seats.heldFrom[p]!
    while (seats.heldCount[p]! > 0) {
      const pair = seats.held[from + seats.heldCount[p]! - 1]!
      unseat(seats, p, pair)
      setWorth(market, model.pairShift[pair]!)
    }
    setTeamWorth(market, p)
    solve(oracle, p)
    for (let k = 0; k < oracle.size; k++) {
      seat(seats, p, oracle.found[k]!)
      setWorth(market, model.pairShift[oracle.found[k]!]!)
    }
  }
  return true
}

/** Moves prices towards what shifts were worth at the end of the trade; `rate` 1 is the full augmented step. */
export function movePrices(market: Market, rate: number): void {
  const { seats, prices } = market
  const { model } = seats
  for (let s = 0; s < model.shifts; s++) {
    const shift = model.problem.shifts[s]!
    prices.seat[s]! += rate * (worthNow(market, s) - prices.seat[s]!)
    const stiff = market.hostStiffness[s]!
    const wish = shift.hosts > 0 ? prices.host[s]! + rate * stiff * (shift.hosts - seats.hosts[s]!) : 0
    prices.host[s] = Math.max(0, Math.min(market.mostHostWorth[s]!, wish))
    prices.lead[s] = Math.max(0, prices.lead[s]! - rate * stiff * seats.lead[s]!)
  }
  moveTeamPrices(market, rate)
}

/**
 * Where hosts are too few it is they who are scarce: the seats beside them cannot be had, and become cheaper by one seat's
 * worth, except while a plan is made from prices that are right.
 */
function worthNow({ seats, prices, stiffness, isSeeking }: Market, s: number): number {
  const price = prices.seat[s]!
  const people = seats.people[s]!
  if (seats.hosts[s]! < seats.model.problem.shifts[s]!.hosts)
    return isSeeking ? price - stiffness[s]! * Math.min(1, people) : price
  return worthOf(seats.model, s, price, stiffness[s]!, people)
}

function moveTeamPrices({ seats, prices, teamStiffness }: Market, rate: number): void {
  const { spans, onSpan, model } = seats
  model.problem.teamCaps.forEach((cap, team) => {
    let row = prices.team.get(team)
    for (let span = 0; span < spans.count; span++) {
      const over = onSpan[team * spans.count + span]! - cap
      if (over <= 0 && !row) continue
      if (!row) {
        row = new Float64Array(spans.count)
        prices.team.set(team, row)
      }
      row[span] = Math.max(0, row[span]! + rate * teamStiffness * over)
    }
  })
}
