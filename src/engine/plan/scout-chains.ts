import type { Loads } from './loads.ts'
import type { Model } from './model.ts'
import type { Scout } from './scout.ts'

/** Finds the cheapest chain at a price for every point, and what it proves; keeps its schedule. Gives its points. */
export function tryPrice(scout: Scout, p: number, loads: Loads, price: number): number {
  const { model, shiftPrice } = scout
  setPointPrice(scout, p, price)
  lookAhead(scout, p, loads)
  scout.rest =
    scout.pointRest +
    model.fixedCost[p]! -
    shiftPrice * (shiftPrice > 0 ? model.problem.people[p]!.maxShifts : 0)
  scout.least = scout.toEnd[0]! + scout.rest
  return followChain(scout, p, loads)
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

/** Charges every class its points at one price, and says what points cost at least beyond it. */
function setPointPrice(scout: Scout, p: number, price: number): void {
  const { model, lineCost, classCost, shiftPrice } = scout
  let rest = Number.POSITIVE_INFINITY
  for (let n = 0; n <= model.mostPoints[p]!; n++) rest = Math.min(rest, pointsCost(model, p, n) - price * n)
  scout.pointPrice = price
  scout.pointRest = rest
  const first = model.classFrom[p]!
  const classes = model.classFrom[p + 1]! - first
  for (let c = 0; c < classes; c++)
    lineCost[c] = classCost[c]! + shiftPrice + price * model.classPoints[first + c]!
}

/** From the last stage to the first: with each load a chain goes on with a class, or waits for the next stage. */
function lookAhead({ model, classLatest, lineCost, toEnd, reach }: Scout, p: number, loads: Loads): void {
  const { classStage, classBefore, classLength } = model
  const { size, next, minutes, lengths } = loads
  const first = model.classFrom[p]!
  const end = model.classFrom[p + 1]!
  const stages = model.stages[p]!
  const kinds = lengths.length
  for (let load = 0; load < reach; load++) toEnd[stages * size + load] = loadCost(model, p, minutes[load]!)
  for (let stage = stages - 1, i = first; stage >= 0; stage--) {
    const here = stage * size
    for (let load = 0; load < reach; load++) toEnd[here + load] = toEnd[here + size + load]!
    for (; i < end && classBefore[first + classLatest[i]!] === stage; i++) {
      const c = classLatest[i]!
      const cost = lineCost[c]!
      if (cost === Number.POSITIVE_INFINITY) continue
      const after = (classStage[first + c]! + 1) * size
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
function followChain(scout: Scout, p: number, loads: Loads): number {
  const { model, classLatest, toEnd, chain } = scout
  const { classStage, classPoints, classBefore } = model
  const { size } = loads
  const first = model.classFrom[p]!
  const stages = model.stages[p]!
  let at = model.classFrom[p + 1]! - 1
  let load = 0
  let held = 0
  let points = 0
  for (let stage = 0; stage < stages; ) {
    if (toEnd[(stage + 1) * size + load] === toEnd[stage * size + load]) {
      stage++
      continue
    }
    while (classBefore[first + classLatest[at]!]! < stage) at--
    while (!goesOn(scout, p, loads, classLatest[at]!, stage, load)) at--
    const c = classLatest[at]!
    load = loads.next[load * loads.lengths.length + model.classLength[first + c]!]!
    stage = classStage[first + c]! + 1
    points += classPoints[first + c]!
    chain[held++] = c
  }
  scout.held = held
  scout.isTooLong = held > model.problem.people[p]!.maxShifts
  keepChain(scout, p, loads, scout.isTooLong ? leaveOutDearest(scout, p) : held)
  return points
}

/** Any part of a chain is one as well: drops shifts until there are as few as may be. Gives how many are left. */
function leaveOutDearest({ model, chain, classCost, held }: Scout, p: number): number {
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
  { model, toEnd, lineCost, reach }: Scout,
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
    toEnd[(model.classStage[at]! + 1) * loads.size + to]! + lineCost[c]! === toEnd[stage * loads.size + load]
  )
}

function keepChain(scout: Scout, p: number, loads: Loads, held: number): void {
  const { model, chain, found, classBest, classCost } = scout
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
  if (cost >= scout.cost) return
  scout.cost = cost
  scout.size = held
  for (let i = 0; i < held; i++) found[i] = classBest[chain[i]!]!
}
