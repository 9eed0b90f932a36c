import { isBroken, setHardCosts } from './hard-cost.ts'
import { compile, HOST, type Model, NEWCOMER } from './model.ts'
import { oracleOf } from './oracle.ts'
import type { Plan, Problem } from './problem.ts'
import { type Random, randomFrom, shuffle } from './random.ts'
import { scoreOf } from './score.ts'
import { assignmentsOf, emptySeats, type Seats, seat } from './seats.ts'
import { reseat } from './sweep.ts'

/** What a planner at work says of itself, at most a few times a second. */
export type Progress = {
  readonly phase: string
  readonly score: number
  readonly bound: number
  readonly gap: number
}

/** How to plan. Without `seconds` (and a clock, `now`, in milliseconds) the same seed and steps give the same bytes. */
export type PlanOptions = {
  readonly seed: number
  readonly steps?: number
  readonly seconds?: number
  readonly now?: () => number
  readonly onProgress?: (progress: Progress) => void
  readonly cancelled?: () => boolean
}

/** The locked shifts cannot all be kept: they break a rule whoever joins them. */
export class ContradictoryLocks extends Error {
  readonly shifts: readonly number[]
  constructor(shifts: readonly number[]) {
    super(`The locked shifts cannot all be kept: ${shifts.join(', ')}`)
    this.name = 'ContradictoryLocks'
    this.shifts = shifts
  }
}

/**
 * Plans who works when: a legal plan with a low score. Deterministic for a seed as long as no clock cuts it short.
 *
 * @throws ContradictoryLocks when no legal plan keeps every lock
 * @example
 * planRotation(problem, { seed: 1 }).score.total
 * //=> 1436
 */
export function planRotation(problem: Problem, options: PlanOptions): Plan {
  const startedAt = options.now?.() ?? 0
  const model = compile(problem)
  const seats = emptySeats(model)
  const random = randomFrom(options.seed)
  for (const [p, pairs] of model.locked) for (const pair of pairs) seat(seats, p, pair)
  sweepUntilStill(seats, random, options)
  const broken = Array.from({ length: model.shifts }, (_, s) => s).filter((s) => isBroken(seats, s))
  if (broken.length > 0) throw new ContradictoryLocks(broken)
  const assignments = assignmentsOf(seats)
  const seconds = ((options.now?.() ?? 0) - startedAt) / 1000
  return { format: 'rota-plan/1', assignments, score: scoreOf(seats), bound: 0, seconds, seed: options.seed }
}

function sweepUntilStill(seats: Seats, random: Random, options: PlanOptions): void {
  const oracle = oracleOf(seats.model)
  setHardCosts(seats, oracle)
  const limit = options.steps ?? 8
  const deadline =
    options.seconds && options.now ? options.now() + options.seconds * 1000 : Number.POSITIVE_INFINITY
  for (let round = 0; round < limit; round++) {
    let gained = 0
    for (const p of hostsFirst(seats.model, random)) {
      gained += reseat(seats, oracle, p)
      if (round > 0 && (options.cancelled?.() || (options.now?.() ?? 0) > deadline)) return
    }
    options.onProgress?.({ phase: 'sweep', score: scoreOf(seats).total, bound: 0, gap: 1 })
    if (gained === 0) return
  }
}

/** Hosts, then those who lead newcomers or need nobody, then newcomers: each finds the seats that the former opened. */
function hostsFirst(model: Model, random: Random): Int32Array {
  const order = Int32Array.from({ length: model.people }, (_, p) => p)
  shuffle(order, random)
  const turn = (p: number) => (model.kind[p]! & HOST ? 0 : model.kind[p]! & NEWCOMER ? 2 : 1)
  return order.sort((a, b) => turn(a) - turn(b))
}
