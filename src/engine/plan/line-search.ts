import type { Loads } from './loads.ts'
import type { Model } from './model.ts'

/** What the quick search needs of an oracle: its classes priced, and room for tables. */
export type Line = {
  readonly model: Model
  readonly classCost: Float64Array
  readonly classBest: Int32Array
  readonly found: Int32Array
  size: number
  /** per stage and load, the cheapest chain when every point has one price */
  row: Float64Array
  readonly lineCost: Float64Array
  /** of each person, between which number of points and the next the last price lay */
  readonly points: Uint16Array
  /** so many times a person is not searched for in this way, as it could not tell last time */
  readonly waits: Uint8Array
  /** what is known when the search gives up: the most points and minutes of any schedule that is still worth looking for */
  mostPoints: number
  mostMinutes: number
}

/** Costs are rounded to whole numbers: two of them may differ by this. */
const ROUNDING = 2

/** Prices of a point tried before the search gives up, and how often it is then left out for that person. */
const TRIES = 2
const WAITS = 7

/**
 * Looks for a person's cheapest schedule with one price for every point in place of what points truly cost, which is convex:
 * between k and k + 1 points that price is exact, elsewhere too low. So a schedule that is the cheapest at that price and has
 * k or k + 1 points is the cheapest of all; if it has others, the price there is tried. The number of shifts is left free
 * where only minutes need counting, and looked at in the end. Gives the cost, or nothing when it cannot tell.
 */
export function searchLine(line: Line, p: number): number | undefined {
  const { model } = line
  const { weights, people } = model.problem
  const { carriedUnpopular = 0, maxShifts } = people[p]!
  line.mostPoints = model.mostPoints[p]!
  line.mostMinutes = heaviest(line, p, 0)
  if (line.waits[p]! > 0) {
    line.waits[p]!--
    return undefined
  }
  const unit = weights.unpopular * model.scale
  if (!Number.isInteger(unit) || !Number.isInteger(2 * unit * carriedUnpopular)) return undefined
  const pointsCost = (points: number) => unit * points * (2 * carriedUnpopular + points)
  let least = Number.POSITIVE_INFINITY
  for (let tries = 0; tries < TRIES; tries++) {
    const k = line.points[p]!
    const price = unit * (2 * k + 1 + 2 * carriedUnpopular)
    const cost = searchAt(line, p, price, model.loads[model.freeLoads[p]!]!)
    const isAllowed = line.size <= maxShifts
    const points = isAllowed ? pointsFound(line) : Number.POSITIVE_INFINITY
    if (points === k || points === k + 1) return cost + pointsCost(k) - price * k + model.fixedCost[p]!
    if (isAllowed) least = Math.min(least, cost - price * points + pointsCost(points))
    while (
      line.mostPoints > 0 &&
      cost - price * line.mostPoints + pointsCost(line.mostPoints) > least + ROUNDING
    )
      line.mostPoints--
    if (!isAllowed) break
    line.points[p] = points > k ? points - 1 : points
  }
  line.waits[p] = WAITS
  return undefined
}

function pointsFound({ model, found, size }: Line): number {
  let points = 0
  for (let i = 0; i < size; i++) points += model.pairPoints[found[i]!]!
  return points
}

/** The cheapest chain with its load at one price for a point; leaves its pairs in `found`. */
function searchAt(line: Line, p: number, price: number, loads: Loads): number {
  const { model, row } = line
  const { dueMinutes } = model.problem.people[p]!
  fillRows(line, p, loads, heaviest(line, p, price))
  const last = model.stages[p]! * loads.size
  let best = Number.POSITIVE_INFINITY
  let bestLoad = 0
  for (let load = 0; load < loads.size; load++) {
    if (row[last + load] === Number.POSITIVE_INFINITY) continue
    const off = loads.minutes[load]! - dueMinutes
    const value =
      row[last + load]! + Math.round(((model.problem.weights.quota * off * off) / 3600) * model.scale)
    if (value >= best) continue
    best = value
    bestLoad = load
  }
  trace(line, p, loads, bestLoad)
  return best
}

/**
 * Charges every class its points. Gives the most minutes worth reaching: beyond, any shift costs more in load than it earns,
 * and leaving it out would be cheaper.
 */
function heaviest({ model, classCost, lineCost }: Line, p: number, price: number): number {
  const first = model.classFrom[p]!
  const last = model.classFrom[p + 1]!
  const quota = model.problem.weights.quota * model.scale
  const { lengths } = model.loads[model.freeLoads[p]!]!
  let most = Number.NEGATIVE_INFINITY
  let longest = 0
  let shortest = Number.POSITIVE_INFINITY
  for (let c = first; c < last; c++) {
    const cost = classCost[c - first]! + price * model.classPoints[c]!
    lineCost[c - first] = cost
    if (-cost > most) most = -cost
  }
  for (const length of lengths) {
    if (length > longest) longest = length
    if (length < shortest) shortest = length
  }
  if (quota <= 0 || shortest <= 0) return Number.POSITIVE_INFINITY
  return (
    model.problem.people[p]!.dueMinutes +
    longest / 2 +
    ((Math.max(0, most) + ROUNDING) * 1800) / (quota * shortest)
  )
}

function fillRows(line: Line, p: number, loads: Loads, most: number): void {
  const { model, row, lineCost } = line
  const { classStage, classBefore, classLength } = model
  const { size, next, minutes } = loads
  const lengths = loads.lengths.length
  const first = model.classFrom[p]!
  const last = model.classFrom[p + 1]!
  const stages = model.stages[p]!
  row.fill(Number.POSITIVE_INFINITY, 0, size)
  row[0] = 0
  let c = first
  for (let stage = 0; stage < stages; stage++) {
    const after = (stage + 1) * size
    for (let load = 0; load < size; load++) row[after + load] = row[after - size + load]!
    for (; c < last && classStage[c] === stage; c++) {
      const cost = lineCost[c - first]!
      if (cost === Number.POSITIVE_INFINITY) continue
      const before = classBefore[c]! * size
      const length = classLength[c]!
      for (let load = 0; load < size; load++) {
        const to = next[load * lengths + length]!
        if (to < 0 || minutes[to]! > most) continue
        const value = row[before + load]! + cost
        if (value < row[after + to]!) row[after + to] = value
      }
    }
  }
}

function trace(line: Line, p: number, loads: Loads, bestLoad: number): void {
  const { model, row, lineCost, classBest, found } = line
  const { size } = loads
  const first = model.classFrom[p]!
  let c = model.classFrom[p + 1]! - 1
  let stage = model.stages[p]!
  let load = bestLoad
  line.size = 0
  while (stage > 0) {
    const value = row[stage * size + load]!
    if (row[(stage - 1) * size + load] === value) {
      stage--
      continue
    }
    while (model.classStage[c]! >= stage) c--
    let at = c + 1
    let came = -1
    while (came < 0) {
      at--
      came = cameFrom(line, loads, at, load, value, lineCost[at - first]!)
    }
    found[line.size++] = classBest[at - first]!
    stage = model.classBefore[at]!
    load = came
  }
}

function cameFrom(
  { model, row }: Line,
  loads: Loads,
  c: number,
  load: number,
  value: number,
  cost: number
): number {
  const before = model.classBefore[c]! * loads.size
  const length = model.classLength[c]!
  for (let from = 0; from < loads.size; from++) {
    if (loads.next[from * loads.lengths.length + length] === load && row[before + from]! + cost === value)
      return from
  }
  return -1
}
