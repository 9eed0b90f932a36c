import { burdenCost } from './burden.ts'
import { mostPointsBelow, restOf } from './cheapest-chain.ts'
import type { Loads } from './loads.ts'
import { reachOf } from './price-search.ts'
import { SAME, type Search } from './search.ts'

/**
 * How far above what is proven (in what the first unpopular point costs) the cheapest schedule is looked for at first: the
 * nearer, the fewer chains are worth following.
 */
const NEAR = 4

/** The person whose schedule is sought, and what of the table is worth filling. */
type Quest = {
  readonly p: number
  readonly loads: Loads
  readonly reach: number
  /** so many numbers of points are told apart */
  readonly width: number
  /** the price of a shift where loads do not tell numbers of shifts apart */
  readonly shiftPrice: number
  /** which of the loads that tell no numbers of shifts apart each load is, and how many of those were worth reaching */
  readonly freeOf: Int32Array
  readonly freeReach: number
  /** schedules that cost less are looked for */
  readonly limit: number
}

/**
 * Looks for a schedule cheaper than the one found by prices, with a table of stages, loads (those at `place`) and points;
 * numbers of shifts that loads do not tell apart have their price. Says whether `found` is then the cheapest: it is unless the
 * best has too many shifts, or too few for their price.
 */
export function searchTable(search: Search, p: number, place: number): boolean {
  const { unpopular } = search.model.problem.weights
  const all = search.cost - SAME
  const near = search.least + NEAR * unpopular * search.model.scale + 1
  if (near < all) {
    const answer = searchBelow(search, p, place, near)
    if (answer !== undefined) return answer
  }
  return searchBelow(search, p, place, all) ?? true
}

/** The same for schedules below a limit: nothing if there is none. */
function searchBelow(search: Search, p: number, place: number, limit: number): boolean | undefined {
  const { model, loads, mostMinutes, freeOf } = search
  const quest = {
    p,
    loads: loads[place]!,
    reach: reachOf(loads[place]!, mostMinutes),
    width: mostPointsBelow(search, p, limit) + 1,
    shiftPrice: place === model.loadsOfPerson[p] ? 0 : search.shiftPrice,
    freeOf: freeOf[place]!,
    freeReach: reachOf(loads[model.freeLoads[p]!]!, mostMinutes),
    limit
  }
  fillTable(search, quest)
  return readBest(search, quest)
}

/** Chains are followed as long as they, and the cheapest way on from them at the prices tried last, stay below the limit. */
function fillTable(search: Search, quest: Quest): void {
  const { p, loads, reach, width, shiftPrice, freeOf, freeReach } = quest
  const limit = quest.limit - restOf(search, p)
  const { model, classCost, lineCost, toEnd } = search
  const { classStage, classBefore, classPoints, classLength } = model
  const { next } = loads
  const kinds = loads.lengths.length
  const first = model.classFrom[p]!
  const last = model.classFrom[p + 1]!
  const stages = model.stages[p]!
  const row = reach * width
  if (search.cells.length < (stages + 1) * row) search.cells = new Float64Array((stages + 1) * row)
  if (search.lowest.length < (stages + 1) * reach) search.lowest = new Float64Array((stages + 1) * reach)
  const { cells, lowest } = search
  cells.fill(Number.POSITIVE_INFINITY, 0, row)
  cells[0] = 0
  lowest.fill(Number.POSITIVE_INFINITY, 0, reach)
  lowest[0] = 0
  let c = first
  for (let stage = 0; stage < stages; stage++) {
    const after = (stage + 1) * row
    cells.copyWithin(after, after - row, after)
    const into = (stage + 1) * reach
    lowest.copyWithin(into, into - reach, into)
    for (; c < last && classStage[c] === stage; c++) {
      const cost = classCost[c - first]! + shiftPrice
      if (cost === Number.POSITIVE_INFINITY) continue
      const points = classPoints[c]!
      const length = classLength[c]!
      const count = width - points
      let from = classBefore[c]! * row
      const line = lineCost[c - first]!
      const before = classBefore[c]! * reach
      const end = (stage + 1) * freeReach
      for (let load = 0; load < reach; load++, from += width) {
        const to = next[load * kinds + length]!
        if (to < 0 || to >= reach) continue
        const low = lowest[before + load]! + line
        if (low + toEnd[end + freeOf[to]!]! >= limit) continue
        if (low < lowest[into + to]!) lowest[into + to] = low
        const target = after + to * width + points
        for (let k = 0; k < count; k++) {
          const value = cells[from + k]! + cost
          if (value < cells[target + k]!) cells[target + k] = value
        }
      }
    }
  }
}

/** Takes the cheapest of the chains that came to the end below the limit, if there is one; says what it proves. */
function readBest(search: Search, quest: Quest): boolean | undefined {
  const { model, cells, chain, found, classBest } = search
  const { p, loads, reach, width, shiftPrice } = quest
  const { maxShifts } = model.problem.people[p]!
  const last = model.stages[p]! * reach * width
  const rest = model.fixedCost[p]! - (shiftPrice > 0 ? shiftPrice * maxShifts : 0)
  let best = quest.limit
  let bestLoad = -1
  let bestPoints = 0
  for (let load = 0; load < reach; load++) {
    for (let k = 0; k < width; k++) {
      const cell = cells[last + load * width + k]!
      if (cell + rest >= best) continue
      const value = cell + rest + burdenCost(model, p, loads.minutes[load]!, k)
      if (value >= best) continue
      best = value
      bestLoad = load
      bestPoints = k
    }
  }
  search.least = Math.max(search.least, Math.min(search.cost, best))
  if (bestLoad < 0) return undefined
  const held = trace(search, quest, bestLoad, bestPoints)
  if (held > maxShifts) return false
  search.cost = best + (shiftPrice > 0 ? shiftPrice * (maxShifts - held) : 0)
  search.size = held
  for (let i = 0; i < held; i++) found[i] = classBest[chain[i]!]!
  return search.cost - search.least < SAME
}

/** Walks back through the table and lists the classes of the chain. Gives how many they are. */
function trace(search: Search, quest: Quest, load: number, points: number): number {
  const { model, cells, chain } = search
  const { p, reach, width } = quest
  const { classStage, classBefore, classPoints } = model
  const first = model.classFrom[p]!
  const row = reach * width
  let c = model.classFrom[p + 1]! - 1
  let held = 0
  for (let stage = model.stages[p]!; stage > 0; ) {
    const value = cells[stage * row + load * width + points]!
    if (cells[(stage - 1) * row + load * width + points] === value) {
      stage--
      continue
    }
    while (classStage[c]! >= stage) c--
    let at = c + 1
    let came = -1
    while (came < 0) came = cameFrom(search, quest, --at, load, points, value)
    chain[held++] = at - first
    points -= classPoints[at]!
    stage = classBefore[at]!
    load = came
  }
  return held
}

/** With which load a chain may have come to class c; -1 if with none. */
function cameFrom(
  { model, cells, classCost }: Search,
  { p, loads, reach, width, shiftPrice }: Quest,
  c: number,
  load: number,
  points: number,
  value: number
): number {
  const k = points - model.classPoints[c]!
  const cost = classCost[c - model.classFrom[p]!]! + shiftPrice
  if (k < 0 || cost === Number.POSITIVE_INFINITY) return -1
  const before = model.classBefore[c]! * reach * width + k
  const kinds = loads.lengths.length
  const length = model.classLength[c]!
  for (let from = 0; from < reach; from++)
    if (loads.next[from * kinds + length] === load && cells[before + from * width]! + cost === value)
      return from
  return -1
}
