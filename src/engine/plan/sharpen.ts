import { tryPrices } from './dual.ts'
import { crowdCostNow, haggle, haggleShift, scheduleCostNow } from './haggle.ts'
import { learnBest, rememberPairs } from './learn.ts'
import { centreOn, type Mixture, pullBy, pulledPrices, teamPrice } from './mixture.ts'
import { adaptPulls, nothingLacked } from './pulls.ts'
import type { Work } from './work.ts'

/** Rounds of haggling before prices are tried; fewer when a round moves so little of what the first one did. */
const ROUNDS = 10
const SETTLED = 0.05
/** How pulls answer: to a gain of more than this part of what was hoped for (more after every one in a row), to none. */
const GAIN = 0.5
const STRONGER = 1.5
const MOST_RUN = 3
const WEAKER = 0.8
/**
 * To the hope of less than this part of a gap that is loose, as a share of the score: prices are off together, and far. (With
 * a wider one there is no plan yet to tell the gap by.)
 */
const TIMID = 0.03
const LOOSE = { least: 0.01, most: 0.5 }
/** To a loss of so many times what was hoped for; to a loss just after prices were pulled further. */
const LOSS = 3
const MUCH_WEAKER = 0.4
const PATIENCE = 4

/**
 * Raises the bound by a proximal bundle: shares are haggled over until they cost little at prices that answer to what is
 * lacking; those prices are tried, which proves a bound and tells everybody's best schedule at them; where they prove more
 * than any before, they become the centre that prices are pulled from. The schedules remembered make up a plan in
 * fractions whose cost is what can be proven at most. `until` is told how much more was hoped for last, in `scale`.
 */
export function sharpen(work: Work, until: (hoped: number) => boolean): void {
  const { dual, model } = work
  const { mixture } = dual
  if (!mixture) return
  learnBest(work, mixture)
  centreOn(mixture, dual.bestPrices)
  const lacked = nothingLacked(mixture)
  let failed = 0
  let run = 0
  for (let hoped = Number.POSITIVE_INFINITY; !until(hoped); ) {
    const before = dual.best
    hoped = findBetterPrices(work, mixture) - before
    const gain = tryPulled(work, mixture) - before
    const part = gain / Math.max(model.scale / 100, hoped)
    if (gain > 0) {
      adaptPulls(mixture, lacked)
      centreOn(mixture, dual.bestPrices)
    }
    failed = gain > 0 ? 0 : failed + 1
    const wasPulled = run > 0
    run = part > GAIN ? Math.min(run + 1, MOST_RUN) : 0
    if (run > 0) pullBy(mixture, STRONGER ** run)
    else if (isTimid(work, hoped)) pullBy(mixture, STRONGER)
    else if (failed > 0 && Math.abs(hoped) < model.scale / 100) pullBy(mixture, STRONGER)
    else if (wasPulled && part < -1) pullBy(mixture, MUCH_WEAKER)
    else if (part < -LOSS || failed % PATIENCE === PATIENCE - 1) pullBy(mixture, WEAKER)
  }
}

/** Whether little is hoped for beside a loose gap. */
function isTimid({ best, dual }: Work, hoped: number): boolean {
  const gap = best.cost - dual.best
  const isLoose = gap > LOOSE.least * best.cost && gap < LOOSE.most * best.cost
  return isLoose && hoped < TIMID * gap
}

/** Haggles; pulls less where it finds nothing that promises more than is proven. Gives what is promised. */
function findBetterPrices({ dual, model, watch }: Work, mixture: Mixture): number {
  let hoped = Number.NEGATIVE_INFINITY
  for (let tries = 0; tries < PATIENCE; tries++) {
    if (tries > 0) pullBy(mixture, WEAKER ** 2)
    settle(mixture, watch.stop)
    hoped = promised(mixture)
    if (hoped >= dual.best - model.scale / 2) break
  }
  return hoped
}

function tryPulled({ dual, watch }: Work, mixture: Mixture): number {
  const { oracle } = dual
  const scratch = new Int32Array(mixture.model.shifts)
  return tryPrices(dual, pulledPrices(mixture), watch.stop, (p) => {
    rememberPairs(mixture, oracle.model, p, oracle.found.subarray(0, oracle.size), scratch)
  })
}

function settle(mixture: Mixture, stop: () => boolean): void {
  const { people, shifts } = mixture.model
  for (let round = 0, first = 0; round < ROUNDS && !stop(); round++) {
    let apart = 0
    for (let i = 0; i < people; i++) apart += haggle(mixture, round % 2 === 0 ? i : people - 1 - i)
    for (let s = 0; s < shifts; s++) apart += haggleShift(mixture, s)
    if (round === 0) first = apart
    else if (apart <= SETTLED * first) return
  }
}

/** What the bound would be at the pulled prices if there were no schedules but those remembered. */
function promised(mixture: Mixture): number {
  const { model, isTight, spans, count, crowds } = mixture
  let sum = 0
  for (let p = 0; p < model.people; p++) sum += least(count[p]!, (k) => scheduleCostNow(mixture, p, k))
  for (let s = 0; s < model.shifts; s++) sum += least(crowds[s]!, (i) => crowdCostNow(mixture, s, i))
  model.problem.teamCaps.forEach((cap, team) => {
    if (!isTight[team]) return
    for (let span = 0; span < spans.count; span++) sum -= cap * teamPrice(mixture, team * spans.count + span)
  })
  return sum
}

function least(count: number, costOf: (k: number) => number): number {
  let lowest = Number.POSITIVE_INFINITY
  for (let k = 0; k < count; k++) lowest = Math.min(lowest, costOf(k))
  return lowest
}
