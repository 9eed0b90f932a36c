import type { Dual } from './dual.ts'
import { isBroken } from './hard-cost.ts'
import { type Kept, keepPlan, restorePlan } from './keep.ts'
import type { Market } from './market.ts'
import { HOST, type Model, NEWCOMER } from './model.ts'
import type { Oracle } from './oracle.ts'
import type { Plan } from './problem.ts'
import { type Random, shuffle } from './random.ts'
import { scoreOf } from './score.ts'
import { assignmentsOf, type Seats } from './seats.ts'
import type { Watch } from './watch.ts'

/** What a planner at work says of itself, at the end of each piece of work. */
export type Progress = {
  readonly phase: string
  readonly score: number
  readonly bound: number
  readonly gap: number
}

/**
 * How to plan. `steps` is rounds of improvement. Without `seconds` (and a clock, `now`, in milliseconds) the same seed and
 * steps give the same assignments. `cancelled` is asked every few milliseconds.
 */
export type PlanOptions = {
  readonly seed: number
  readonly steps?: number
  readonly seconds?: number
  readonly now?: () => number
  readonly onProgress?: (progress: Progress) => void
  readonly cancelled?: () => boolean
}

/** Pairs of each host. */
export type HostsPlan = ReadonlyMap<number, readonly number[]>

/** Everything a planner at work has before it. `best` is always legal. */
export type Work = {
  readonly model: Model
  readonly seats: Seats
  readonly oracle: Oracle
  readonly market: Market
  readonly dual: Dual
  readonly order: Int32Array
  readonly random: Random
  readonly watch: Watch
  readonly options: PlanOptions
  best: Kept
  /** where hosts are too few: what they hold in a plan of their own */
  hosts?: HostsPlan
}

/** Hosts, then those who lead newcomers or need nobody, then newcomers: each finds the seats that the former opened. */
export function hostsFirst(model: Model, order: Int32Array, random: Random): Int32Array {
  shuffle(order, random)
  const turn = (p: number) => (model.kind[p]! & HOST ? 0 : model.kind[p]! & NEWCOMER ? 2 : 1)
  return order.slice().sort((a, b) => turn(a) - turn(b))
}

/** Puts the plan in the seats aside if it is legal and the best so far. */
export function keepIfBetter(work: Work): void {
  for (let s = 0; s < work.model.shifts; s++) if (isBroken(work.seats, s)) return
  const plan = keepPlan(work.seats)
  if (plan.cost < work.best.cost) work.best = plan
}

/** The bound as a score: raised to the next score that a plan can have, since no plan scores between. */
export function provenBound({ dual, model }: Work): number {
  const step = model.scale / model.lattice
  return dual.best > 0 ? Math.ceil(dual.best / step) / model.lattice : 0
}

/** Whether there is nothing left to do: stopped, or proven the best. */
export function isDone(work: Work): boolean {
  return work.watch.stop() || provenBound(work) >= work.best.cost / work.model.scale
}

/** Tells whoever listens how far the work is. */
export function report(work: Work, phase: string): void {
  if (!work.options.onProgress) return
  const score = work.best.cost / work.model.scale
  const bound = Math.min(score, provenBound(work))
  work.options.onProgress({ phase, score, bound, gap: (score - bound) / Math.max(1, Math.abs(score)) })
}

/** The best plan so far, as it is handed over. */
export function planOf(work: Work): Plan {
  restorePlan(work.seats, work.best)
  const assignments = assignmentsOf(work.seats)
  const score = scoreOf(work.seats)
  const bound = Math.min(score.total, provenBound(work))
  return {
    format: 'rota-plan/1',
    assignments,
    score,
    bound,
    seconds: work.watch.elapsed(),
    seed: work.options.seed
  }
}
