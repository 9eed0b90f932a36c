import { type Loads, lightestFirst, withoutCount } from './loads.ts'
import type { Model } from './model.ts'

/** What is known while one person's cheapest schedule is sought, and room for tables. */
export type Search = {
  readonly model: Model
  /** the pairs of the schedule found, how many they are, and what it costs, the person's own terms included */
  readonly found: Int32Array
  size: number
  cost: number
  /** what no schedule of theirs can cost less than */
  least: number
  /** of each of the person's classes, what its cheapest shift costs, and which that is */
  readonly classCost: Float64Array
  readonly classBest: Int32Array
  /** loads by place, the lightest first; which of the loads that tell no numbers of shifts apart each of them is */
  readonly loads: readonly Loads[]
  readonly freeOf: readonly Int32Array[]
  /** of each person's classes, counted from their first: those that may come latest in a chain first */
  readonly classLatest: Uint16Array
  /** per class, its cost with a price for every point, and for the shift where there may not be too many */
  readonly lineCost: Float64Array
  /** per stage and load, what the cheapest chain from there on costs at those prices, the load's end included */
  toEnd: Float64Array
  /** the price of a point, and what points cost at least beyond it */
  pointPrice: number
  pointRest: number
  /** the price of a shift: nothing where minutes alone keep a schedule from having too many */
  shiftPrice: number
  /** no schedule with more minutes or more points than these is worth looking for */
  mostMinutes: number
  mostPoints: number
  /** classes of the chain walked last, and how many they are */
  readonly chain: Int32Array
  held: number
  /** of each person, between which number of points and the next the last price lay, and the last price of a shift */
  readonly points: Uint16Array
  readonly shiftPrices: Float64Array
  /** per stage, load and points, what the cheapest chain up to there costs; per stage and load, what it does at the prices */
  cells: Float64Array
  lowest: Float64Array
}

/** Costs are whole numbers where a bound is taken: what differs by less is the same. */
export const SAME = 0.25

/** Makes room for searches among the people of one model. */
export function searchOf(model: Model): Search {
  const loads = model.loads.map(lightestFirst)
  let classes = 1
  let longest = 1
  let rows = 1
  for (let p = 0; p < model.people; p++) {
    classes = Math.max(classes, model.classFrom[p + 1]! - model.classFrom[p]!)
    longest = Math.max(longest, model.stages[p]! + 1)
    rows = Math.max(rows, (model.stages[p]! + 1) * model.loads[model.freeLoads[p]!]!.size)
  }
  return {
    model,
    found: new Int32Array(longest),
    size: 0,
    cost: 0,
    least: 0,
    classCost: new Float64Array(classes),
    classBest: new Int32Array(classes),
    loads,
    freeOf: freeOf(model, loads),
    classLatest: latestFirst(model),
    lineCost: new Float64Array(classes),
    toEnd: new Float64Array(rows),
    pointPrice: 0,
    pointRest: 0,
    shiftPrice: 0,
    mostMinutes: 0,
    mostPoints: 0,
    chain: new Int32Array(longest),
    held: 0,
    points: new Uint16Array(model.people),
    shiftPrices: new Float64Array(model.people),
    cells: new Float64Array(1 << 10),
    lowest: new Float64Array(1 << 10)
  }
}

function freeOf({ people, loadsOfPerson, freeLoads }: Model, loads: readonly Loads[]): Int32Array[] {
  const of: Int32Array[] = []
  for (let p = 0; p < people; p++) {
    const free = freeLoads[p]!
    for (const place of [loadsOfPerson[p]!, free]) of[place] ??= withoutCount(loads[place]!, loads[free]!)
  }
  return of
}

/** Orders everybody's classes by the stages that lie before them, the most first. */
function latestFirst({ classFrom, classBefore, stages, people }: Model): Uint16Array {
  const latest = new Uint16Array(classFrom[people]!)
  const place = new Int32Array(stages.reduce((most, count) => Math.max(most, count), 0) + 2)
  for (let p = 0; p < people; p++) {
    const first = classFrom[p]!
    const end = classFrom[p + 1]!
    const last = stages[p]!
    place.fill(0, 0, last + 2)
    for (let c = first; c < end; c++) place[last - classBefore[c]! + 1]!++
    for (let i = 0; i <= last; i++) place[i + 1]! += place[i]!
    for (let c = first; c < end; c++) latest[first + place[last - classBefore[c]!]!++] = c - first
  }
  return latest
}
