import { type Line, searchLine } from './line-search.ts'
import type { Loads } from './loads.ts'
import { KINDS, type Model } from './model.ts'
import { FEW_LOADS, hasManyLoads, type Scout, scoutOf } from './scout.ts'
import { solveAhead } from './scout-ahead.ts'

/**
 * Finds one person's cheapest schedule, given what each shift costs somebody of their kind. Exact: a search over stages
 * (chains that keep rest and spacing) with loads (shifts and minutes) and unpopular points as its state, both of which cost
 * a convex amount at the end. Most people's answers need no telling points apart (see `searchLine`); people with many loads
 * are left to a scout.
 */
export type Oracle = Line & {
  /** cost of being on shift s for kind k, at `k * shifts + s`; `Infinity` forbids */
  readonly shiftCost: Float64Array
  /** what shift s costs this person besides, for the sake of their team; only those that fit need be set */
  readonly teamCost: Float64Array
  table: Float64Array
  /** per stage and load, the most points worth telling apart; -1 when the load cannot be reached */
  reach: Int32Array
  /** searches for people with many loads, if there are any */
  readonly scout: Scout | undefined
}

/** Makes an oracle with all shifts free of charge; people with more loads than `few` are left to a scout. */
export function oracleOf(model: Model, few = FEW_LOADS): Oracle {
  let cells = 1
  let rows = 1
  let classes = 1
  let most = 1
  let lines = 1
  for (let p = 0; p < model.people; p++) {
    const loads = model.loads[model.loadsOfPerson[p]!]!
    classes = Math.max(classes, model.classFrom[p + 1]! - model.classFrom[p]!)
    most = Math.max(most, loads.mostShifts)
    if (hasManyLoads(model, p, few)) continue
    rows = Math.max(rows, (model.stages[p]! + 1) * loads.size)
    cells = Math.max(cells, (model.stages[p]! + 1) * loads.size * (model.mostPoints[p]! + 1))
    lines = Math.max(lines, (model.stages[p]! + 1) * model.loads[model.freeLoads[p]!]!.size)
  }
  const found = new Int32Array(most)
  const classCost = new Float64Array(classes)
  const classBest = new Int32Array(classes)
  return {
    model,
    shiftCost: new Float64Array(KINDS * model.shifts),
    teamCost: new Float64Array(model.shifts),
    found,
    size: 0,
    table: new Float64Array(cells),
    reach: new Int32Array(rows),
    classCost,
    classBest,
    row: new Float64Array(lines),
    lineCost: new Float64Array(classes),
    points: new Uint16Array(model.people),
    waits: new Uint8Array(model.people),
    mostPoints: 0,
    mostMinutes: 0,
    scout: scoutOf(model, few, { classCost, classBest, found })
  }
}

/** What mending a broken shift earns: more than anything a person's schedule may cost. */
export const MUST = 2 ** 42

/** What keeping a locked shift earns: more than mending as many shifts as a person may ever hold. */
export const LOCK = 2 ** 47

/**
 * Solves for person p: leaves the schedule in `found` and gives its cost, the person's own terms included (quota, points,
 * wishes, changes). Roughly: a scout proves nothing, what it finds at once will do.
 */
export function solve(oracle: Oracle, p: number, isRough = false): number {
  const { model, scout } = oracle
  priceClasses(oracle, p)
  if (scout?.isMeant[p] === 1) {
    const cost = solveAhead(scout, p, isRough)
    oracle.size = scout.size
    return cost
  }
  const loads = model.loads[model.loadsOfPerson[p]!]!
  const width = model.mostPoints[p]! + 1
  const quick = searchLine(oracle, p)
  if (quick !== undefined) return quick
  fillTable(oracle, p, loads, width)
  return readBest(oracle, p, loads, width) + model.fixedCost[p]!
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

/** Cells beyond a row's reach hold nothing meant: they are never read. */
function fillTable(oracle: Oracle, p: number, loads: Loads, width: number): void {
  const { model, table, reach, classCost } = oracle
  const { classStage, classBefore, classPoints, classLength } = model
  const { size } = loads
  const first = model.classFrom[p]!
  const last = model.classFrom[p + 1]!
  const stages = model.stages[p]!
  reach.fill(-1, 0, size)
  table[0] = 0
  reach[0] = 0
  let c = first
  for (let stage = 0; stage < stages; stage++) {
    for (let row = stage * size; row < (stage + 1) * size; row++) {
      const top = reach[row]!
      reach[row + size] = top
      const to = (row + size) * width
      const from = row * width
      for (let k = 0; k <= top; k++) table[to + k] = table[from + k]!
    }
    for (; c < last && classStage[c] === stage; c++) {
      const cost = classCost[c - first]!
      if (cost === Number.POSITIVE_INFINITY) continue
      extend(
        oracle,
        loads,
        width,
        classBefore[c]! * size,
        (stage + 1) * size,
        classLength[c]!,
        classPoints[c]!,
        cost
      )
    }
  }
}

/**
 * Adds one shift to everything reachable before it (rows from `before` on). More points for no less money are not kept, nor
 * more points or minutes than can be worth it.
 */
function extend(
  oracle: Oracle,
  loads: Loads,
  width: number,
  before: number,
  after: number,
  length: number,
  points: number,
  cost: number
): void {
  const { table, reach, mostPoints, mostMinutes } = oracle
  const { size, next, minutes } = loads
  const lengths = loads.lengths.length
  for (let load = 0; load < size; load++) {
    const most = reach[before + load]!
    if (most < 0) continue
    const to = next[load * lengths + length]!
    if (to < 0 || minutes[to]! > mostMinutes) continue
    const source = (before + load) * width
    const target = (after + to) * width
    let top = reach[after + to]!
    let least = Number.POSITIVE_INFINITY
    for (let k = 0; k <= top && k < points; k++) if (table[target + k]! < least) least = table[target + k]!
    const enough = Math.min(most, mostPoints - points)
    for (let k = 0; k <= enough; k++) {
      const at = points + k
      const value = table[source + k]! + cost
      const held = at <= top ? table[target + at]! : Number.POSITIVE_INFINITY
      if (value < held && value < least) {
        while (top < at) table[target + ++top] = Number.POSITIVE_INFINITY
        table[target + at] = value
        least = value
      } else if (held < least) least = held
    }
    reach[after + to] = top
  }
}

function readBest(oracle: Oracle, p: number, loads: Loads, width: number): number {
  const { model, table, reach } = oracle
  const person = model.problem.people[p]!
  const { quota, unpopular } = model.problem.weights
  const stages = model.stages[p]!
  const last = stages * loads.size
  const carried = person.carriedUnpopular ?? 0
  let best = Number.POSITIVE_INFINITY
  let bestLoad = 0
  let bestPoints = 0
  for (let load = 0; load < loads.size; load++) {
    const off = loads.minutes[load]! - person.dueMinutes
    const end = (quota * off * off) / 3600
    for (let k = 0; k <= reach[last + load]!; k++) {
      const cell = table[(last + load) * width + k]!
      if (cell === Number.POSITIVE_INFINITY) continue
      const value = cell + Math.round((end + unpopular * k * (2 * carried + k)) * model.scale)
      if (value >= best) continue
      best = value
      bestLoad = load
      bestPoints = k
    }
  }
  trace(oracle, p, loads, width, bestLoad, bestPoints)
  return best
}

/** Walks back through the table and lists the pairs of the schedule. */
function trace(oracle: Oracle, p: number, loads: Loads, width: number, load: number, points: number): void {
  const { model, table, classCost, classBest, found } = oracle
  const first = model.classFrom[p]!
  const cells = loads.size * width
  let c = model.classFrom[p + 1]! - 1
  let stage = model.stages[p]!
  let size = 0
  while (stage > 0) {
    const value = table[stage * cells + load * width + points]!
    const seen = points <= oracle.reach[(stage - 1) * loads.size + load]!
    if (seen && table[(stage - 1) * cells + load * width + points] === value) {
      stage--
      continue
    }
    while (model.classStage[c]! >= stage) c--
    let at = c + 1
    let came = -1
    while (came < 0) {
      at--
      came = cameFrom(oracle, loads, width, at, load, points, value, classCost[at - first]!)
    }
    found[size++] = classBest[at - first]!
    points -= model.classPoints[at]!
    stage = model.classBefore[at]!
    load = came
  }
  oracle.size = size
}

function cameFrom(
  oracle: Oracle,
  loads: Loads,
  width: number,
  c: number,
  load: number,
  points: number,
  value: number,
  cost: number
): number {
  const { model, table, reach } = oracle
  const k = points - model.classPoints[c]!
  if (k < 0 || cost === Number.POSITIVE_INFINITY) return -1
  const before = model.classBefore[c]! * loads.size
  for (let from = 0; from < loads.size; from++) {
    if (loads.next[from * loads.lengths.length + model.classLength[c]!] !== load || k > reach[before + from]!)
      continue
    if (table[(before + from) * width + k]! + cost === value) return from
  }
  return -1
}
