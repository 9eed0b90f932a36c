import { setHardCost } from './hard-cost.ts'
import { LOCK, type Oracle, solve } from './oracle.ts'
import { type Seats, seat, teamIsFull, unseat } from './seats.ts'

/**
 * Gives one person their cheapest schedule at true costs (roughly: see `solve`), everybody else staying put. Never makes the
 * score worse, never breaks a rule. Says by how much the score fell (whole numbers in `scale`; negative is better).
 */
export function reseat(seats: Seats, oracle: Oracle, p: number, isRough = false): number {
  const was = seats.held.slice(seats.heldFrom[p]!, seats.heldFrom[p]! + seats.heldCount[p]!)
  for (const pair of was) takeAway(seats, oracle, p, pair)
  closeFullTeam(seats, oracle, p)
  const before = scheduleCost(seats, oracle, p, was)
  const after = solve(oracle, p, isRough)
  const better = after < before
  const now = better ? oracle.found.subarray(0, oracle.size) : was
  for (const pair of now) give(seats, oracle, p, pair)
  return better ? after - before : 0
}

/** Forbids a person the shifts on which their team is full. */
export function closeFullTeam(seats: Seats, oracle: Oracle, p: number): void {
  const { pairFrom, pairShift, problem } = seats.model
  const { teamCost } = oracle
  const { team } = problem.people[p]!
  const end = pairFrom[p + 1]!
  for (let pair = pairFrom[p]!; pair < end; pair++) {
    const s = pairShift[pair]!
    teamCost[s] = teamIsFull(seats, team, s) ? Number.POSITIVE_INFINITY : 0
  }
}

/** Seats a pair and tells the oracle what the shift costs from now on. */
export function give(seats: Seats, oracle: Oracle, p: number, pair: number): void {
  seat(seats, p, pair)
  setHardCost(seats, oracle, seats.model.pairShift[pair]!)
}

/** Unseats a pair and tells the oracle what the shift costs from now on. */
export function takeAway(seats: Seats, oracle: Oracle, p: number, pair: number): void {
  unseat(seats, p, pair)
  setHardCost(seats, oracle, seats.model.pairShift[pair]!)
}

/** What a schedule costs at the oracle's prices, the person's own terms included. */
export function scheduleCost(seats: Seats, oracle: Oracle, p: number, pairs: ArrayLike<number>): number {
  const { model } = seats
  const { weights, shifts } = model.problem
  const person = model.problem.people[p]!
  const row = model.kind[p]! * model.shifts
  const locked = model.locked.get(p)
  let cost = model.fixedCost[p]!
  let minutes = 0
  let points = 0
  for (let i = 0; i < pairs.length; i++) {
    const s = model.pairShift[pairs[i]!]!
    const onShift = oracle.shiftCost[row + s]! + oracle.teamCost[s]!
    const isLocked = locked?.includes(pairs[i]!)
    cost +=
      model.pairCost[pairs[i]!]! + (isLocked ? (Number.isFinite(onShift) ? onShift : 0) - LOCK : onShift)
    minutes += shifts[s]!.end - shifts[s]!.start
    points += model.pairPoints[pairs[i]!]!
  }
  const carried = person.carriedUnpopular ?? 0
  const quota = (weights.quota * (minutes - person.dueMinutes) ** 2) / 3600
  return cost + Math.round((quota + weights.unpopular * points * (2 * carried + points)) * model.scale)
}
