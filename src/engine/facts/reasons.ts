import { type Facts, heldShifts } from '../plan/facts.ts'
import type { AssignmentReason } from '../plan/reason.ts'
import { type Replacements, replacementsOn } from '../plan/replacements.ts'
import { fitOf } from './fit-of.ts'

/**
 * Says why somebody has a seat of a plan: what they still owed, how unpopular it is, and whether somebody else could
 * have taken it and at what extra cost, everything else of the plan kept as it is.
 *
 * @param facts the plan, loaded once for all its seats
 * @param seat the person and the shift, as indices of the problem; the plan gives the one to the other
 * @param replacements who could sit there instead, when many of the shift ask
 * @throws RangeError when the plan does not give it
 * @example
 * const { problem } = built({ people: [{ ...amara, isHost: true }, { ...bo, isHost: true }] })
 * reasonFor(loadFacts(problem, [[0], []]), { person: 0, shift: 0 })
 * //=> { owedMinutes: 240, unpopularPoints: 0, carriedUnpopular: 0, wishCost: 0, otherTakers: 1, nextBestExtraCost: 0 }
 */
export function reasonFor(
  facts: Facts,
  { person, shift }: { person: number; shift: number },
  replacements: Replacements = replacementsOn(facts, shift)
): AssignmentReason {
  const who = facts.problem.people[person]!
  const { points, wish } = fitOf(who, shift) ?? { points: 0, wish: 0 }
  const { next, mayReplace } = replacements(person)
  return {
    owedMinutes: who.dueMinutes - givenBefore(facts, person, shift),
    unpopularPoints: points,
    carriedUnpopular: who.carriedUnpopular ?? 0,
    wishCost: wish,
    otherTakers: mayReplace,
    nextBestExtraCost: next ? round(next.extraCost) : null
  }
}

function givenBefore(facts: Facts, person: number, shift: number): number {
  const { shifts } = facts.problem
  return heldShifts(facts, person)
    .map((held) => shifts[held]!)
    .filter(({ start }) => start < shifts[shift]!.start)
    .reduce((sum, { start, end }) => sum + end - start, 0)
}

/** Two decimals tell any two costs apart that a person would care about, and hide the noise of floating point. */
function round(cost: number): number {
  return Math.round(cost * 100) / 100
}
