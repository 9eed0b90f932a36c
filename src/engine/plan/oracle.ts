import { type Line, pointsCost, SAME, searchLine } from './line-search.ts'
import type { Loads } from './loads.ts'
import { KINDS, type Model } from './model.ts'

/**
 * Finds one person's cheapest schedule, given what each shift costs somebody of their kind. Exact: a search over stages
 * (chains that keep rest and spacing) with loads (shifts and minutes) and unpopular points as its state, both of which cost
 * a convex amount at the end. Most answers are found without that state; else it is only kept where a chain can still
 * become cheaper than what was found (see `searchLine`).
 */
export type Oracle = Line & {
  /** cost of being on shift s for kind k, at `k * shifts + s`; `Infinity` forbids */
  readonly shiftCost: Float64Array
  /** what shift s costs this person besides, for the sake of their team; only those that fit need be set */
  readonly teamCost: Float64Array
  /** per stage, load and points, the cheapest chain up to there, with a price for every point */
  readonly table: Float64Array
  /** per stage and load, the fewest and the most points of a chain worth going on with; most -1 when there is none */
  readonly fewest: Int32Array
  readonly most: Int32Array
}

/** Makes an oracle with all shifts free of charge. */
export function oracleOf(model: Model): Oracle {
  let cells = 1
  let rows = 1
  let classes = 1
  let most = 1
  let stages = 1
  for (let p = 0; p < model.people; p++) {
    const loads = model.loads[model.loadsOfPerson[p]!]!
    rows = Math.max(rows, (model.stages[p]! + 1) * loads.size)
    cells = Math.max(cells, (model.stages[p]! + 1) * loads.size * (model.mostPoints[p]! + 1))
    classes = Math.max(classes, model.classFrom[p + 1]! - model.classFrom[p]!)
    most = Math.max(most, loads.mostShifts)
    stages = Math.max(stages, model.stages[p]! + 1)
    rows = Math.max(rows, (model.stages[p]! + 1) * model.loads[model.freeLoads[p]!]!.size)
  }
  return {
    model,
    shiftCost: new Float64Array(KINDS * model.shifts),
    teamCost: new Float64Array(model.shifts),
    found: new Int32Array(most),
    size: 0,
    cost: 0,
    least: 0,
    reach: 0,
    pointPrice: 0,
    pointRest: 0,
    table: new Float64Array(cells),
    fewest: new Int32Array(rows),
    most: new Int32Array(rows),
    ahead: new Float64Array(rows),
    classCost: new Float64Array(classes),
    classBest: new Int32Array(classes),
    lineCost: new Float64Array(classes),
    chain: new Int32Array(stages),
    points: new Uint16Array(model.people),
    counted: new Uint8Array(model.people)
  }
}

/** What mending a broken shift earns: more than anything a person's schedule may cost. */
export const MUST = 2 ** 42

/** What keeping a locked shift earns: more than mending as many shifts as a person may ever hold. */
export const LOCK = 2 ** 47

/**
 * How far above what no schedule can cost less than (in what the first point costs) the cheapest is looked for at first, and
 * so many times further when it is not there.
 */
const NEAR = 2
const FURTHER = 4

/**
 * Solves for person p: leaves the schedule in `found` and gives its cost, the person's own terms included (quota, points,
 * wishes, changes).
 */
export function solve(oracle: Oracle, p: number): number {
  priceClasses(oracle, p)
  if (searchLine(oracle, p)) return oracle.cost
  const { model } = oracle
  const loads = model.loads[model.loadsOfPerson[p]!]!
  const start = oracle.pointRest + model.fixedCost[p]!
  for (let near = NEAR * model.problem.weights.unpopular * model.scale + 1; ; near *= FURTHER) {
    const limit = Math.min(oracle.cost - SAME, oracle.least + near)
    fillTable(oracle, p, loads, limit - start)
    readBest(oracle, p, loads)
    if (oracle.cost - SAME <= oracle.least + near) return oracle.cost
  }
}

function priceClasses(oracle: Oracle, p: number): void {
  const { model, shiftCost, teamCost, classCost, classBest } = oracle
  const { pairShift, pairCost, classPair } = model
  const row = model.kind[p]! * model.shifts
  const first = model.classFrom[p]!
  const last = model.classFrom[p + 1]!
  for (let c = first; c < last; c++) {
    let best = Number.POSITIVE_INFINITY
    let at = -1
    const end = classPair[c + 1]!
    for (let pair = classPair[c]!; pair < end; pair++) {
      const s = pairShift[pair]!
      const cost = pairCost[pair]! + shiftCost[row + s]! + teamCost[s]!
      if (cost >= best) continue
      best = cost
      at = pair
    }
    classCost[c - first] = best
    classBest[c - first] = at
  }
  for (const pair of model.locked.get(p) ?? []) favour(oracle, p, pair)
}

/** Makes a pair's class contain that pair alone, with the reward of what must be kept. */
function favour(oracle: Oracle, p: number, pair: number): void {
  const { model, classCost, classBest, shiftCost, teamCost } = oracle
  const first = model.classFrom[p]!
  let c = first
  while (model.classPair[c + 1]! <= pair) c++
  const s = model.pairShift[pair]!
  const cost = shiftCost[model.kind[p]! * model.shifts + s]! + teamCost[s]!
  classCost[c - first] = model.pairCost[pair]! + (Number.isFinite(cost) ? cost : 0) - LOCK
  classBest[c - first] = pair
}

/**
 * Lists chains stage by stage, those alone that can end below `limit`: what they cost so far and what any chain with their
 * load costs from there on is less. Cells outside a row's fewest and most points hold nothing meant: they are never read.
 */
function fillTable(oracle: Oracle, p: number, loads: Loads, limit: number): void {
  const { model, table, fewest, most, lineCost } = oracle
  const { classStage, classBefore, classPoints, classLength } = model
  const { size } = loads
  const width = model.mostPoints[p]! + 1
  const first = model.classFrom[p]!
  const last = model.classFrom[p + 1]!
  const stages = model.stages[p]!
  most.fill(-1, 0, (stages + 1) * size)
  table[0] = 0
  fewest[0] = 0
  most[0] = 0
  let c = first
  for (let stage = 0; stage < stages; stage++) {
    carry(oracle, stage * size, size, width, limit)
    for (; c < last && classStage[c] === stage; c++) {
      const cost = lineCost[c - first]!
      if (cost === Number.POSITIVE_INFINITY) continue
      extend(
        oracle,
        loads,
        width,
        classBefore[c]! * size,
        (stage + 1) * size,
        classLength[c]!,
        classPoints[c]!,
        cost,
        limit
      )
    }
  }
}

/** Chains that wait for the next stage, as far as they are still worth it. */
function carry(
  { table, fewest, most, ahead }: Oracle,
  from: number,
  size: number,
  width: number,
  limit: number
): void {
  for (let row = from; row < from + size; row++) {
    const end = most[row]!
    if (end < 0) continue
    const source = row * width
    const rest = limit - ahead[row + size]!
    for (let k = fewest[row]!; k <= end; k++) {
      const value = table[source + k]!
      if (value < rest) put(table, fewest, most, row + size, k, width, value)
    }
  }
}

/** Adds one shift to every chain before it (rows from `before` on). */
function extend(
  { table, fewest, most, ahead, reach }: Oracle,
  { size, next, lengths }: Loads,
  width: number,
  before: number,
  after: number,
  length: number,
  points: number,
  cost: number,
  limit: number
): void {
  const kinds = lengths.length
  for (let load = 0; load < reach; load++) {
    const end = most[before + load]!
    if (end < 0) continue
    const to = next[load * kinds + length]!
    if (to < 0 || to >= reach) continue
    const source = (before + load) * width
    const rest = limit - ahead[after + to]! - cost
    for (let k = fewest[before + load]!; k <= end; k++) {
      const value = table[source + k]!
      if (value < rest) put(table, fewest, most, after + to, k + points, width, value + cost)
    }
  }
}

/** Keeps a chain if it is the cheapest in its cell; the row reaches as far then, with nothing in the cells between. */
function put(
  table: Float64Array,
  fewest: Int32Array,
  most: Int32Array,
  row: number,
  points: number,
  width: number,
  value: number
): void {
  const cells = row * width
  if (most[row]! < 0) {
    fewest[row] = points
    most[row] = points
    table[cells + points] = value
    return
  }
  while (most[row]! < points) table[cells + ++most[row]!] = Number.POSITIVE_INFINITY
  while (fewest[row]! > points) table[cells + --fewest[row]!] = Number.POSITIVE_INFINITY
  if (value < table[cells + points]!) table[cells + points] = value
}

/** Looks among the chains that came to the end for one cheaper than what was found. */
function readBest(oracle: Oracle, p: number, loads: Loads): void {
  const { model, table, fewest, most, ahead, pointPrice } = oracle
  const last = model.stages[p]! * loads.size
  const width = model.mostPoints[p]! + 1
  let bestLoad = -1
  let bestPoints = 0
  for (let load = 0; load < loads.size; load++) {
    if (most[last + load]! < 0) continue
    const end = model.fixedCost[p]! + ahead[last + load]!
    for (let k = fewest[last + load]!; k <= most[last + load]!; k++) {
      const value = table[(last + load) * width + k]! + end + pointsCost(model, p, k) - pointPrice * k
      if (value >= oracle.cost) continue
      oracle.cost = value
      bestLoad = load
      bestPoints = k
    }
  }
  if (bestLoad >= 0) trace(oracle, p, loads, bestLoad, bestPoints)
}

/** Walks back through the table and lists the pairs of the schedule. */
function trace(oracle: Oracle, p: number, loads: Loads, load: number, points: number): void {
  const { model, classBest, found } = oracle
  const first = model.classFrom[p]!
  let c = model.classFrom[p + 1]! - 1
  let stage = model.stages[p]!
  let size = 0
  while (stage > 0) {
    const value = cellAt(oracle, p, stage * loads.size + load, points)
    if (cellAt(oracle, p, (stage - 1) * loads.size + load, points) === value) {
      stage--
      continue
    }
    while (model.classStage[c]! >= stage) c--
    let at = c + 1
    let came = -1
    while (came < 0) {
      at--
      came = cameFrom(oracle, p, loads, at, load, points, value)
    }
    found[size++] = classBest[at - first]!
    points -= model.classPoints[at]!
    stage = model.classBefore[at]!
    load = came
  }
  oracle.size = size
}

function cellAt({ model, table, fewest, most }: Oracle, p: number, row: number, points: number): number {
  const isMeant = points >= fewest[row]! && points <= most[row]!
  return isMeant ? table[row * (model.mostPoints[p]! + 1) + points]! : Number.POSITIVE_INFINITY
}

function cameFrom(
  oracle: Oracle,
  p: number,
  loads: Loads,
  c: number,
  load: number,
  points: number,
  value: number
): number {
  const { model, lineCost } = oracle
  const cost = lineCost[c - model.classFrom[p]!]!
  if (cost === Number.POSITIVE_INFINITY) return -1
  const before = model.classBefore[c]! * loads.size
  for (let from = 0; from < loads.size; from++) {
    if (loads.next[from * loads.lengths.length + model.classLength[c]!] !== load) continue
    if (cellAt(oracle, p, before + from, points - model.classPoints[c]!) + cost === value) return from
  }
  return -1
}
