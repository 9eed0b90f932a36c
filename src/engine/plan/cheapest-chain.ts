import { burdenCost } from './burden.ts'
import type { Loads } from './loads.ts'
import { SAME, type Search } from './search.ts'

/** Costs are rounded to whole numbers: two of them may differ by this. */
export const ROUNDING = 2

/** What so many unpopular points cost besides those carried, in `scale`. */
export function pointsCost({ model }: Search, p: number, points: number): number {
  const carried = model.problem.people[p]!.carriedUnpopular ?? 0
  return Math.round(model.problem.weights.unpopular * points * (2 * carried + points) * model.scale)
}

/** Finds the cheapest chain at a price for every point, and what it proves; keeps its schedule. Gives its points. */
export function tryPrice(search: Search, p: number, loads: Loads, reach: number, price: number): number {
  setPointPrice(search, p, price)
  lookAhead(search, p, loads, reach)
  const points = followChain(search, p, loads, reach)
  search.least = Math.max(search.least, search.toEnd[0]! + restOf(search, p))
  search.mostPoints = mostPointsBelow(search, p, search.cost)
  return points
}

/** What a schedule costs beyond the prices of its points and shifts, at least. */
export function restOf({ model, pointRest, shiftPrice }: Search, p: number): number {
  const { weights, people } = model.problem
  const { maxShifts, carriedUnpopular = 0 } = people[p]!
  const unit = weights.unpopular * model.scale
  const isWhole = Number.isInteger(unit) && Number.isInteger(2 * unit * carriedUnpopular)
  const repaid = shiftPrice > 0 ? shiftPrice * maxShifts : 0
  return pointRest + model.fixedCost[p]! - repaid - (isWhole ? 0 : ROUNDING)
}

/** The most points a schedule that costs less than a limit may have, as the price tried last tells. */
export function mostPointsBelow(search: Search, p: number, limit: number): number {
  const { pointPrice, pointRest, toEnd, mostPoints } = search
  const above = limit - toEnd[0]! - restOf(search, p) + SAME
  let n = mostPoints
  while (n > 0 && pointsCost(search, p, n) - pointPrice * n - pointRest > above) n--
  return n
}

/** Charges every class its points at one price, and says what points cost at least beyond it. */
function setPointPrice(search: Search, p: number, price: number): void {
  const { model, lineCost, classCost, shiftPrice } = search
  let rest = Number.POSITIVE_INFINITY
  for (let n = 0; n <= model.mostPoints[p]!; n++) rest = Math.min(rest, pointsCost(search, p, n) - price * n)
  search.pointPrice = price
  search.pointRest = rest
  const first = model.classFrom[p]!
  const classes = model.classFrom[p + 1]! - first
  for (let c = 0; c < classes; c++)
    lineCost[c] = classCost[c]! + shiftPrice + price * model.classPoints[first + c]!
}

/** From the last stage to the first: with each load a chain goes on with a class, or waits for the next stage. */
function lookAhead(search: Search, p: number, loads: Loads, reach: number): void {
  const { model, classLatest, lineCost, toEnd } = search
  const { classStage, classBefore, classLength } = model
  const { next, minutes, lengths } = loads
  const first = model.classFrom[p]!
  const end = model.classFrom[p + 1]!
  const stages = model.stages[p]!
  const kinds = lengths.length
  for (let load = 0; load < reach; load++)
    toEnd[stages * reach + load] = burdenCost(model, p, minutes[load]!, 0)
  for (let stage = stages - 1, i = first; stage >= 0; stage--) {
    const here = stage * reach
    for (let load = 0; load < reach; load++) toEnd[here + load] = toEnd[here + reach + load]!
    for (; i < end && classBefore[first + classLatest[i]!] === stage; i++) {
      const c = classLatest[i]!
      const cost = lineCost[c]!
      if (cost === Number.POSITIVE_INFINITY) continue
      const after = (classStage[first + c]! + 1) * reach
      const length = classLength[first + c]!
      for (let load = 0; load < reach; load++) {
        const to = next[load * kinds + length]!
        if (to < 0 || to >= reach) continue
        const value = toEnd[after + to]! + cost
        if (value < toEnd[here + load]!) toEnd[here + load] = value
      }
    }
  }
}

/** Walks the cheapest chain and keeps it (without its dearest shifts if there are too many). Gives its points. */
function followChain(search: Search, p: number, loads: Loads, reach: number): number {
  const { model, classLatest, toEnd, chain } = search
  const { classStage, classPoints, classBefore } = model
  const first = model.classFrom[p]!
  const stages = model.stages[p]!
  let at = model.classFrom[p + 1]! - 1
  let load = 0
  let held = 0
  let points = 0
  for (let stage = 0; stage < stages; ) {
    if (toEnd[(stage + 1) * reach + load] === toEnd[stage * reach + load]) {
      stage++
      continue
    }
    while (classBefore[first + classLatest[at]!]! < stage) at--
    while (!goesOn(search, p, loads, reach, classLatest[at]!, stage, load)) at--
    const c = classLatest[at]!
    load = loads.next[load * loads.lengths.length + model.classLength[first + c]!]!
    stage = classStage[first + c]! + 1
    points += classPoints[first + c]!
    chain[held++] = c
  }
  search.held = held
  keepChain(search, p, loads, leaveOutDearest(search, p))
  return points
}

/** Whether the cheapest chain with this load goes on with class c here. */
function goesOn(
  { model, toEnd, lineCost }: Search,
  p: number,
  loads: Loads,
  reach: number,
  c: number,
  stage: number,
  load: number
): boolean {
  const at = model.classFrom[p]! + c
  const to = loads.next[load * loads.lengths.length + model.classLength[at]!]!
  return (
    to >= 0 &&
    to < reach &&
    toEnd[(model.classStage[at]! + 1) * reach + to]! + lineCost[c]! === toEnd[stage * reach + load]
  )
}

/** Any part of a chain is one as well: drops shifts until there are as few as may be. Gives how many are left. */
function leaveOutDearest({ model, chain, classCost, held }: Search, p: number): number {
  const { maxShifts } = model.problem.people[p]!
  let left = held
  for (; left > maxShifts; left--) {
    let dearest = 0
    for (let i = 1; i < left; i++) if (classCost[chain[i]!]! > classCost[chain[dearest]!]!) dearest = i
    chain.copyWithin(dearest, dearest + 1, left)
  }
  return left
}

function keepChain(search: Search, p: number, loads: Loads, held: number): void {
  const { model, chain, found, classBest, classCost } = search
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
  cost += burdenCost(model, p, minutes, points)
  if (cost >= search.cost) return
  search.cost = cost
  search.size = held
  for (let i = 0; i < held; i++) found[i] = classBest[chain[i]!]!
}
