import { drawPlan } from './draw-plan.ts'
import { tryPrices } from './dual.ts'
import { firstPlan } from './first-plan.ts'
import { restorePlan } from './keep.ts'
import { learnMarket, newMixture } from './learn.ts'
import { legalise } from './legalise.ts'
import { movePrices, type Stiffness, stiffen, tradeOnce } from './market.ts'
import { divideBy } from './mixture.ts'
import { polish } from './polish.ts'
import type { Prices } from './prices.ts'
import type { Plan, Problem } from './problem.ts'
import { shuffle } from './random.ts'
import { sharpen } from './sharpen.ts'
import { watchFrom } from './watch.ts'
import { isDone, type PlanOptions, planOf, report, type Work } from './work.ts'

/**
 * Stiffness while prices are found falls from a share of what a missing seat costs (shared among the shift's seats, but not
 * less than so much for each) to a few points shared among them: the fewer sweeps there are, the more.
 */
const STIFFEST = { shared: 0.3, each: 0.06 }
const SOFTEST = 0.2
/** Stiffness of every single seat when the plan is made from the prices, as a share of what a missing seat costs. */
const HARDEST = 0.15
/** Sweeps in which the market stiffens: most for companies of up to a thousand, fewer where each sweep takes long. */
const STIFFENING = { most: 20, least: 8 }
/** Where seats stay empty prices are far higher: as long as the gap is loose, each round starts so many times stiffer. */
const STIFFER = 10
const LOOSE = 0.01
/** From so far on what the market holds is added to the plan in fractions. */
const LEARNING = 0.8
/** Prices tried in a row by which the bound is raised, before the plan is looked at again. */
const TRIALS = 30
/**
 * Above so many people prices come near on a market of fewer sweeps, and trying some of them brings them nearer in less time
 * than more sweeps would: then the plan is made from those, by when a share of the time is gone at the latest.
 */
const LARGE = { people: 6000, sweeps: 0.3, trials: 10, by: 0.4 }
/** Moves in a chain that cost more points than this beyond their prices are not looked at. */
const CEILING = 30
/** Rounds when neither steps nor a time limit are asked for, and rounds without a gain of 1% in the gap before giving up. */
const ROUNDS = 3
const IDLE_ROUNDS = 3

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
 * //=> 11
 */
export function planRotation(problem: Problem, options: PlanOptions): Plan {
  const watch = watchFrom(options.seconds, options.now, options.cancelled)
  const work = firstPlan(problem, options, watch)
  report(work, 'first')
  const rounds = options.steps ?? (options.seconds === undefined ? ROUNDS : Number.POSITIVE_INFINITY)
  for (let round = 0, idle = 0; round < rounds && idle < IDLE_ROUNDS && !isDone(work); round++) {
    const before = work.best.cost - work.dual.best
    if (work.model.people > LARGE.people) improveLarge(work, round)
    else improveSmall(work, round)
    idle = work.best.cost - work.dual.best < 0.99 * before ? 0 : idle + 1
  }
  return planOf(work)
}

function improveSmall(work: Work, round: number): void {
  if (round === 0 || gapOf(work) > LOOSE) findPrices(work, STIFFER ** round)
  else climb(work, TRIALS, 1)
  makePlan(work)
  if (round === 0) climb(work, TRIALS, 1)
}

/** Every second plan is begun from one drawn from the plan in fractions. With most of the time gone the best is polished. */
function improveLarge(work: Work, round: number): void {
  const { seats, dual, random, watch, options } = work
  if (round === 0) findPrices(work, 1)
  climb(work, LARGE.trials, round === 0 ? LARGE.by : 1)
  if (round > 0 && watch.elapsed() > 0.5 * (options.seconds ?? Number.POSITIVE_INFINITY)) {
    restorePlan(seats, work.best)
    polish(work, CEILING)
    report(work, 'plan')
    return
  }
  if (round % 2 === 1 && dual.mixture) drawPlan(seats, dual.mixture, random)
  makePlan(work)
}

/** Fewer sweeps where each takes longer: prices of many people's seats settle sooner. */
function sweepsFor({ model }: Work): number {
  const most = 300 * (model.people > LARGE.people ? LARGE.sweeps : 1)
  return Math.ceil(most * (50 / Math.max(50, model.people)) ** (1 / 3))
}

function stiffeningFor({ model }: Work): number {
  const { most, least } = STIFFENING
  return Math.max(least, Math.round(most * Math.min(1, 1000 / model.people) ** (1 / 3)))
}

function gapOf({ best, dual }: Work): number {
  return (best.cost - Math.max(0, dual.best)) / Math.max(1, best.cost)
}

/** How soft the market is in the end, in points. */
function softest(work: Work): number {
  return SOFTEST * Math.max(1, 100 / sweepsFor(work)) ** 1.3
}

function findPrices(work: Work, stiffer: number): void {
  const { model, market, dual, watch } = work
  const { desired } = model.problem.weights
  const sweeps = sweepsFor(work)
  const stiff = stiffer * desired
  const from: Stiffness = (seats) => stiff * Math.max(STIFFEST.shared / seats, STIFFEST.each)
  const to: Stiffness = (seats) => softest(work) / seats
  market.isSeeking = true
  const mixture = newMixture(work)
  let learnt = 0
  const onSweep = (way: number) => {
    if (way < LEARNING) return
    learnMarket(work, mixture)
    learnt++
  }
  trade(work, from, to, { sweeps, rate: sweeps < 60 ? 1 : 0.5, share: 0.5, onSweep })
  tryPrices(dual, market.prices, watch.stop)
  divideBy(mixture, Math.max(1, learnt))
  dual.mixture = learnt > 0 ? mixture : undefined
  report(work, 'prices')
}

function makePlan(work: Work): void {
  const { model, market, dual, watch } = work
  usePrices(market.prices, dual.bestPrices)
  const from: Stiffness = (seats) => (2 * softest(work)) / seats
  const to: Stiffness = () => HARDEST * model.problem.weights.desired
  market.isSeeking = false
  trade(work, from, to, { sweeps: stiffeningFor(work), rate: 0.3, share: 0.2 })
  legalise(work.seats)
  if (watch.stop()) return
  polish(work, CEILING)
  report(work, 'plan')
}

/** `rate`: how far prices follow; `share` of the time there is that may be used up. */
type Manner = {
  readonly sweeps: number
  readonly rate: number
  readonly share: number
  readonly onSweep?: (way: number) => void
}

/** Sweeps with the stiffness going from one to another; faster when time is short, so that it always gets there. */
function trade(work: Work, from: Stiffness, to: Stiffness, { sweeps, rate, share, onSweep }: Manner): void {
  const { market, order, random, watch, options } = work
  const startedAt = watch.elapsed()
  const time = share * (options.seconds ?? Number.POSITIVE_INFINITY)
  for (let i = 0; i < sweeps; i++) {
    const way = Math.min(1, Math.max(i / Math.max(1, sweeps - 1), (watch.elapsed() - startedAt) / time))
    stiffen(market, (seats) => between(from(seats), to(seats), way))
    shuffle(order, random)
    if (!tradeOnce(market, order, watch.stop)) return
    movePrices(market, rate)
    onSweep?.(way)
    if (way === 1) return
  }
}

/** Part of the way from one number to another, in equal ratios. */
function between(from: number, to: number, way: number): number {
  const least = 1e-3
  return Math.max(from, least) * (Math.max(to, least) / Math.max(from, least)) ** way
}

/** Tries prices: so many times at most, and until a share of all the time is gone. */
function climb(work: Work, passes: number, share: number): void {
  let left = passes
  const isLate = work.watch.stopBy(share)
  sharpen(work, () => left-- <= 0 || isLate() || isDone(work))
  report(work, 'bound')
}

function usePrices(prices: Prices, from: Prices): void {
  prices.seat.set(from.seat)
  prices.host.set(from.host)
  prices.lead.set(from.lead)
  prices.team.clear()
  for (const [team, row] of from.team) prices.team.set(team, row.slice())
}
