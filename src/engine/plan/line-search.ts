import type { Loads } from './loads.ts'
import type { Model } from './model.ts'

/** What the quick search needs of an oracle: its classes priced, and room for what it finds. */
export type Line = {
  readonly model: Model
  readonly classCost: Float64Array
  readonly classBest: Int32Array
  /** per class, its cost with a price for every point, and for the shift where there may not be too many */
  readonly lineCost: Float64Array
  /** per stage and load, what the cheapest chain from there on costs, the load's end included, with a price for every point */
  readonly ahead: Float64Array
  readonly found: Int32Array
  size: number
  /** what the schedule in `found` costs, the person's own terms included */
  cost: number
  /** what no schedule of the person can cost less than */
  least: number
  /** the price of a point, and what points cost at least beyond it */
  pointPrice: number
  pointRest: number
  /** what a schedule costs beyond the prices of its points and shifts, at least */
  rest: number
  /** how many shifts the chain found last has, and whether those are too many */
  held: number
  isTooLong: boolean
  /** so many loads, the lightest, are worth reaching */
  reach: number
  /** of each person, between which number of points and the next the last price lay */
  readonly points: Uint16Array
  /** classes of the chain walked last */
  readonly chain: Int32Array
  /** the price of a shift: nothing where minutes alone keep a schedule from having too many */
  shiftPrice: number
  /** of each person, that price the last time */
  readonly shiftPrices: Float64Array
}

/** Prices of a point tried before the search gives up; where loads and points are few, the exact search costs less. */
const TRIES = { many: 8, few: 2 }
const FEW = 64
/** Prices of a shift tried, and how much the first of them are (points of score): the number of shifts is rarely in the way. */
const SHIFT_TRIES = 8
const FIRST_SHIFT_PRICE = 40

/** Costs are whole numbers where a bound is taken: what differs by less is the same. */
export const SAME = 0.25

const ROUNDING = 2

const NONE = -1

/** Points and cost of a chain apart from its points, at a price with too few or too many of them. */
type Side = { points: number; apart: number }

/**
 * Looks for a person's cheapest schedule with one price for every point in place of what points truly cost, which is convex:
 * a price that is right from k to k + 1 points is right or too low elsewhere. So no schedule is cheaper than the cheapest at
 * that price, and if that has k or k + 1 points it is the cheapest of all; if not, k is sought between those that were too
 * small and too large. Says whether `found` is proven to be the cheapest; else it is a schedule that the person may have,
 * and `ahead` says how cheaply a chain can go on. The number of shifts is not told apart in the search where minutes are:
 * if the chain has too many, every shift has a price too, paid back for as many as are allowed.
 */
export function searchLine(line: Line, p: number): boolean {
  const { model, shiftPrices } = line
  const loads = model.loads[model.freeLoads[p]!]!
  line.cost = Number.POSITIVE_INFINITY
  setReach(line, p, loads)
  line.shiftPrice = 0
  if (shiftPrices[p]! > 0) findShiftPrice(line, p, loads)
  const answer = findPointPrice(line, p, loads)
  if (answer !== undefined) return answer
  shiftPrices[p] = FIRST_SHIFT_PRICE * model.scale
  findShiftPrice(line, p, loads)
  return findPointPrice(line, p, loads) ?? false
}

/** Whether the search is over at some price of a point; nothing if the chain has too many shifts and these have no price. */
function findPointPrice(line: Line, p: number, loads: Loads): boolean | undefined {
  const { model, points } = line
  const few: Side = { points: NONE, apart: 0 }
  const many: Side = { points: NONE, apart: 0 }
  let low = 0
  let high = model.mostPoints[p]!
  let k = Math.min(points[p]!, high)
  const most = loads.size * (high + 1) > FEW ? TRIES.many : TRIES.few
  for (let tries = 0; tries < most; tries++) {
    points[p] = k
    const chain = tryPrice(line, p, loads, pointsCost(model, p, k + 1) - pointsCost(model, p, k))
    if (line.isTooLong && line.shiftPrice === 0) return undefined
    if (line.cost - line.least < SAME) return true
    if (chain === k || chain === k + 1) return false
    const side = chain > k ? many : few
    side.points = chain
    side.apart = line.ahead[0]! - line.pointPrice * chain
    if (chain > k) low = k + 1
    else high = k - 1
    if (low > high) break
    k = chain > k ? Math.min(k + (1 << tries), chain - 1) : Math.max(k - (1 << tries), chain)
    if (k < low || k > high) k = (low + high) >> 1
  }
  if (few.points === NONE || many.points === NONE || low <= high) return false
  tryPrice(line, p, loads, Math.round((few.apart - many.apart) / (many.points - few.points)))
  return line.isTooLong && line.shiftPrice === 0 ? undefined : line.cost - line.least < SAME
}

/** Finds the price of a shift at which a chain has as many as are allowed, or nearly. */
function findShiftPrice(line: Line, p: number, loads: Loads): void {
  const { model, shiftPrices, points } = line
  const { maxShifts } = model.problem.people[p]!
  const pointPrice = pointsCost(model, p, points[p]! + 1) - pointsCost(model, p, points[p]!)
  let low = 0
  let high = Number.POSITIVE_INFINITY
  let price = Math.round(shiftPrices[p]!)
  for (let tries = 0; tries < SHIFT_TRIES; tries++) {
    line.shiftPrice = price
    tryPrice(line, p, loads, pointPrice)
    if (line.held === maxShifts) break
    if (line.held > maxShifts) low = price
    else high = price
    if (high - low < model.scale) break
    price = Math.round(high === Number.POSITIVE_INFINITY ? 2 * price : (low + high) / 2)
  }
  shiftPrices[p] = line.shiftPrice < model.scale ? 0 : line.shiftPrice
}

/** Finds the cheapest chain at a price for every point, and what it proves; keeps its schedule. Gives its points. */
function tryPrice(line: Line, p: number, loads: Loads, price: number): number {
  const { model, shiftPrice } = line
  setPointPrice(line, p, price)
  lookAhead(line, p, loads)
  line.rest =
    line.pointRest +
    model.fixedCost[p]! -
    shiftPrice * (shiftPrice > 0 ? model.problem.people[p]!.maxShifts : 0)
  line.least = line.ahead[0]! + line.rest
  return followChain(line, p, loads)
}

/** What being off the minutes owed costs, in `scale`. */
export function loadCost(model: Model, p: number, minutes: number): number {
  const off = minutes - model.problem.people[p]!.dueMinutes
  return Math.round(((model.problem.weights.quota * off * off) / 3600) * model.scale)
}

/** What unpopular points cost besides those carried, in `scale`. */
export function pointsCost(model: Model, p: number, points: number): number {
  const carried = model.problem.people[p]!.carriedUnpopular ?? 0
  return Math.round(model.problem.weights.unpopular * points * (2 * carried + points) * model.scale)
}

/**
 * Leaves out loads so heavy that any shift of theirs costs more than it earns, so that the schedule without it is cheaper.
 * Costs of load are rounded: `ROUNDING` is more than what two of them can be off.
 */
function setReach(line: Line, p: number, { lengths, minutes, size }: Loads): void {
  const { model, classCost } = line
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
  line.reach = size
  if (quota <= 0 || shortest <= 0) return
  const { dueMinutes } = model.problem.people[p]!
  const heaviest = dueMinutes + longest / 2 + ((most + ROUNDING) * 1800) / (quota * shortest)
  while (line.reach > 1 && minutes[line.reach - 1]! > heaviest) line.reach--
}

/** Charges every class its points at one price, and says what points cost at least beyond it. */
function setPointPrice(line: Line, p: number, price: number): void {
  const { model, lineCost, classCost, shiftPrice } = line
  let rest = Number.POSITIVE_INFINITY
  for (let n = 0; n <= model.mostPoints[p]!; n++) rest = Math.min(rest, pointsCost(model, p, n) - price * n)
  line.pointPrice = price
  line.pointRest = rest
  const first = model.classFrom[p]!
  const classes = model.classFrom[p + 1]! - first
  for (let c = 0; c < classes; c++)
    lineCost[c] = classCost[c]! + shiftPrice + price * model.classPoints[first + c]!
}

/** From the last stage to the first: with each load a chain goes on with a class, or waits for the next stage. */
function lookAhead({ model, lineCost, ahead, reach }: Line, p: number, loads: Loads): void {
  const { classStage, classBefore, classLength, classLatest } = model
  const { size, next, minutes, lengths } = loads
  const first = model.classFrom[p]!
  const end = model.classFrom[p + 1]!
  const stages = model.stages[p]!
  const kinds = lengths.length
  for (let load = 0; load < reach; load++) ahead[stages * size + load] = loadCost(model, p, minutes[load]!)
  for (let stage = stages - 1, i = first; stage >= 0; stage--) {
    const here = stage * size
    for (let load = 0; load < reach; load++) ahead[here + load] = ahead[here + size + load]!
    for (; i < end && classBefore[first + classLatest[i]!] === stage; i++) {
      const c = classLatest[i]!
      const cost = lineCost[c]!
      if (cost === Number.POSITIVE_INFINITY) continue
      const after = (classStage[first + c]! + 1) * size
      const length = classLength[first + c]!
      for (let load = 0; load < reach; load++) {
        const to = next[load * kinds + length]!
        if (to < 0 || to >= reach) continue
        const value = ahead[after + to]! + cost
        if (value < ahead[here + load]!) ahead[here + load] = value
      }
    }
  }
}

/** Walks the cheapest chain and keeps it (without its dearest shifts if there are too many). Gives its points. */
function followChain(line: Line, p: number, loads: Loads): number {
  const { model, ahead, chain } = line
  const { classStage, classPoints, classBefore, classLatest } = model
  const { size } = loads
  const first = model.classFrom[p]!
  const stages = model.stages[p]!
  let at = model.classFrom[p + 1]! - 1
  let load = 0
  let held = 0
  let points = 0
  for (let stage = 0; stage < stages; ) {
    if (ahead[(stage + 1) * size + load] === ahead[stage * size + load]) {
      stage++
      continue
    }
    while (classBefore[first + classLatest[at]!]! < stage) at--
    while (!goesOn(line, p, loads, classLatest[at]!, stage, load)) at--
    const c = classLatest[at]!
    load = loads.next[load * loads.lengths.length + model.classLength[first + c]!]!
    stage = classStage[first + c]! + 1
    points += classPoints[first + c]!
    chain[held++] = c
  }
  line.held = held
  line.isTooLong = held > model.problem.people[p]!.maxShifts
  keepChain(line, p, loads, line.isTooLong ? leaveOutDearest(line, p) : held)
  return points
}

/** Any part of a chain is one as well: drops shifts until there are as few as may be. Gives how many are left. */
function leaveOutDearest({ model, chain, classCost, held }: Line, p: number): number {
  const { maxShifts } = model.problem.people[p]!
  let left = held
  for (; left > maxShifts; left--) {
    let dearest = 0
    for (let i = 1; i < left; i++) if (classCost[chain[i]!]! > classCost[chain[dearest]!]!) dearest = i
    chain.copyWithin(dearest, dearest + 1, left)
  }
  return left
}

/** Whether the cheapest chain with this load goes on with class c here. */
function goesOn(
  { model, ahead, lineCost, reach }: Line,
  p: number,
  loads: Loads,
  c: number,
  stage: number,
  load: number
): boolean {
  const at = model.classFrom[p]! + c
  const to = loads.next[load * loads.lengths.length + model.classLength[at]!]!
  return (
    to >= 0 &&
    to < reach &&
    ahead[(model.classStage[at]! + 1) * loads.size + to]! + lineCost[c]! === ahead[stage * loads.size + load]
  )
}

function keepChain(line: Line, p: number, loads: Loads, held: number): void {
  const { model, chain, found, classBest, classCost } = line
  const first = model.classFrom[p]!
  let cost = model.fixedCost[p]!
  let points = 0
  let minutes = 0
  for (let i = 0; i < held; i++) {
    const c = chain[i]!
    cost += classCost[c]!
    points += model.classPoints[first + c]!
    minutes += loads.lengths[model.classLength[first + c]!]!
  }
  cost += pointsCost(model, p, points) + loadCost(model, p, minutes)
  if (cost >= line.cost) return
  line.cost = cost
  line.size = held
  for (let i = 0; i < held; i++) found[i] = classBest[chain[i]!]!
}
