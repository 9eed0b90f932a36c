import { isBroken } from './hard-cost.ts'
import { EXPERIENCED, HOST, KINDS, NEWCOMER } from './model.ts'
import { LOCK, MUST, type Oracle, solve } from './oracle.ts'
import type { Random } from './random.ts'
import { coverCost, type Seats } from './seats.ts'
import { closeFullTeam } from './sweep.ts'
import { clearPerson, fillPerson, replan, settle, startTrial, type Trial } from './trial.ts'

/** At most so many people are asked to be the first, and so many to join them. */
const ASKED = 12

/**
 * Opens a shift that nobody may join alone: two hosts are needed, or a newcomer and somebody experienced. Tries a few firsts,
 * each with whoever mends what is lacking at least cost. Gives the change of the score (never positive, in `scale`).
 */
export function openShift(
  seats: Seats,
  oracle: Oracle,
  s: number,
  fitting: readonly number[],
  random: Random
): number {
  const start = random(Math.max(1, fitting.length))
  let asked = 0
  for (let i = 0; i < fitting.length && asked < ASKED; i++) {
    const p = fitting[(start + i) % fitting.length]!
    const kind = seats.model.kind[p]!
    if (Number.isFinite(oracle.shiftCost[kind * seats.model.shifts + s]!) || isOn(seats, p, s)) continue
    asked++
    const trial = startTrial(seats, oracle)
    force(trial, p, s)
    for (let tries = 0; tries < 4 && isBroken(seats, s); tries++) joinCheapest(trial, s, fitting)
    if (isOn(seats, p, s)) for (const other of [...trial.was.keys()]) replan(trial, other)
    const change = settle(trial, -1)
    if (change < 0) return change
  }
  return 0
}

/** Puts a person on the shift whatever it lacks, and otherwise where it is cheapest for them. */
function force(trial: Trial, p: number, s: number): void {
  const { seats, oracle } = trial
  const { model } = seats
  clearPerson(trial, p)
  const n = seats.people[s]!
  if (n >= model.problem.shifts[s]!.max) return
  const at = model.kind[p]! * model.shifts + s
  const before = oracle.shiftCost[at]!
  oracle.shiftCost[at] = coverCost(model, s, n + 1) - coverCost(model, s, n) - MUST
  closeFullTeam(seats, oracle, p)
  solve(oracle, p)
  oracle.shiftCost[at] = before
  fillPerson(trial, p, oracle.found.slice(0, oracle.size))
}

function joinCheapest(trial: Trial, s: number, fitting: readonly number[]): void {
  const { seats, oracle } = trial
  let best = -1
  let least = -MUST / 2
  let asked = 0
  for (const p of fitting) {
    if (asked >= 5 * ASKED || isOn(seats, p, s) || !helps(seats, p, s)) continue
    asked++
    closeFullTeam(seats, oracle, p)
    const cost = solve(oracle, p) + LOCK * (seats.model.locked.get(p)?.length ?? 0)
    if (cost >= least) continue
    least = cost
    best = p
  }
  if (best >= 0) replan(trial, best)
}

function helps(seats: Seats, p: number, s: number): boolean {
  const kind = seats.model.kind[p]! % KINDS
  if (kind & HOST && seats.hosts[s]! < seats.model.problem.shifts[s]!.hosts) return true
  return seats.lead[s]! < 0 && (kind & EXPERIENCED) !== 0 && (kind & NEWCOMER) === 0
}

function isOn(seats: Seats, p: number, s: number): boolean {
  const from = seats.heldFrom[p]!
  for (let i = from; i < from + seats.heldCount[p]!; i++)
    if (seats.model.pairShift[seats.held[i]!] === s) return true
  return false
}
