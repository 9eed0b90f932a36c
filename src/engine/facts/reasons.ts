import type { Assignments, Problem } from '../plan/problem.ts'
import type { AssignmentReason } from '../plan/reason.ts'
import { fitOf } from './fit-of.ts'
import { costOfSchedule } from './schedule-cost.ts'
import { takersOf } from './takers-of.ts'

/**
 * Explains one seat of a plan: what the person still owed, how unpopular it is, and whether somebody else could
 * have taken it and at what extra cost, everything else of the plan kept as it is.
 *
 * @param seat the person and the shift, as indices of the problem; the plan gives the one to the other
 * @example
 * const { problem } = built({ people: [{ ...amara, isHost: true }, { ...bo, isHost: true }] })
 * reasonFor(problem, [[0], []], { person: 0, shift: 0 })
 * //=> { owedMinutes: 240, unpopularPoints: 0, carriedUnpopular: 0, wishCost: 0, otherTakers: 1, nextBestExtraCost: 0 }
 */
export function reasonFor(
  problem: Problem,
  plan: Assignments,
  { person, shift }: { person: number; shift: number }
): AssignmentReason {
  const who = problem.people[person]!
  const others = (plan[person] ?? []).filter((held) => held !== shift)
  const { points, wish } = fitOf(who, shift) ?? { points: 0, wish: 0 }
  const saved = costOfSchedule(problem, who, plan[person] ?? []) - costOfSchedule(problem, who, others)
  const extra = takersOf(problem, plan, { person, shift }).map((taker) => {
    const held = plan[taker] ?? []
    const other = problem.people[taker]!
    return costOfSchedule(problem, other, [...held, shift]) - costOfSchedule(problem, other, held) - saved
  })
  const startsAt = problem.shifts[shift]!.start
  const before = others.map((held) => problem.shifts[held]!).filter(({ start }) => start < startsAt)
  const given = before.reduce((sum, { start, end }) => sum + end - start, 0)
  return {
    owedMinutes: who.dueMinutes - given,
    unpopularPoints: points,
    carriedUnpopular: who.carriedUnpopular ?? 0,
    wishCost: wish,
    otherTakers: extra.length,
    nextBestExtraCost: extra.length > 0 ? round(Math.min(...extra)) : null
  }
}

/** Two decimals tell any two costs apart that a person would care about, and hide the noise of floating point. */
function round(cost: number): number {
  return Math.round(cost * 100) / 100
}
