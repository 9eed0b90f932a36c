import { SAME, type Scout } from './scout.ts'
import { scoutPrices } from './scout-prices.ts'
import { scoutTable } from './scout-table.ts'

/**
 * How far above what no schedule can cost less than (in what the first point costs) the cheapest is looked for at first, and
 * so many times further when it is not there.
 */
const NEAR = 2
const FURTHER = 16

/** Solves for person p, whose classes are priced: leaves the schedule in `found` and gives its cost, as `solve` does. */
export function solveAhead(scout: Scout, p: number, isRough: boolean): number {
  if (scoutPrices(scout, p) || isRough) return scout.cost
  const { model } = scout
  for (let near = NEAR * model.problem.weights.unpopular * model.scale + 1; ; near *= FURTHER) {
    scoutTable(scout, p, Math.min(scout.cost - SAME, scout.least + near))
    if (scout.cost - SAME <= scout.least + near) return scout.cost
  }
}
