import { SAME, searchLine } from './line-search.ts'
import { KINDS, type Model } from './model.ts'
import { searchTable, type Table } from './schedule-table.ts'

/**
 * Finds one person's cheapest schedule, given what each shift costs somebody of their kind. Exact: a search over stages
 * (chains that keep rest and spacing) with loads (shifts and minutes) and unpopular points as its state, both of which cost
 * a convex amount at the end. Most answers are found without that state; else it is only kept where a chain can still
 * become cheaper than what was found (see `searchLine`).
 */
export type Oracle = Table & {
  /** cost of being on shift s for kind k, at `k * shifts + s`; `Infinity` forbids */
  readonly shiftCost: Float64Array
  /** what shift s costs this person besides, for the sake of their team; only those that fit need be set */
  readonly teamCost: Float64Array
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
    cells: new Float64Array(cells),
    rowAt: new Int32Array(rows),
    fewest: new Int32Array(rows),
    most: new Int32Array(rows),
    ahead: new Float64Array(rows),
    classCost: new Float64Array(classes),
    classBest: new Int32Array(classes),
    lineCost: new Float64Array(classes),
    chain: new Int32Array(stages),
    points: new Uint16Array(model.people),
    rest: 0,
    held: 0,
    isTooLong: false,
    shiftPrice: 0,
    shiftPrices: new Float64Array(model.people)
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
const FURTHER = 16

/**
 * Solves for person p: leaves the schedule in `found` and gives its cost, the person's own terms included (quota, points,
 * wishes, changes). One that is known to cost less than `within` more than the cheapest will do.
 */
export function solve(oracle: Oracle, p: number, within = 0): number {
  priceClasses(oracle, p)
  if (searchLine(oracle, p) || oracle.cost - oracle.least < within) return oracle.cost
  const { model } = oracle
  for (let near = NEAR * model.problem.weights.unpopular * model.scale + 1; ; near *= FURTHER) {
    const limit = Math.min(oracle.cost - SAME, oracle.least + near)
    searchTable(oracle, p, limit)
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
