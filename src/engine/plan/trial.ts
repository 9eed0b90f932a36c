import { isBroken } from './hard-cost.ts'
import { personCost } from './keep.ts'
import { type Oracle, solve } from './oracle.ts'
import { coverCost, type Seats } from './seats.ts'
import { closeFullTeam, give, takeAway } from './sweep.ts'

/** Changes to a plan that can be weighed and taken back: who held what before, and which shifts were touched. */
export type Trial = {
  readonly seats: Seats
  readonly oracle: Oracle
  readonly was: Map<number, number[]>
  readonly touched: Set<number>
  /** what coverage costs more than before, in `scale` */
  covered: number
}

/** Starts a trial. The oracle must know the true costs; it does so throughout. */
export function startTrial(seats: Seats, oracle: Oracle): Trial {
  return { seats, oracle, was: new Map(), touched: new Set(), covered: 0 }
}

/** The pairs a person holds, as a list of their own. */
export function heldBy(seats: Seats, p: number): number[] {
  const from = seats.heldFrom[p]!
  return [...seats.held.subarray(from, from + seats.heldCount[p]!)]
}

/** Takes a person off everything. */
export function clearPerson(trial: Trial, p: number): void {
  const held = heldBy(trial.seats, p)
  if (!trial.was.has(p)) trial.was.set(p, held)
  for (const pair of held) change(trial, p, pair, takeAway)
}

/** Gives a person who holds nothing a schedule. */
export function fillPerson(trial: Trial, p: number, pairs: Iterable<number>): void {
  for (const pair of pairs) change(trial, p, pair, give)
}

/** Gives a person their cheapest schedule at true costs. */
export function replan(trial: Trial, p: number): void {
  clearPerson(trial, p)
  closeFullTeam(trial.seats, trial.oracle, p)
  solve(trial.oracle, p)
  fillPerson(trial, p, trial.oracle.found.slice(0, trial.oracle.size))
}

function change(trial: Trial, p: number, pair: number, by: typeof give): void {
  const { seats, oracle, touched } = trial
  const s = seats.model.pairShift[pair]!
  const before = coverCost(seats.model, s, seats.people[s]!)
  by(seats, oracle, p, pair)
  trial.covered += coverCost(seats.model, s, seats.people[s]!) - before
  touched.add(s)
}

/** What the plan costs more than before the trial, in `scale`; `Infinity` when it breaks a rule. */
export function weigh(trial: Trial): number {
  const { seats, was, touched } = trial
  for (const s of touched) if (isBroken(seats, s)) return Number.POSITIVE_INFINITY
  let cost = trial.covered
  for (const [p, pairs] of was) {
    const held = heldBy(seats, p)
    const locked = seats.model.locked.get(p)
    if (locked && !locked.every((pair) => held.includes(pair))) return Number.POSITIVE_INFINITY
    cost += personCost(seats, p) - personCost(seats, p, pairs)
  }
  return cost
}

/** Puts everything back as it was. */
export function undo(trial: Trial): void {
  const { seats, oracle, was } = trial
  for (const p of was.keys()) for (const pair of heldBy(seats, p)) takeAway(seats, oracle, p, pair)
  for (const [p, pairs] of was) for (const pair of pairs) give(seats, oracle, p, pair)
}

/** Keeps the trial when the plan got no dearer, takes it back otherwise; gives the change that stands. */
export function settle(trial: Trial, allowed = 0): number {
  const cost = weigh(trial)
  if (cost <= allowed) return cost
  undo(trial)
  return 0
}
