import type { Loads } from './loads.ts'
import type { Scout } from './scout.ts'
import { loadCost, pointsCost } from './scout-chains.ts'

/** The person whose schedule is sought: where their rows are, and the loads without count that `toEnd` knows. */
type Quest = {
  readonly p: number
  readonly loads: Loads
  readonly free: Loads
  readonly freeOf: Int32Array
  readonly width: number
  /** rows in use */
  rows: number
  /** what a chain and the cheapest way on from it must stay below */
  readonly limit: number
}

/**
 * Looks for a schedule that costs less than `limit`, and less than the one found: lists chains stage by stage, those alone
 * that can end so, for what they cost so far and what the cheapest way on costs with their load (`toEnd`) is less. The
 * cheapest of those that come to the end becomes `found`.
 */
export function scoutTable(scout: Scout, p: number, limit: number): void {
  const { model } = scout
  const place = model.loadsOfPerson[p]!
  const quest: Quest = {
    p,
    loads: scout.loads.get(place)!,
    free: scout.loads.get(model.freeLoads[p]!)!,
    freeOf: scout.freeOf.get(place)!,
    width: model.mostPoints[p]! + 1,
    rows: 1,
    limit: limit - scout.rest
  }
  fillTable(scout, quest)
  readBest(scout, quest)
}

/** Cells outside a row's fewest and most points hold nothing meant: they are never read. */
function fillTable(scout: Scout, quest: Quest): void {
  const { model, cells, rowAt, fewest, most, lineCost } = scout
  const { p, loads } = quest
  const { size } = loads
  const first = model.classFrom[p]!
  const last = model.classFrom[p + 1]!
  const stages = model.stages[p]!
  rowAt.fill(-1, 0, size)
  rowAt[0] = 0
  cells[0] = 0
  fewest[0] = 0
  most[0] = 0
  let c = first
  for (let stage = 0; stage < stages; stage++) {
    rowAt.copyWithin((stage + 1) * size, stage * size, (stage + 1) * size)
    for (; c < last && model.classStage[c] === stage; c++)
      if (lineCost[c - first] !== Number.POSITIVE_INFINITY) extend(scout, quest, c)
  }
}

/** Adds class c to every chain that it may follow. */
function extend(scout: Scout, quest: Quest, c: number): void {
  const { model, cells, rowAt, fewest, most, toEnd, lineCost, reach } = scout
  const { p, loads, free, freeOf, width, limit } = quest
  const cost = lineCost[c - model.classFrom[p]!]!
  const points = model.classPoints[c]!
  const length = model.classLength[c]!
  const before = model.classBefore[c]! * loads.size
  const stage = model.classStage[c]! + 1
  const kinds = loads.lengths.length
  for (let load = 0; load < loads.size; load++) {
    const row = rowAt[before + load]!
    if (row < 0) continue
    const to = loads.next[load * kinds + length]!
    if (to < 0 || freeOf[to]! >= reach) continue
    const below = limit - toEnd[stage * free.size + freeOf[to]!]!
    const end = most[row]!
    for (let k = fewest[row]!; k <= end; k++) {
      const value = cells[row * width + k]! + cost
      if (value < below) put(scout, quest, stage * loads.size + to, k + points, value, below)
    }
  }
}

/** Keeps a chain if it is the cheapest with its stage, load and points. */
function put(scout: Scout, quest: Quest, at: number, points: number, value: number, below: number): void {
  const { cells, fewest, most } = scout
  const row = ownRow(scout, quest, at, below)
  const from = row * quest.width
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

/** A row for this stage and load alone, with those chains of the stage before in it that are still worth going on with. */
function ownRow({ cells, rowAt, fewest, most }: Scout, quest: Quest, at: number, below: number): number {
  const row = rowAt[at]!
  const last = rowAt[at - quest.loads.size]!
  if (row !== last) return row
  const own = quest.rows++
  rowAt[at] = own
  most[own] = -1
  if (row < 0) return own
  const end = most[row]!
  for (let k = fewest[row]!; k <= end; k++) {
    const value = cells[row * quest.width + k]!
    const isKept = value < below
    if (!isKept && most[own]! < 0) continue
    cells[own * quest.width + k] = isKept ? value : Number.POSITIVE_INFINITY
    if (most[own]! < 0) fewest[own] = k
    most[own] = k
  }
  return own
}

/** Looks among the chains that came to the end for one cheaper than what was found. */
function readBest(scout: Scout, quest: Quest): void {
  const { model, rowAt, fewest, most, pointPrice, shiftPrice } = scout
  const { p, loads } = quest
  const last = model.stages[p]! * loads.size
  let bestLoad = -1
  let bestPoints = 0
  for (let load = 0; load < loads.size; load++) {
    const row = rowAt[last + load]!
    if (row < 0) continue
    const end =
      model.fixedCost[p]! + loadCost(model, p, loads.minutes[load]!) - shiftPrice * loads.counts[load]!
    for (let k = fewest[row]!; k <= most[row]!; k++) {
      const value = cellAt(scout, quest, last + load, k) + end + pointsCost(model, p, k) - pointPrice * k
      if (value >= scout.cost) continue
      scout.cost = value
      bestLoad = load
      bestPoints = k
    }
  }
  if (bestLoad >= 0) trace(scout, quest, bestLoad, bestPoints)
}

/** Walks back through the table and lists the pairs of the schedule. */
function trace(scout: Scout, quest: Quest, load: number, points: number): void {
  const { model, classBest, found } = scout
  const { p, loads } = quest
  const first = model.classFrom[p]!
  let c = model.classFrom[p + 1]! - 1
  let stage = model.stages[p]!
  let size = 0
  while (stage > 0) {
    const value = cellAt(scout, quest, stage * loads.size + load, points)
    if (cellAt(scout, quest, (stage - 1) * loads.size + load, points) === value) {
      stage--
      continue
    }
    while (model.classStage[c]! >= stage) c--
    let at = c + 1
    let came = -1
    while (came < 0) {
      at--
      came = cameFrom(scout, quest, at, load, points, value)
    }
    found[size++] = classBest[at - first]!
    points -= model.classPoints[at]!
    stage = model.classBefore[at]!
    load = came
  }
  scout.size = size
}

function cellAt({ cells, rowAt, fewest, most }: Scout, { width }: Quest, at: number, points: number): number {
  const row = rowAt[at]!
  if (row < 0) return Number.POSITIVE_INFINITY
  const isMeant = points >= fewest[row]! && points <= most[row]!
  return isMeant ? cells[row * width + points]! : Number.POSITIVE_INFINITY
}

/** With which load a chain may have come to class c; -1 if with none. */
function cameFrom(
  scout: Scout,
  quest: Quest,
  c: number,
  load: number,
  points: number,
  value: number
): number {
  const { model, lineCost } = scout
  const { p, loads } = quest
  const cost = lineCost[c - model.classFrom[p]!]!
  if (cost === Number.POSITIVE_INFINITY) return -1
  const before = model.classBefore[c]! * loads.size
  for (let from = 0; from < loads.size; from++) {
    if (loads.next[from * loads.lengths.length + model.classLength[c]!] !== load) continue
    if (cellAt(scout, quest, before + from, points - model.classPoints[c]!) + cost === value) return from
  }
  return -1
}
