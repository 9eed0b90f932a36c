import { personCost } from './chains.ts'
import { isBroken, setHardCost } from './hard-cost.ts'
import { HOST } from './model.ts'
import { type Oracle, solve } from './oracle.ts'
import type { Prices } from './prices.ts'
import { coverCost, type Seats } from './seats.ts'
import { closeFullTeam, give, reseat, takeAway } from './sweep.ts'

/**
 * Takes a few people off all their shifts and seats them anew, one after the other, at what shifts are worth to the others
 * and then at true costs; keeps the outcome unless the score rose. Gives the change (never positive, in `scale`).
 * Expects the oracle to know the true costs, and leaves it so.
 */
export function recreate(seats: Seats, oracle: Oracle, prices: Prices, group: readonly number[]): number {
  const { model } = seats
  const was = group.map((p) => heldBy(seats, p))
  const own = () => group.reduce((sum, p) => sum + personCost(seats, p), 0)
  const before = own()
  let covered = 0
  const touched: number[] = []
  const leave = (p: number, pair: number) => {
    const s = model.pairShift[pair]!
    const cost = coverCost(model, s, seats.people[s]!)
    takeAway(seats, oracle, p, pair)
    covered += coverCost(model, s, seats.people[s]!) - cost
    touched.push(s)
  }
  const join = (p: number, pair: number) => {
    const s = model.pairShift[pair]!
    const cost = coverCost(model, s, seats.people[s]!)
    give(seats, oracle, p, pair)
    covered += coverCost(model, s, seats.people[s]!) - cost
    touched.push(s)
  }
  was.forEach((pairs, i) => {
    for (const pair of pairs) leave(group[i]!, pair)
  })
  const order = [...group].sort((a, b) => (model.kind[b]! & HOST) - (model.kind[a]! & HOST))
  for (const p of order) for (const pair of solvePriced(seats, oracle, prices, p)) join(p, pair)
  for (let round = 0; round < 2; round++) {
    for (const p of order) {
      for (const pair of heldBy(seats, p)) leave(p, pair)
      closeFullTeam(seats, oracle, p)
      solve(oracle, p)
      for (const pair of oracle.found.slice(0, oracle.size)) join(p, pair)
    }
  }
  const change = own() - before + covered
  if (change <= 0 && keepsLocks(seats, group) && !touched.some((s) => isBroken(seats, s))) return change
  for (const p of group) for (const pair of heldBy(seats, p)) takeAway(seats, oracle, p, pair)
  was.forEach((pairs, i) => {
    for (const pair of pairs) give(seats, oracle, group[i]!, pair)
  })
  return 0
}

/** The pairs a person holds, as a list of their own. */
export function heldBy(seats: Seats, p: number): number[] {
  const from = seats.heldFrom[p]!
  return [...seats.held.subarray(from, from + seats.heldCount[p]!)]
}

function keepsLocks(seats: Seats, group: readonly number[]): boolean {
  return group.every((p) => {
    const locked = seats.model.locked.get(p)
    return !locked || locked.every((pair) => heldBy(seats, p).includes(pair))
  })
}

/** The person's schedule when no seat is worth more than its price. */
function solvePriced(seats: Seats, oracle: Oracle, prices: Prices, p: number): number[] {
  const { model } = seats
  closeFullTeam(seats, oracle, p)
  const row = model.kind[p]! * model.shifts
  const host = model.kind[p]! & HOST
  for (let pair = model.pairFrom[p]!; pair < model.pairFrom[p + 1]!; pair++) {
    const s = model.pairShift[pair]!
    const worth = prices.seat[s]! + (host ? prices.host[s]! : 0)
    const trueCost = oracle.shiftCost[row + s]!
    if (trueCost < -worth && trueCost > -(2 ** 43)) oracle.teamCost[s]! += -Math.max(0, worth) - trueCost
  }
  solve(oracle, p)
  return [...oracle.found.subarray(0, oracle.size)]
}

/** Lets everybody choose anew at true costs, one after the other, until nobody gains. Gives the change, never positive. */
export function reseatAll(seats: Seats, oracle: Oracle, order: Iterable<number>): number {
  let gained = 0
  for (const p of order) gained += reseat(seats, oracle, p)
  return gained
}

/** Tells the oracle the true costs of some shifts again. */
export function refresh(seats: Seats, oracle: Oracle, shifts: Iterable<number>): void {
  for (const s of shifts) setHardCost(seats, oracle, s)
}
