import { pointsCost, ROUNDING, tryPrice } from './cheapest-chain.ts'
import type { Loads } from './loads.ts'
import { SAME, type Search } from './search.ts'

/** Prices of a point tried before points are told apart. */
const TRIES = 2
/** Prices of a shift tried, and how much the first of them are (points of score): the number of shifts is rarely in the way. */
const SHIFT_TRIES = 8
const FIRST_SHIFT_PRICE = 40

/**
 * Looks for a person's cheapest schedule with one price for every point in place of what points truly cost, which is convex:
 * a price that is right from k to k + 1 points is right or too low elsewhere. So no schedule is cheaper than the cheapest at
 * that price, and if that has k or k + 1 points it is the cheapest of all; if not, the price where it lies is tried. The
 * number of shifts is not told apart where minutes are: if the chain has too many, every shift has a price too, paid back for
 * as many as are allowed. Says whether `found` is proven to be the cheapest; else it is a schedule that the person may have.
 */
export function searchByPrice(search: Search, p: number): boolean {
  const { model, shiftPrices } = search
  const loads = search.loads[model.freeLoads[p]!]!
  search.cost = Number.POSITIVE_INFINITY
  search.least = Number.NEGATIVE_INFINITY
  search.mostPoints = model.mostPoints[p]!
  search.mostMinutes = heaviest(search, p, loads)
  search.shiftPrice = 0
  const reach = reachOf(loads, search.mostMinutes)
  if (shiftPrices[p]! > 0) findShiftPrice(search, p, loads, reach)
  const answer = findPointPrice(search, p, loads, reach)
  if (answer !== undefined) return answer
  shiftPrices[p] = FIRST_SHIFT_PRICE * model.scale
  findShiftPrice(search, p, loads, reach)
  return findPointPrice(search, p, loads, reach) ?? false
}

/** So many loads, the lightest, have no more than these minutes. */
export function reachOf({ minutes, size }: Loads, most: number): number {
  let reach = size
  while (reach > 1 && minutes[reach - 1]! > most) reach--
  return reach
}

/** Whether a price of a point tells the cheapest; nothing if the chain has too many shifts and these have no price. */
function findPointPrice(search: Search, p: number, loads: Loads, reach: number): boolean | undefined {
  const { points, shiftPrice, model } = search
  let low = 0
  let high = model.mostPoints[p]!
  let k = Math.min(points[p]!, high)
  for (let tries = 0; tries < TRIES && low <= high; tries++) {
    points[p] = k
    const found = tryPrice(search, p, loads, reach, pointsCost(search, p, k + 1) - pointsCost(search, p, k))
    if (shiftPrice === 0 && isTooLong(search, p)) return undefined
    if (search.cost - search.least < SAME) return true
    if (found === k || found === k + 1) return false
    if (found > k) {
      low = k + 1
      k = Math.min(k + 1, found - 1)
    } else {
      high = k - 1
      k = Math.max(k - 1, found)
    }
  }
  return false
}

/** Finds the price of a shift at which a chain has as many as are allowed, or nearly. */
function findShiftPrice(search: Search, p: number, loads: Loads, reach: number): void {
  const { model, shiftPrices, points } = search
  const { maxShifts } = model.problem.people[p]!
  const pointPrice = pointsCost(search, p, points[p]! + 1) - pointsCost(search, p, points[p]!)
  let low = 0
  let high = Number.POSITIVE_INFINITY
  let price = Math.round(shiftPrices[p]!)
  for (let tries = 0; tries < SHIFT_TRIES; tries++) {
    search.shiftPrice = price
    tryPrice(search, p, loads, reach, pointPrice)
    if (search.held === maxShifts) break
    if (search.held > maxShifts) low = price
    else high = price
    if (high - low < model.scale) break
    price = Math.round(high === Number.POSITIVE_INFINITY ? 2 * price : (low + high) / 2)
  }
  shiftPrices[p] = search.shiftPrice < model.scale ? 0 : search.shiftPrice
}

function isTooLong({ model, held }: Search, p: number): boolean {
  return held > model.problem.people[p]!.maxShifts
}

/**
 * The most minutes worth reaching: beyond, any shift costs more in load than it earns, and leaving it out would be cheaper.
 * Costs of load are rounded: `ROUNDING` is more than what two of them can be off.
 */
function heaviest({ model, classCost }: Search, p: number, { lengths }: Loads): number {
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
  if (quota <= 0 || shortest <= 0) return Number.POSITIVE_INFINITY
  const { dueMinutes } = model.problem.people[p]!
  return dueMinutes + longest / 2 + ((most + ROUNDING) * 1800) / (quota * shortest)
}
