import { firstPlan } from './first-plan.ts'
import { heldIn, hostsAlone } from './hosts.ts'
import { gapOf, proveThenPlan } from './rounds.ts'
import { watchFrom } from './watch.ts'
import { isDone, type PlanOptions, type Work } from './work.ts'

/** Hosts alone are planned for at most this share of the time, in so many rounds, until the gap is as small as this. */
const SHARE = 0.25
const ROUNDS = 3
const ENOUGH = 0.0005

/**
 * Plans hosts alone, where there are too few of them: they are worth what a shift loses by staying empty, with all its seats.
 * The market begins with what a host is worth in that plan, and plans are made around its hosts.
 */
export function planHosts(work: Work): void {
  const { model, options, market } = work
  const { onProgress, ...silent } = options
  const brief: PlanOptions =
    silent.seconds === undefined ? silent : { ...silent, seconds: SHARE * silent.seconds }
  const { problem, of } = hostsAlone(model)
  const inner = firstPlan(problem, brief, watchFrom(brief.seconds, brief.now, brief.cancelled))
  for (let round = 0; round < ROUNDS && !isDone(inner) && gapOf(inner) > ENOUGH; round++)
    proveThenPlan(inner, round)
  work.hosts = heldIn(work.seats, inner, of)
  market.prices.host.set(inner.dual.bestPrices.seat.map((price) => Math.max(0, price)))
}
