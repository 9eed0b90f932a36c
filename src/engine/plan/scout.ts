import { type Loads, lightestFirst, withoutCount } from './loads.ts'
import type { Model } from './model.ts'

/**
 * Searches for the schedules of people with many loads: looks from the end of a chain how cheaply it can go on, and follows
 * only what can still become cheaper than what was found. What it finds is as cheap as what the plain search finds, several
 * times sooner where loads are many; where they are few the plain search is as quick, and chooses as it always did among
 * schedules that cost the same.
 */
export type Scout = {
  readonly model: Model
  /** the people whom it searches for */
  readonly isMeant: Uint8Array
  /** their loads by place, the lightest first; of each place, which of the free loads each is */
  readonly loads: ReadonlyMap<number, Loads>
  readonly freeOf: ReadonlyMap<number, Int32Array>
  /** of each person's classes, counted from their first: those that may come latest in a chain first */
  readonly classLatest: Uint16Array
  /** shared with the oracle, which prices classes and reads what was found */
  readonly classCost: Float64Array
  readonly classBest: Int32Array
  readonly found: Int32Array
  size: number
  /** what the schedule in `found` costs, the person's own terms included, and what no schedule of theirs can cost less than */
  cost: number
  least: number
  /** per class, its cost with a price for every point, and for the shift where there may not be too many */
  readonly lineCost: Float64Array
  /** per stage and load, what the cheapest chain from there on costs, the load's end included, with a price for every point */
  readonly toEnd: Float64Array
  /** the price of a point, and what points cost at least beyond it */
  pointPrice: number
  pointRest: number
  /** the price of a shift: nothing where minutes alone keep a schedule from having too many */
  shiftPrice: number
  /** what a schedule costs beyond the prices of its points and shifts, at least */
  rest: number
  /** so many loads, the lightest, are worth reaching */
  reach: number
  /** classes of the chain walked last, how many they are, and whether those are too many shifts */
  readonly chain: Int32Array
  held: number
  isTooLong: boolean
  /** of each person, between which number of points and the next the last price lay, and the last price of a shift */
  readonly points: Uint16Array
  readonly shiftPrices: Float64Array
  /** per stage, load and points the cheapest chain up to there, priced as in `lineCost` */
  readonly cells: Float64Array
  /** per stage and load, which row of cells is theirs (that of the stage before if nothing new came to it), -1 if none */
  readonly rowAt: Int32Array
  /** per row, the fewest and the most points of its chains */
  readonly fewest: Int32Array
  readonly most: Int32Array
}

/** Costs are whole numbers where a bound is taken: what differs by less is the same. */
export const SAME = 0.25

/**
 * With more loads than this a person has many: a host of a whole year with shifts of one length has 61, one of a quarter with
 * four lengths hundreds.
 */
export const FEW_LOADS = 64

/** Whether somebody is searched for by a scout: many loads, and points that cost whole numbers (sums are exact then). */
export function hasManyLoads(model: Model, p: number, few: number): boolean {
  const { people, weights } = model.problem
  const unit = weights.unpopular * model.scale
  return (
    model.loads[model.loadsOfPerson[p]!]!.size > few &&
    Number.isInteger(unit) &&
    Number.isInteger(2 * unit * (people[p]!.carriedUnpopular ?? 0))
  )
}

/** A scout for everybody with more than `few` loads; none if nobody has. */
export function scoutOf(
  model: Model,
  few: number,
  { classCost, classBest, found }: Pick<Scout, 'classCost' | 'classBest' | 'found'>
): Scout | undefined {
  const isMeant = Uint8Array.from({ length: model.people }, (_, p) => (hasManyLoads(model, p, few) ? 1 : 0))
  if (!isMeant.includes(1)) return undefined
  const loads = new Map<number, Loads>()
  const freeOf = new Map<number, Int32Array>()
  let rows = 1
  let cells = 1
  let stages = 1
  for (let p = 0; p < model.people; p++) {
    if (isMeant[p] === 0) continue
    const place = model.loadsOfPerson[p]!
    const free = model.freeLoads[p]!
    for (const one of [place, free]) if (!loads.has(one)) loads.set(one, lightestFirst(model.loads[one]!))
    const { size } = loads.get(place)!
    if (!freeOf.has(place)) freeOf.set(place, withoutCount(loads.get(place)!, loads.get(free)!))
    stages = Math.max(stages, model.stages[p]! + 1)
    rows = Math.max(rows, (model.stages[p]! + 1) * Math.max(size, loads.get(free)!.size))
    cells = Math.max(cells, (model.stages[p]! + 1) * size * (model.mostPoints[p]! + 1))
  }
  return {
    model,
    isMeant,
    loads,
    freeOf,
    classLatest: latestFirst(model, isMeant),
    classCost,
    classBest,
    found,
    size: 0,
    cost: 0,
    least: 0,
    lineCost: new Float64Array(classCost.length),
    toEnd: new Float64Array(rows),
    pointPrice: 0,
    pointRest: 0,
    shiftPrice: 0,
    rest: 0,
    reach: 0,
    chain: new Int32Array(stages),
    held: 0,
    isTooLong: false,
    points: new Uint16Array(model.people),
    shiftPrices: new Float64Array(model.people),
    cells: new Float64Array(cells),
    rowAt: new Int32Array(rows),
    fewest: new Int32Array(rows),
    most: new Int32Array(rows)
  }
}

/** Orders the classes of those meant by the stages that lie before them, the most first. */
function latestFirst({ classFrom, classBefore, stages, people }: Model, isMeant: Uint8Array): Uint16Array {
  const latest = new Uint16Array(classFrom[people]!)
  for (let p = 0; p < people; p++) {
    if (isMeant[p] === 0) continue
    const first = classFrom[p]!
    const end = classFrom[p + 1]!
    const place = new Int32Array(stages[p]! + 2)
    for (let c = first; c < end; c++) place[stages[p]! - classBefore[c]! + 1]!++
    for (let i = 0; i <= stages[p]!; i++) place[i + 1]! += place[i]!
    for (let c = first; c < end; c++) latest[first + place[stages[p]! - classBefore[c]!]!++] = c - first
  }
  return latest
}
