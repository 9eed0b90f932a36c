import type { Loads } from './loads.ts'
import { SAME, type Scout } from './scout.ts'
import { pointsCost, tryPrice } from './scout-chains.ts'

/** Prices of a point tried before the search gives up; where loads and points are few, the exact search costs less. */
const TRIES = { many: 8, few: 2 }
const FEW = 64
/** Prices of a shift tried, and how much the first of them are (points of score): the number of shifts is rarely in the way. */
const SHIFT_TRIES = 8
const FIRST_SHIFT_PRICE = 40

/** Costs are rounded to whole numbers: two of them may differ by this. */
const ROUNDING = 2

const NONE = -1

/** Points and cost of a chain apart from its points, at a price with too few or too many of them. */
type Side = { points: number; apart: number }

/**
 * Looks for a person's cheapest schedule with one price for every point in place of what points truly cost, which is convex:
 * a price that is right from k to k + 1 points is right or too low elsewhere. So no schedule is cheaper than the cheapest at
 * that price, and if that has k or k + 1 points it is the cheapest of all; if not, k is sought between those that were too
 * small and too large. Says whether `found` is proven to be the cheapest; else it is a schedule that the person may have,
 * and `toEnd` says how cheaply a chain can go on. The number of shifts is not told apart in the search where minutes are:
 * if the chain has too many, every shift has a price too, paid back for as many as are allowed.
 */
export function scoutPrices(scout: Scout, p: number): boolean {
  const { model, shiftPrices } = scout
  const loads = scout.loads.get(model.freeLoads[p]!)!
  scout.cost = Number.POSITIVE_INFINITY
  setReach(scout, p, loads)
  scout.shiftPrice = 0
  if (shiftPrices[p]! > 0) findShiftPrice(scout, p, loads)
  const answer = findPointPrice(scout, p, loads)
  if (answer !== undefined) return answer
  shiftPrices[p] = FIRST_SHIFT_PRICE * model.scale
  findShiftPrice(scout, p, loads)
  return findPointPrice(scout, p, loads) ?? false
}

/** Whether the search is over at some price of a point; nothing if the chain has too many shifts and these have no price. */
function findPointPrice(scout: Scout, p: number, loads: Loads): boolean | undefined {
  const { model, points } = scout
  const few: Side = { points: NONE, apart: 0 }
  const many: Side = { points: NONE, apart: 0 }
  let low = 0
  let high = model.mostPoints[p]!
  let k = Math.min(points[p]!, high)
  const most = loads.size * (high + 1) > FEW ? TRIES.many : TRIES.few
  for (let tries = 0; tries < most; tries++) {
    points[p] = k
    const chain = tryPrice(scout, p, loads, pointsCost(model, p, k + 1) - pointsCost(model, p, k))
    if (scout.isTooLong && scout.shiftPrice === 0) return undefined
    if (scout.cost - scout.least < SAME) return true
    if (chain === k || chain === k + 1) return false
    const side = chain > k ? many : few
    side.points = chain
    side.apart = scout.toEnd[0]! - scout.pointPrice * chain
    if (chain > k) low = k + 1
    else high = k - 1
    if (low > high) break
    k = chain > k ? Math.min(k + (1 << tries), chain - 1) : Math.max(k - (1 << tries), chain)
    if (k < low || k > high) k = (low + high) >> 1
  }
  if (few.points === NONE || many.points === NONE || low <= high) return false
  tryPrice(scout, p, loads, Math.round((few.apart - many.apart) / (many.points - few.points)))
  return scout.isTooLong && scout.shiftPrice === 0 ? undefined : scout.cost - scout.least < SAME
}

/** Finds the price of a shift at which a chain has as many as are allowed, or nearly. */
function findShiftPrice(scout: Scout, p: number, loads: Loads): void {
  const { model, shiftPrices, points } = scout
  const { maxShifts } = model.problem.people[p]!
  const pointPrice = pointsCost(model, p, points[p]! + 1) - pointsCost(model, p, points[p]!)
  let low = 0
  let high = Number.POSITIVE_INFINITY
  let price = Math.round(shiftPrices[p]!)
  for (let tries = 0; tries < SHIFT_TRIES; tries++) {
    scout.shiftPrice = price
    tryPrice(scout, p, loads, pointPrice)
    if (scout.held === maxShifts) break
    if (scout.held > maxShifts) low = price
    else high = price
    if (high - low < model.scale) break
    price = Math.round(high === Number.POSITIVE_INFINITY ? 2 * price : (low + high) / 2)
  }
  shiftPrices[p] = scout.shiftPrice < model.scale ? 0 : scout.shiftPrice
}

/**
 * Leaves out loads so heavy that any shift of theirs costs more than it earns, so that the schedule without it is cheaper.
 * Costs of load are rounded: `ROUNDING` is more than what two of them can be off.
 */
function setReach(scout: Scout, p: number, { lengths, minutes, size }: Loads): void {
  const { model, classCost } = scout
  const quota = model.problem.weights.quota * model.scale
  const classes = model.classFrom[p + 1]! - model.classFrom[p]!
  let most = 0
  let longest = 0
  let shortest = Number.POSITIVE_INFINITY
  for (let c = 0; c < classes; c++) if (-classCost[c]! > most) most = -classCost[c]!
  for (const length of lengths) {
    if (length > longest) longest = length
    if (length < shortest) shortest = length
  }
  scout.reach = size
  if (quota <= 0 || shortest <= 0) return
  const { dueMinutes } = model.problem.people[p]!
  const heaviest = dueMinutes + longest / 2 + ((most + ROUNDING) * 1800) / (quota * shortest)
  while (scout.reach > 1 && minutes[scout.reach - 1]! > heaviest) scout.reach--
}
