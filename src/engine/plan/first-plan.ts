import { findCompany } from './company.ts'
import { ContradictoryFacts, findContradiction, findLonelyLocks } from './contradictions.ts'
import { dualFrom } from './dual.ts'
import { setHardCosts } from './hard-cost.ts'
import { keepPlan } from './keep.ts'
import { legalise } from './legalise.ts'
import { marketOf } from './market.ts'
import { compile, type Model } from './model.ts'
import { type Oracle, oracleOf } from './oracle.ts'
import { evictBroken } from './polish.ts'
import { freePrices } from './prices.ts'
import type { Problem } from './problem.ts'
import { randomFrom } from './random.ts'
import { emptySeats, type Seats, seat } from './seats.ts'
import { reseat } from './sweep.ts'
import type { Watch } from './watch.ts'
import { hostsFirst, type PlanOptions, type Work } from './work.ts'

/**
 * A legal plan at once: locks and whom they need, what is published as far as it still may be, then everybody in turn at
 * true costs.
 *
 * @throws ContradictoryFacts when no legal plan keeps every lock
 */
export function firstPlan(problem: Problem, options: PlanOptions, watch: Watch): Work {
  const model = compile(problem)
  const seats = emptySeats(model)
  const oracle = oracleOf(model)
  seatLocks(problem, seats)
  let best = keepPlan(seats)
  if (seatPublished(seats) && evictBroken(seats)) best = keepPlan(seats)
  const random = randomFrom(options.seed)
  const order = Int32Array.from({ length: model.people }, (_, p) => p)
  setHardCosts(seats, oracle)
  let seen = 0
  for (const p of hostsFirst(model, order, random)) {
    if ((seen++ & 63) === 0 && watch.stop()) break
    reseat(seats, oracle, p, true)
  }
  if (evictBroken(seats)) best = keepPlan(seats)
  const prices = freePrices(model)
  const dual = dualFrom(boundOracle(problem, model, oracle), seats.spans, prices)
  const market = marketOf(seats, oracle, prices)
  return { model, seats, oracle, market, dual, order, random, watch, options, best }
}

/** Seats what is locked, and the hosts and experienced people whom that needs. */
function seatLocks(problem: Problem, seats: Seats): void {
  const contradiction = findContradiction(problem)
  if (contradiction) throw new ContradictoryFacts(contradiction)
  if (keepsLocks(seats)) return
  const canKeep = (some: Problem) => keepsLocks(emptySeats(compile(some)))
  throw new ContradictoryFacts(findLonelyLocks(problem, canKeep))
}

function keepsLocks(seats: Seats): boolean {
  for (const [p, pairs] of seats.model.locked) for (const pair of pairs) seat(seats, p, pair)
  return findCompany(seats)
}

/** Seats the publication as far as the rules allow today; says whether there is one. */
function seatPublished(seats: Seats): boolean {
  const { model } = seats
  let isPublished = false
  model.problem.people.forEach(({ published }, p) => {
    if (!published) return
    isPublished = true
    const was = new Set(published)
    for (let pair = model.pairFrom[p]!; pair < model.pairFrom[p + 1]!; pair++) {
      const room = seats.heldFrom[p]! + seats.heldCount[p]! < seats.heldFrom[p + 1]!
      const isWanted = was.has(model.pairShift[pair]!) && room && !holds(seats, p, pair)
      if (isWanted && !clashes(seats, p, pair)) seat(seats, p, pair)
    }
  })
  if (isPublished) legalise(seats)
  return isPublished
}

/** Whether a person has no rest or too few days between a shift and one they hold: their spacing may have grown since. */
function clashes({ model, held, heldFrom, heldCount }: Seats, p: number, pair: number): boolean {
  const { shifts, people, restMinutes } = model.problem
  const added = shifts[model.pairShift[pair]!]!
  const { spacingDays } = people[p]!
  return held.subarray(heldFrom[p]!, heldFrom[p]! + heldCount[p]!).some((one) => {
    const other = shifts[model.pairShift[one]!]!
    const rest = other.start < added.start ? added.start - other.end : other.start - added.end
    return Math.abs(other.day - added.day) < spacingDays || rest < restMinutes
  })
}

function holds(seats: Seats, p: number, pair: number): boolean {
  return seats.held.subarray(seats.heldFrom[p]!, seats.heldFrom[p]! + seats.heldCount[p]!).includes(pair)
}

/** Bounds need a model that lets in every legal schedule: another one where days run against the clock. */
function boundOracle(problem: Problem, model: Model, oracle: Oracle): Oracle {
  return model.irregular.includes(1) ? oracleOf(compile(problem, true)) : oracle
}
