import type { Loads } from './loads.ts'
import type { Model } from './model.ts'

/** What the quick search needs of an oracle: its classes priced, and room for what it finds. */
export type Line = {
  readonly model: Model
  readonly classCost: Float64Array
  readonly classBest: Int32Array
  /** per class, its cost with a price for every point */
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
  /** so many loads, the lightest, are worth reaching */
  reach: number
  /** of each person, between which number of points and the next the last price lay */
  readonly points: Uint16Array
  /** classes of the chain walked last */
  readonly chain: Int32Array
  /** of each person, so many times more the shifts are counted, though minutes alone might do */
  readonly counted: Uint8Array
}

/** Prices of a point tried before the search gives up. */
const TRIES = 8
/** So many times shifts are counted once it turned out that minutes alone would let in too many. */
const COUNTED = 30

/** Costs are whole numbers where a bound is taken: what differs by less is the same. */
export const SAME = 0.25

const ROUNDING = 2

/** Points and cost of a chain apart from its points, at a price with too few or too many of them. */
type Side = { points: number; apart: number }

/**
 * Looks for a person's cheapest schedule with one price for every point in place of what points truly cost, which is convex:
 * a price that is right from k to k + 1 points is right or too low elsewhere. So no schedule is cheaper than the cheapest at
 * that price, and if that has k or k + 1 points it is the cheapest of all; if not, k is sought between those that were too
 * small and too large. Says whether `found` is proven to be the cheapest; else it is a schedule that the person may have,
 * and `ahead` says how cheaply a chain can go on. The number of shifts is left free where only minutes need counting, as
 * long as that lets in no schedule that is too long.
 */
export function searchLine(line: Line, p: number): boolean {
  if (line.counted[p]! > 0) line.counted[p]!--
  line.cost = Number.POSITIVE_INFINITY
  const { model } = line
  if (model.freeLoads[p] !== model.loadsOfPerson[p] && line.counted[p] === 0) {
    const answer = searchWith(line, p, model.loads[model.freeLoads[p]!]!)
    if (answer) return true
    line.counted[p] = COUNTED
  }
  return searchWith(line, p, model.loads[model.loadsOfPerson[p]!]!)
}

function searchWith(line: Line, p: number, loads: Loads): boolean {
  const { model, points } = line
  setReach(line, p, loads)
  const few: Side = { points: 0, apart: 0 }
  const many: Side = { points: 0, apart: 0 }
  let low = 0
  let high = model.mostPoints[p]!
  let k = Math.min(points[p]!, high)
  for (let tries = 0; tries < TRIES; tries++) {
    setPointPrice(line, p, pointsCost(model, p, k + 1) - pointsCost(model, p, k))
    const at = tryPrice(line, p, loads)
    points[p] = k
    if (at === PROVEN || at === TOO_LONG) return at === PROVEN
    const side = at > k ? many : few
    side.points = at
    side.apart = line.ahead[0]! - line.pointPrice * at
    if (at > k) low = k + 1
    else high = k - 1
    if (low > high) break
    k = at > k ? Math.min(k + (1 << tries), at - 1) : Math.max(k - (1 << tries), at)
    if (k < low || k > high) k = (low + high) >> 1
  }
  if (low <= high) return false
  setPointPrice(line, p, Math.round((few.apart - many.apart) / (many.points - few.points)))
  return tryPrice(line, p, loads) === PROVEN
}

const PROVEN = -1
const TOO_LONG = -2

/** The points of the cheapest chain at the price of the moment, unless it is proven to be the cheapest schedule or too long. */
function tryPrice(line: Line, p: number, loads: Loads): number {
  lookAhead(line, p, loads)
  const points = followChain(line, p, loads)
  if (points < 0) return TOO_LONG
  line.least = line.ahead[0]! + line.pointRest + line.model.fixedCost[p]!
  return line.cost - line.least < SAME ? PROVEN : points
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
  const { model, lineCost, classCost } = line
  let rest = Number.POSITIVE_INFINITY
  for (let n = 0; n <= model.mostPoints[p]!; n++) rest = Math.min(rest, pointsCost(model, p, n) - price * n)
  line.pointPrice = price
  line.pointRest = rest
  const first = model.classFrom[p]!
  const classes = model.classFrom[p + 1]! - first
  for (let c = 0; c < classes; c++) lineCost[c] = classCost[c]! + price * model.classPoints[first + c]!
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

/** Walks the cheapest chain and keeps it if none was cheaper. Gives its points, or -1 if it has too many shifts. */
function followChain(line: Line, p: number, loads: Loads): number {
  const { model, ahead, classCost, chain } = line
  const { classStage, classPoints, classBefore, classLatest } = model
  const { size } = loads
  const first = model.classFrom[p]!
  const stages = model.stages[p]!
  let at = model.classFrom[p + 1]! - 1
  let load = 0
  let held = 0
  let points = 0
  let cost = model.fixedCost[p]! + ahead[0]!
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
    cost += classCost[c]! - line.lineCost[c]!
    chain[held++] = c
  }
  if (held > model.problem.people[p]!.maxShifts) return TOO_LONG
  keepChain(line, held, cost + pointsCost(model, p, points))
  return points
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

function keepChain(line: Line, held: number, cost: number): void {
  if (cost >= line.cost) return
  const { chain, found, classBest } = line
  line.cost = cost
  line.size = held
  for (let i = 0; i < held; i++) found[i] = classBest[chain[i]!]!
}
