import { boundAt, type Imbalance } from './bound.ts'
import type { Oracle } from './oracle.ts'
import { type Prices, wholePrices } from './prices.ts'
import type { Spans } from './seats.ts'

/**
 * The search for prices that prove the most: a deflected subgradient ascent with steps after Polyak, which falls back to the
 * best prices and shortens its step whenever it stalls.
 */
export type Dual = {
  readonly oracle: Oracle
  readonly spans: Spans
  at: Prices
  readonly course: Prices
  readonly imbalance: Imbalance
  best: number
  bestPrices: Prices
  pace: number
  stalled: number
}

const STALLED = 8
const SLOWER = 0.6
const KEEP = 0.8

/** Starts from given prices; nothing is proven yet. */
export function dualFrom(oracle: Oracle, spans: Spans, prices: Prices): Dual {
  const { model } = oracle
  const none = () => new Float64Array(model.shifts)
  const team = new Uint16Array(model.problem.teamCaps.length * spans.count)
  return {
    oracle,
    spans,
    at: wholePrices(prices),
    course: { seat: none(), host: none(), lead: none(), team: new Map() },
    imbalance: { seat: none(), host: none(), lead: none(), team },
    best: Number.NEGATIVE_INFINITY,
    bestPrices: wholePrices(prices),
    pace: model.people > 2000 ? 0.1 : 0.3,
    stalled: 0
  }
}

/** Takes the bound at some prices into account. `score` is a legal plan's; both in `scale`. */
export function tryPrices(dual: Dual, prices: Prices, stop?: () => boolean): number {
  clear(dual.imbalance)
  const whole = wholePrices(prices)
  const bound = boundAt(dual.oracle, whole, dual.spans, dual.imbalance, stop)
  const enough = dual.best + dual.oracle.model.scale / 20
  dual.stalled = bound > enough ? 0 : dual.stalled + 1
  if (bound > dual.best) {
    dual.best = bound
    dual.bestPrices = whole
  }
  return bound
}

/** One step of the ascent: bound at the present prices, then move them. Says `false` when told to stop. */
export function ascend(dual: Dual, score: number, stop?: () => boolean): boolean {
  const bound = tryPrices(dual, dual.at, stop)
  if (bound === Number.NEGATIVE_INFINITY) return false
  if (dual.stalled >= STALLED) {
    dual.pace *= SLOWER
    returnToBest(dual)
    return true
  }
  const length = steer(dual)
  if (length === 0) return true
  const step = (dual.pace * Math.max(score - bound, Math.abs(bound) / 2000)) / length
  move(dual, step)
  return true
}

/** Goes back to the best prices, with no course set. */
export function returnToBest(dual: Dual): void {
  dual.stalled = 0
  dual.at = copyOf(dual.bestPrices)
  clearCourse(dual.course)
}

function copyOf({ seat, host, lead, team }: Prices): Prices {
  const rows = new Map([...team].map(([t, row]) => [t, row.slice()]))
  return { seat: seat.slice(), host: host.slice(), lead: lead.slice(), team: rows }
}

function clear({ seat, host, lead, team }: Imbalance): void {
  for (const row of [seat, host, lead, team]) row.fill(0)
}

function clearCourse({ seat, host, lead, team }: Prices): void {
  for (const row of [seat, host, lead, ...team.values()]) row.fill(0)
}

/** Turns the course towards what is lacking; gives its squared length. */
function steer({ at, course, imbalance, oracle, spans }: Dual): number {
  let length = 0
  for (let s = 0; s < at.seat.length; s++) {
    course.seat[s] = KEEP * course.seat[s]! - (1 - KEEP) * imbalance.seat[s]!
    course.host[s] = KEEP * course.host[s]! + (1 - KEEP) * above(at.host[s]!, -imbalance.host[s]!)
    course.lead[s] = KEEP * course.lead[s]! + (1 - KEEP) * above(at.lead[s]!, -imbalance.lead[s]!)
    length += course.seat[s]! ** 2 + course.host[s]! ** 2 + course.lead[s]! ** 2
  }
  oracle.model.problem.teamCaps.forEach((cap, team) => {
    for (let span = 0; span < spans.count; span++) {
      const over = imbalance.team[team * spans.count + span]! - cap
      if (over <= 0 && !at.team.has(team)) continue
      const price = rowOf(at.team, team, spans.count)
      const way = rowOf(course.team, team, spans.count)
      way[span] = KEEP * way[span]! + (1 - KEEP) * above(price[span]!, over)
      length += way[span]! ** 2
    }
  })
  return length
}

/** A price that is nothing already is not pushed lower. */
function above(price: number, push: number): number {
  return price > 0 || push > 0 ? push : 0
}

function rowOf(rows: Map<number, Float64Array>, team: number, spans: number): Float64Array {
  let row = rows.get(team)
  if (!row) {
    row = new Float64Array(spans)
    rows.set(team, row)
  }
  return row
}

function move({ at, course }: Dual, step: number): void {
  for (let s = 0; s < at.seat.length; s++) {
    at.seat[s]! += step * course.seat[s]!
    at.host[s] = Math.max(0, at.host[s]! + step * course.host[s]!)
    at.lead[s] = Math.max(0, at.lead[s]! + step * course.lead[s]!)
  }
  for (const [team, way] of course.team) {
    const row = at.team.get(team)
    if (row)
      for (let span = 0; span < row.length; span++) row[span] = Math.max(0, row[span]! + step * way[span]!)
  }
}
