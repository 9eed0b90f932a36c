import { type Line, loadCost, pointsCost } from './line-search.ts'
import type { Loads } from './loads.ts'

/** Room for the exact search: per stage, load and points the cheapest chain up to there, priced as in `lineCost`. */
export type Table = Line & {
  readonly cells: Float64Array
  /** per stage and load, the fewest and the most points of a chain worth going on with; most -1 when there is none */
  readonly fewest: Int32Array
  readonly most: Int32Array
}

/** The person whose schedule is sought: where their rows are, and the loads without count that `ahead` knows. */
type Quest = {
  readonly p: number
  readonly loads: Loads
  readonly free: Loads
  readonly freeOf: Int32Array
  readonly width: number
  /** what a chain and the cheapest way on from it must stay below */
  readonly limit: number
}

/**
 * Looks for a schedule that costs less than `limit`, and less than the one found: lists chains stage by stage, those alone
 * that can end so, for what they cost so far and what the cheapest way on costs with their load (`ahead`) is less. The
 * cheapest of those that come to the end becomes `found`.
 */
export function searchTable(table: Table, p: number, limit: number): void {
  const { model } = table
  const place = model.loadsOfPerson[p]!
  const quest: Quest = {
    p,
    loads: model.loads[place]!,
    free: model.loads[model.freeLoads[p]!]!,
    freeOf: model.freeOf.get(place)!,
    width: model.mostPoints[p]! + 1,
    limit: limit - table.rest
  }
  fillTable(table, quest)
  readBest(table, quest)
}

/** Cells outside a row's fewest and most points hold nothing meant: they are never read. */
function fillTable(table: Table, quest: Quest): void {
  const { model, cells, fewest, most, lineCost } = table
  const { p, loads } = quest
  const first = model.classFrom[p]!
  const last = model.classFrom[p + 1]!
  const stages = model.stages[p]!
  most.fill(-1, 0, (stages + 1) * loads.size)
  cells[0] = 0
  fewest[0] = 0
  most[0] = 0
  let c = first
  for (let stage = 0; stage < stages; stage++) {
    wait(table, quest, stage)
    for (; c < last && model.classStage[c] === stage; c++)
      if (lineCost[c - first] !== Number.POSITIVE_INFINITY) extend(table, quest, c)
  }
}

/** Chains that wait for the next stage. */
function wait({ cells, fewest, most, ahead }: Table, quest: Quest, stage: number): void {
  const { loads, free, freeOf, width, limit } = quest
  const here = stage * loads.size
  const after = (stage + 1) * free.size
  for (let load = 0; load < loads.size; load++) {
    const end = most[here + load]!
    if (end < 0) continue
    const from = (here + load) * width
    const below = limit - ahead[after + freeOf[load]!]!
    const row = here + loads.size + load
    for (let k = fewest[here + load]!; k <= end; k++) {
      const value = cells[from + k]!
      if (value < below) put(cells, fewest, most, row, k, width, value)
    }
  }
}

/** Adds class c to every chain that it may follow. */
function extend(
  { model, cells, fewest, most, ahead, lineCost, reach }: Table,
  quest: Quest,
  c: number
): void {
  const { p, loads, free, freeOf, width, limit } = quest
  const cost = lineCost[c - model.classFrom[p]!]!
  const points = model.classPoints[c]!
  const length = model.classLength[c]!
  const before = model.classBefore[c]! * loads.size
  const stage = model.classStage[c]! + 1
  const kinds = loads.lengths.length
  for (let load = 0; load < loads.size; load++) {
    const end = most[before + load]!
    if (end < 0) continue
    const to = loads.next[load * kinds + length]!
    if (to < 0 || freeOf[to]! >= reach) continue
    const from = (before + load) * width
    const below = limit - ahead[stage * free.size + freeOf[to]!]! - cost
    for (let k = fewest[before + load]!; k <= end; k++) {
      const value = cells[from + k]!
      if (value < below) put(cells, fewest, most, stage * loads.size + to, k + points, width, value + cost)
    }
  }
}

/** Keeps a chain if it is the cheapest in its cell; the row reaches as far then, with nothing in the cells between. */
function put(
  cells: Float64Array,
  fewest: Int32Array,
  most: Int32Array,
  row: number,
  points: number,
  width: number,
  value: number
): void {
  const from = row * width
  if (most[row]! < 0) {
    fewest[row] = points
    most[row] = points
    cells[from + points] = value
    return
  }
  while (most[row]! < points) cells[from + ++most[row]!] = Number.POSITIVE_INFINITY
  while (fewest[row]! > points) cells[from + --fewest[row]!] = Number.POSITIVE_INFINITY
  if (value < cells[from + points]!) cells[from + points] = value
}

/** Looks among the chains that came to the end for one cheaper than what was found. */
function readBest(table: Table, quest: Quest): void {
  const { model, fewest, most, pointPrice, shiftPrice } = table
  const { p, loads } = quest
  const last = model.stages[p]! * loads.size
  let bestLoad = -1
  let bestPoints = 0
  for (let load = 0; load < loads.size; load++) {
    if (most[last + load]! < 0) continue
    const end =
      model.fixedCost[p]! + loadCost(model, p, loads.minutes[load]!) - shiftPrice * loads.counts[load]!
    for (let k = fewest[last + load]!; k <= most[last + load]!; k++) {
      const value = cellAt(table, quest, last + load, k) + end + pointsCost(model, p, k) - pointPrice * k
      if (value >= table.cost) continue
      table.cost = value
      bestLoad = load
      bestPoints = k
    }
  }
  if (bestLoad >= 0) trace(table, quest, bestLoad, bestPoints)
}

/** Walks back through the table and lists the pairs of the schedule. */
function trace(table: Table, quest: Quest, load: number, points: number): void {
  const { model, classBest, found } = table
  const { p, loads } = quest
  const first = model.classFrom[p]!
  let c = model.classFrom[p + 1]! - 1
  let stage = model.stages[p]!
  let size = 0
  while (stage > 0) {
    const value = cellAt(table, quest, stage * loads.size + load, points)
    if (cellAt(table, quest, (stage - 1) * loads.size + load, points) === value) {
      stage--
      continue
    }
    while (model.classStage[c]! >= stage) c--
    let at = c + 1
    let came = -1
    while (came < 0) {
      at--
      came = cameFrom(table, quest, at, load, points, value)
    }
    found[size++] = classBest[at - first]!
    points -= model.classPoints[at]!
    stage = model.classBefore[at]!
    load = came
  }
  table.size = size
}

function cellAt({ cells, fewest, most }: Table, { width }: Quest, row: number, points: number): number {
  const isMeant = points >= fewest[row]! && points <= most[row]!
  return isMeant ? cells[row * width + points]! : Number.POSITIVE_INFINITY
}

/** With which load a chain may have come to class c; -1 if with none. */
function cameFrom(
  table: Table,
  quest: Quest,
  c: number,
  load: number,
  points: number,
  value: number
): number {
  const { model, lineCost } = table
  const { p, loads } = quest
  const cost = lineCost[c - model.classFrom[p]!]!
  if (cost === Number.POSITIVE_INFINITY) return -1
  const before = model.classBefore[c]! * loads.size
  for (let from = 0; from < loads.size; from++) {
    if (loads.next[from * loads.lengths.length + model.classLength[c]!] !== load) continue
    if (cellAt(table, quest, before + from, points - model.classPoints[c]!) + cost === value) return from
  }
  return -1
}
