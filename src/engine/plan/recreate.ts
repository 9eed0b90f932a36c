import { HOST } from './model.ts'
import { type Oracle, solve } from './oracle.ts'
import type { Prices } from './prices.ts'
import type { Seats } from './seats.ts'
import { closeFullTeam } from './sweep.ts'
import { clearPerson, fillPerson, replan, settle, startTrial } from './trial.ts'

/**
 * Takes a few people off all their shifts and seats them anew, one after the other, at what shifts are worth to the others
 * and then at true costs; keeps the outcome unless the score rose. Gives the change (never positive, in `scale`).
 * Expects the oracle to know the true costs, and leaves it so.
 */
export function recreate(seats: Seats, oracle: Oracle, prices: Prices, group: readonly number[]): number {
  const { kind } = seats.model
  const trial = startTrial(seats, oracle)
  for (const p of group) clearPerson(trial, p)
  const order = [...group].sort((a, b) => (kind[b]! & HOST) - (kind[a]! & HOST))
  for (const p of order) fillPerson(trial, p, solvePriced(seats, oracle, prices, p))
  for (let round = 0; round < 2; round++) for (const p of order) replan(trial, p)
  return settle(trial)
}

/** The person's schedule when no seat is worth more than its price. */
function solvePriced(seats: Seats, oracle: Oracle, prices: Prices, p: number): number[] {
  const { model } = seats
  closeFullTeam(seats, oracle, p)
  const row = model.kind[p]! * model.shifts
  const host = model.kind[p]! & HOST
  for (let pair = model.pairFrom[p]!; pair < model.pairFrom[p + 1]!; pair++) {
    const s = model.pairShift[pair]!
    const worth = Math.max(0, prices.seat[s]! + (host ? prices.host[s]! : 0))
    const trueCost = oracle.shiftCost[row + s]!
    if (trueCost < -worth && trueCost > -(2 ** 41)) oracle.teamCost[s]! += -worth - trueCost
  }
  solve(oracle, p)
  return [...oracle.found.subarray(0, oracle.size)]
}
