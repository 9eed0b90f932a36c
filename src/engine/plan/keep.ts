import { burdenCost } from './burden.ts'
import type { Model } from './model.ts'
import { coverCost, type Seats, seat, unseatAll } from './seats.ts'

/** A legal plan put aside: pairs held, person after person, and what it costs in `scale`. */
export type Kept = { readonly cost: number; readonly pairs: Int32Array; readonly counts: Uint16Array }

/** What the plan in the seats costs, in `scale`. */
export function totalCost(seats: Seats): number {
  let cost = 0
  for (let p = 0; p < seats.model.people; p++) cost += personCost(seats, p)
  for (let s = 0; s < seats.model.shifts; s++) cost += coverCost(seats.model, s, seats.people[s]!)
  return cost
}

/** What one person's schedule costs apart from coverage; `pairs` when it is not the one they hold. */
export function personCost(seats: Seats, p: number, pairs?: readonly number[]): number {
  const from = seats.heldFrom[p]!
  return ownCost(seats.model, p, pairs ?? seats.held.subarray(from, from + seats.heldCount[p]!))
}

/** What a schedule costs a person: their own terms of the score, in `scale`. */
export function ownCost(model: Model, p: number, held: Iterable<number>): number {
  let cost = model.fixedCost[p]!
  let minutes = 0
  let points = 0
  for (const pair of held) {
    const s = model.pairShift[pair]!
    cost += model.pairCost[pair]!
    minutes += model.end[s]! - model.start[s]!
    points += model.pairPoints[pair]!
  }
  return cost + burdenCost(model, p, minutes, points)
}

/** Puts the plan in the seats aside. */
export function keepPlan(seats: Seats): Kept {
  return { cost: totalCost(seats), pairs: seats.held.slice(), counts: seats.heldCount.slice() }
}

/** Puts a kept plan back into the seats. */
export function restorePlan(seats: Seats, kept: Kept): void {
  for (let p = 0; p < seats.model.people; p++) unseatAll(seats, p)
  for (let p = 0; p < seats.model.people; p++) {
    const from = seats.heldFrom[p]!
    for (let i = 0; i < kept.counts[p]!; i++) seat(seats, p, kept.pairs[from + i]!)
  }
}
