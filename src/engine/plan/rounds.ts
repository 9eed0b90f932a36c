import { drawPlan } from './draw-plan.ts'
import { tryPrices } from './dual.ts'
import { seatHosts } from './hosts.ts'
import { restorePlan } from './keep.ts'
import { learnMarket, newMixture } from './learn.ts'
import { legalise } from './legalise.ts'
import type { Stiffness } from './market.ts'
import { divideBy } from './mixture.ts'
import { polish } from './polish.ts'
import type { Prices } from './prices.ts'
import { pullHighPrices } from './pulls.ts'
import { isScarce } from './scarcity.ts'
import { sharpen } from './sharpen.ts'
import { trade } from './trade.ts'
import { isDone, report, type Work } from './work.ts'

/**
 * Stiffness while prices are found falls from a share of what a missing seat costs (shared among the shift's seats, but not
 * less than so much for each) to a few points shared among them: the fewer sweeps there are, the more.
 */
const STIFFEST = { shared: 0.3, each: 0.06 }
const SOFTEST = 0.2
/** With fewer sweeps than these prices follow at once. */
const FEW_SWEEPS = 60
/**
 * Stiffness of every single seat when a plan has been made of the prices, as a share of what a missing seat costs; and at the
 * start where the plan was drawn, since what it got right would melt on a softer market.
 */
const HARDEST = 0.15
const HARD = 0.005
/**
 * Sweeps in which prices are found (of a company of fifty; fewer in larger ones) and the share of the time they may take. In
 * small companies trades find prices faster than trying them does, in larger ones not.
 */
const FINDING = { small: { sweeps: 300, by: 0.3 }, large: { sweeps: 90, by: 0.25 } }
/** With up to so many pairs of a person and a shift that fits them (200 people and 52 weeks) a company is small. */
const SMALL = 75_000
/**
 * There, as long as the gap is loose, prices are found anew, so many times stiffer: seats may have to stay empty. Where that
 * is to be feared (see `isScarce`) the first market is as stiff as that.
 */
const STIFFER = 10
const LOOSE = 0.01
/** Sweeps in which a plan is made of prices. */
const STIFFENING = { most: 20, least: 8 }
/** From so far on what the market holds is added to the plan in fractions. */
const LEARNING = 0.8
/**
 * Prices tried in a row by which the bound is raised: so many (in small companies more: they cost little there), and more
 * while each still promises this part of the bound. Few in small companies whose gap is tight, where the last ones raised it
 * by less than this part of the step between two scores: what is left there is for plans to gain.
 */
const TRIALS = { least: 10, leastSmall: 30, leastFlat: 5, most: 60, promise: 0.003 }
const FLAT = 0.25
/** Shares of the time by when prices have been tried, and which the trading of a plan may take. */
const BY = { tried: 0.6, traded: 0.2 }
/** A market that ended so many times stiffer than it should shows that time is too short to try prices before a plan is made. */
const HURRIED = 10
/** When so much of the time is gone, large companies begin no plan anew: the best is polished. */
const LATE = 0.5
/** Moves in a chain that cost more points than this beyond their prices are not looked at. */
const CEILING = 30

/** Whether sweeps of everybody cost so little that prices are best found by them. */
export function isSmall({ model }: Work): boolean {
  return model.pairShift.length <= SMALL
}

/** Makes the bound higher and the plan better, as far as it goes in one round (0-based). */
export function improve(work: Work, round: number): void {
  if (round > 0 && isSmall(work)) improveSmall(work, round)
  else proveThenPlan(work, round)
}

/**
 * Prices are tried before a plan is made, unless time is very short; in large companies the plan is drawn from the one in
 * fractions.
 */
export function proveThenPlan(work: Work, round: number): void {
  const { seats, watch, options, model } = work
  if (round === 0) findPrices(work, isSmall(work) && isScarce(model.problem) ? STIFFER : 1)
  if (round > 0 || !isHurried(work)) climb(work, round === 0 ? BY.tried : 1)
  const isLate = watch.elapsed() > LATE * (options.seconds ?? Number.POSITIVE_INFINITY)
  if (round > 0 && isLate) {
    restorePlan(seats, work.best)
    polish(work, CEILING)
    report(work, 'plan')
  } else if (isSmall(work)) makePlan(work, work.order, softly(work))
  else drawAndMake(work)
}

/**
 * Where sweeps cost little prices are found on the market anew, and stiffer, in each other round that begins with a loose gap.
 * Plans are made of prices alone and drawn from fractions by turns: neither is always nearer to the best.
 */
function improveSmall(work: Work, round: number): void {
  if (round % 2 === 1) {
    climb(work, 1)
    drawAndMake(work)
  } else {
    if (gapOf(work) > LOOSE) findPrices(work, STIFFER ** (round / 2 + (isScarce(work.model.problem) ? 1 : 0)))
    else climb(work, 1)
    makePlan(work, work.order, softly(work))
  }
  if (gapOf(work) > LOOSE) climb(work, 1)
}

/** Makes a plan of the one in fractions; of the best prices as long as there is none. */
function drawAndMake(work: Work): void {
  const { seats, model, dual, random } = work
  const { desired } = model.problem.weights
  if (dual.mixture) makePlan(work, drawPlan(seats, dual.mixture, random), () => HARD * desired)
  else makePlan(work, work.order, softly(work))
}

function findingFor(work: Work) {
  return isSmall(work) ? FINDING.small : FINDING.large
}

/** Fewer sweeps where each takes longer: prices of many people's seats settle sooner. */
function sweepsFor(work: Work): number {
  return Math.ceil(findingFor(work).sweeps * (50 / Math.max(50, work.model.people)) ** (1 / 3))
}

function stiffeningFor({ model }: Work): number {
  const { most, least } = STIFFENING
  return Math.max(least, Math.round(most * Math.min(1, 1000 / model.people) ** (1 / 3)))
}

/** How far the best plan may be from the best there is, as a share of its score. */
export function gapOf({ best, dual }: Work): number {
  return (best.cost - Math.max(0, dual.best)) / Math.max(1, best.cost)
}

/** Whether there was time for a few only of the sweeps of a small company. */
function isHurried(work: Work): boolean {
  return isSmall(work) && work.market.softest > HURRIED * softest(sweepsFor(work))
}

/** How soft the market is after so many sweeps, in points. */
function softest(sweeps: number): number {
  return SOFTEST * Math.max(1, 100 / sweeps) ** 1.3
}

function findPrices(work: Work, stiffer: number): void {
  const { model, market, dual, watch } = work
  const { desired } = model.problem.weights
  const sweeps = sweepsFor(work)
  const from: Stiffness = (seats) => stiffer * desired * Math.max(STIFFEST.shared / seats, STIFFEST.each)
  const to = (affordable: number): Stiffness => {
    market.softest = softest(affordable)
    return (seats) => market.softest / seats
  }
  market.isSeeking = true
  const mixture = newMixture(work)
  let learnt = 0
  const onSweep = (way: number) => {
    if (way < LEARNING) return
    learnMarket(work, mixture)
    learnt++
  }
  trade(work, work.order, from, to, {
    sweeps,
    rateOf: (affordable) => (affordable < FEW_SWEEPS ? 1 : 0.5),
    share: findingFor(work).by,
    onSweep
  })
  tryPrices(dual, market.prices, watch.stop)
  divideBy(mixture, Math.max(1, learnt))
  pullHighPrices(mixture, market.prices, desired * model.scale)
  dual.mixture = learnt > 0 ? mixture : undefined
  report(work, 'prices')
}

function softly(work: Work): Stiffness {
  return (seats) => (2 * work.market.softest) / seats
}

/** Makes a plan of what is in the seats: people in doubt trade until it holds together, on a market this stiff at first. */
function makePlan(work: Work, doubtful: Int32Array, from: Stiffness): void {
  const { model, market, dual, watch } = work
  usePrices(market.prices, dual.bestPrices)
  const to = () => () => HARDEST * model.problem.weights.desired
  market.isSeeking = false
  trade(work, work.hosts ? seatHosts(work.seats, work.hosts, doubtful) : doubtful, from, to, {
    sweeps: stiffeningFor(work),
    rateOf: () => 0.3,
    share: BY.traded
  })
  legalise(work.seats)
  if (watch.stop()) return
  polish(work, CEILING)
  report(work, 'plan')
}

/** Tries prices until they promise little or a share of all the time is gone. */
function climb(work: Work, share: number): void {
  const { dual, model } = work
  const isLate = work.watch.stopBy(share)
  const from = dual.best
  const least = leastTrials(work)
  let tried = 0
  let settled = 0
  sharpen(work, (hoped) => {
    settled = hoped < TRIALS.promise * Math.max(0, dual.best) ? settled + 1 : 0
    const isEnough = tried >= TRIALS.most || (tried >= least && settled > 1)
    tried++
    return isEnough || isLate() || isDone(work)
  })
  dual.isFlat =
    isSmall(work) && gapOf(work) < LOOSE && dual.best - from < (FLAT * model.scale) / model.lattice
  report(work, 'bound')
}

function leastTrials(work: Work): number {
  if (work.dual.isFlat) return TRIALS.leastFlat
  return isSmall(work) ? TRIALS.leastSmall : TRIALS.least
}

function usePrices(prices: Prices, from: Prices): void {
  prices.seat.set(from.seat)
  prices.host.set(from.host)
  prices.lead.set(from.lead)
  prices.team.clear()
  for (const [team, row] of from.team) prices.team.set(team, row.slice())
}
