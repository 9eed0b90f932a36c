import { improveByChains } from './chains.ts'
import { findCompany } from './company.ts'
import { ContradictoryFacts, findContradiction, findLonelyLocks } from './contradictions.ts'
import { ascend, type Dual, dualFrom, returnToBest, tryPrices } from './dual.ts'
import { isBroken, setHardCosts } from './hard-cost.ts'
import { type Kept, keepPlan, restorePlan } from './keep.ts'
import { legalise } from './legalise.ts'
import { type Market, marketOf, movePrices, stiffen, tradeOnce } from './market.ts'
import { compile, HOST, type Model, NEWCOMER } from './model.ts'
import { openShift } from './open-shift.ts'
import { type Oracle, oracleOf } from './oracle.ts'
import { freePrices, type Prices } from './prices.ts'
import type { Plan, Problem } from './problem.ts'
import { type Random, randomFrom, shuffle } from './random.ts'
import { scoreOf } from './score.ts'
import { assignmentsOf, emptySeats, type Seats, seat } from './seats.ts'
import { reseat } from './sweep.ts'
import { type Watch, watchFrom } from './watch.ts'

/** What a planner at work says of itself, at the end of each piece of work. */
export type Progress = {
  readonly phase: string
  readonly score: number
  readonly bound: number
  readonly gap: number
}

/** How to plan. Without `seconds` (and a clock, `now`, in milliseconds) the same seed and steps give the same bytes. */
export type PlanOptions = {
  readonly seed: number
  readonly steps?: number
  readonly seconds?: number
  readonly now?: () => number
  readonly onProgress?: (progress: Progress) => void
  readonly cancelled?: () => boolean
}

type Work = {
  readonly model: Model
  readonly seats: Seats
  readonly oracle: Oracle
  readonly market: Market
  readonly dual: Dual
  readonly order: Int32Array
  readonly random: Random
  readonly watch: Watch
  readonly options: PlanOptions
  best: Kept
}

/**
 * Plans who works when: a legal plan with a low score and a proven bound. Deterministic for a seed as long as no clock cuts
 * it short.
 *
 * First a legal plan, person by person at true costs. Then the rules between people are priced on a market that starts stiff
 * and softens (that finds prices, hence the bound) and stiffens again (that finds a plan); chains of moves do the rest.
 *
 * @throws ContradictoryFacts when no legal plan keeps every lock
 * @throws RangeError when the numbers are so large that sums would not be exact
 * @example
 * planRotation(problem, { seed: 1 }).score.total
 * //=> 1436
 */
export function planRotation(problem: Problem, options: PlanOptions): Plan {
  const watch = watchFrom(options.seconds, options.now, options.cancelled)
  const work = firstPlan(problem, options, watch)
  report(work, 'first')
  const rounds = options.steps ?? (options.seconds === undefined ? 3 : 100)
  for (let round = 0, idle = 0; round < rounds && idle < 3 && !isDone(work); round++) {
    const before = work.best.cost - work.dual.best
    improve(work, round)
    idle = work.best.cost - work.dual.best < 0.99 * before ? 0 : idle + 1
  }
  restorePlan(work.seats, work.best)
  const assignments = assignmentsOf(work.seats)
  const score = scoreOf(work.seats)
  const bound = Math.min(score.total, provenBound(work))
  return { format: 'rota-plan/1', assignments, score, bound, seconds: watch.elapsed(), seed: options.seed }
}

/** A legal plan at once: locks, whom they need, then everybody in turn at true costs. */
function firstPlan(problem: Problem, options: PlanOptions, watch: Watch): Work {
  const model = compile(problem)
  const seats = emptySeats(model)
  const oracle = oracleOf(model)
  seatLocks(problem, seats)
  const random = randomFrom(options.seed)
  const order = Int32Array.from({ length: model.people }, (_, p) => p)
  setHardCosts(seats, oracle)
  let seen = 0
  for (const p of hostsFirst(model, order, random)) {
    if ((seen++ & 63) === 0 && watch.stop()) break
    reseat(seats, oracle, p)
  }
  const prices = freePrices(model)
  const dual = dualFrom(boundOracle(problem, model, oracle), seats.spans, prices)
  const market = marketOf(seats, oracle, prices)
  return { model, seats, oracle, market, dual, order, random, watch, options, best: keepPlan(seats) }
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

/** Bounds need a model that lets in every legal schedule: another one where days run against the clock. */
function boundOracle(problem: Problem, model: Model, oracle: Oracle): Oracle {
  return model.irregular.includes(1) ? oracleOf(compile(problem, true)) : oracle
}

/** Hosts, then those who lead newcomers or need nobody, then newcomers: each finds the seats that the former opened. */
function hostsFirst(model: Model, order: Int32Array, random: Random): Int32Array {
  shuffle(order, random)
  const turn = (p: number) => (model.kind[p]! & HOST ? 0 : model.kind[p]! & NEWCOMER ? 2 : 1)
  return order.slice().sort((a, b) => turn(a) - turn(b))
}

/** Stiffness at the end of softening, in points; and at the end of stiffening, as a share of what a missing seat costs. */
const SOFTEST = 0.2
const HARDEST = 0.15

/** At most so many short shifts are looked at closely in one round. */
const MOST_OPENED = 20

function improve(work: Work, round: number): void {
  const { model, watch, dual, market } = work
  const sweeps = Math.ceil(300 * (50 / Math.max(50, model.people)) ** (1 / 3))
  if (round === 0) {
    const from = 0.3 * model.problem.weights.desired
    trade(work, from, SOFTEST, sweeps, 0.5, 0, 0.5)
    tryPrices(dual, market.prices, watch.stop)
    returnToBest(dual)
    report(work, 'priced')
  }
  const passes = Math.ceil(sweeps / 3)
  if (round > 0) climb(work, passes)
  usePrices(market.prices, dual.bestPrices)
  trade(work, 2 * SOFTEST, HARDEST * model.problem.weights.desired, 20, 0.3, 1, 0.8)
  if (watch.stop()) return
  legalise(work.seats)
  polish(work)
  report(work, 'plan')
  if (round === 0) climb(work, passes)
}

/** Sweeps with the stiffness going from one number of points to another; within a share of the time there is. */
function trade(
  work: Work,
  from: number,
  to: number,
  sweeps: number,
  rate: number,
  alone: number,
  share: number
): void {
  const { market, order, random, watch, options } = work
  const stop = () => watch.stop() || watch.elapsed() > share * (options.seconds ?? Number.POSITIVE_INFINITY)
  for (let i = 0; i < sweeps; i++) {
    const way = i / Math.max(1, sweeps - 1)
    stiffen(market, from * (to / from) ** way, alone * way)
    shuffle(order, random)
    if (!tradeOnce(market, order, stop)) return
    movePrices(market, rate)
  }
}

function climb(work: Work, passes: number): void {
  for (let i = 0; i < passes && !isDone(work); i++)
    if (!ascend(work.dual, work.best.cost, work.watch.stop)) return
  report(work, 'bound')
}

function usePrices(prices: Prices, from: Prices): void {
  prices.seat.set(from.seat)
  prices.host.set(from.host)
  prices.lead.set(from.lead)
  prices.team.clear()
  for (const [team, row] of from.team) prices.team.set(team, row.slice())
}

function polish(work: Work): void {
  const { seats, model, dual, watch } = work
  keepIfBetter(work)
  for (let round = 0; round < 20; round++) {
    const swept = sweepAll(work)
    const opened = openShifts(work)
    const chained = watch.stop() ? 0 : improveByChains(seats, dual.bestPrices, 30 * model.scale, watch.stop)
    keepIfBetter(work)
    if (swept + opened + chained === 0 || watch.stop()) return
  }
}

/** Tries to open shifts that are short of people and that nobody may join alone. */
function openShifts({ seats, oracle, model, random, watch }: Work): number {
  const short = Array.from(seats.people.keys()).filter((s) => {
    const { desired, min } = model.problem.shifts[s]!
    return seats.people[s]! < Math.max(min, desired)
  })
  let gained = 0
  for (const s of short.slice(0, MOST_OPENED)) {
    if (watch.stop()) return gained
    gained += openShift(seats, oracle, s, fittingPeople(model, s), random)
  }
  return gained
}

function fittingPeople(model: Model, s: number): number[] {
  const people: number[] = []
  for (let p = 0; p < model.people; p++) {
    for (let pair = model.pairFrom[p]!; pair < model.pairFrom[p + 1]!; pair++) {
      if (model.pairShift[pair] === s) people.push(p)
    }
  }
  return people
}

function sweepAll({ seats, oracle, model, order, random, watch }: Work): number {
  setHardCosts(seats, oracle)
  let gained = 0
  for (const p of hostsFirst(model, order, random)) {
    if (watch.stop()) return gained
    gained += reseat(seats, oracle, p)
  }
  return gained
}

function keepIfBetter(work: Work): void {
  for (let s = 0; s < work.model.shifts; s++) if (isBroken(work.seats, s)) return
  const plan = keepPlan(work.seats)
  if (plan.cost < work.best.cost) work.best = plan
}

/** The bound as a score: raised to the next score that a plan can have, since no plan scores between. */
function provenBound({ dual, model }: Work): number {
  const step = model.scale / model.lattice
  return dual.best > 0 ? Math.ceil(dual.best / step) / model.lattice : 0
}

function isDone(work: Work): boolean {
  return work.watch.stop() || provenBound(work) >= work.best.cost / work.model.scale
}

function report(work: Work, phase: string): void {
  if (!work.options.onProgress) return
  const score = work.best.cost / work.model.scale
  const bound = Math.min(score, provenBound(work))
  work.options.onProgress({ phase, score, bound, gap: (score - bound) / Math.max(1, Math.abs(score)) })
}
