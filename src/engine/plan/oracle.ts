import { KINDS, type Model } from './model.ts'
import { searchByPrice } from './price-search.ts'
import { type Search, searchOf } from './search.ts'
import { searchTable } from './table-search.ts'

/**
 * Finds one person's cheapest schedule, given what each shift costs somebody of their kind: a search over stages (chains that
 * keep rest and spacing) with loads (shifts and minutes) and unpopular points as its state, both of which cost a convex amount
 * at the end. Most answers need no telling points apart (see `searchByPrice`), nor numbers of shifts.
 */
export type Oracle = Search & {
  /** cost of being on shift s for kind k, at `k * shifts + s`; `Infinity` forbids */
  readonly shiftCost: Float64Array
  /** what shift s costs this person besides, for the sake of their team; only those that fit need be set */
  readonly teamCost: Float64Array
}

/** Makes an oracle with all shifts free of charge. */
export function oracleOf(model: Model): Oracle {
  return {
    ...searchOf(model),
    shiftCost: new Float64Array(KINDS * model.shifts),
    teamCost: new Float64Array(model.shifts)
  }
}

/** What mending a broken shift earns: more than anything a person's schedule may cost. */
export const MUST = 2 ** 42

/** What keeping a locked shift earns: more than mending as many shifts as a person may ever hold. */
export const LOCK = 2 ** 47

/**
 * Solves for person p: leaves the schedule in `found` and gives its cost, the person's own terms included (quota, points,
 * wishes, changes). Exact, unless it need only be rough: then what is found at once will do.
 */
export function solve(oracle: Oracle, p: number, isRough = false): number {
  priceClasses(oracle, p)
  if (searchByPrice(oracle, p) || isRough) return oracle.cost
  const { loadsOfPerson, freeLoads } = oracle.model
  if (!searchTable(oracle, p, freeLoads[p]!)) searchTable(oracle, p, loadsOfPerson[p]!)
  return oracle.cost
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
