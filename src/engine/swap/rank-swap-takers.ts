import type { BuiltProblem } from '../facts/build-problem.ts'
import type { PlanningFacts } from '../facts/planning-facts.ts'
import { type WishLevel, wishFor } from '../facts/wish-for.ts'
import { type Effect, effectOn, loadFacts, loadOf } from '../plan/facts.ts'
import type { Assignments } from '../plan/problem.ts'

/** Somebody who may take a seat, and what speaks for asking them. */
export type SwapTaker = {
  employeeId: string
  /** hours of the weeks around that they have not been given yet; negative when they have more than their share */
  owedMinutes: number
  wish: WishLevel
  /** for them: weekend, odd hours, holiday */
  unpopularPoints: number
  /** what their taking it adds to the score of the plan, by term; less is fairer */
  effect: Effect
}

/**
 * Ranks those who may take a seat as the planner would choose: the least added score first, which is who owes hours,
 * would like it and has had few unpopular shifts; then by id. Who has said that they cannot is left out.
 *
 * @param built the problem of the weeks around, with `plan` as it stands without the seat
 * @param of.allowed whom the rules of changing hands allow
 * @example
 * const owing = { people: [{ ...amara, dueMinutes: 60 }, { ...bo, dueMinutes: 480 }] }
 * const problem = { ...planning, ...owing }
 * rankSwapTakers(problem, buildProblem(problem), { shift: 0, plan: [[], []], allowed: new Set(['amara', 'bo']) })
 *   .map(({ employeeId, owedMinutes }) => [employeeId, owedMinutes])
 * //=> [['bo', 480], ['amara', 60]]
 */
export function rankSwapTakers(
  { people }: Pick<PlanningFacts, 'people'>,
  built: BuiltProblem,
  of: { shift: number; plan: Assignments; allowed: ReadonlySet<string> }
): SwapTaker[] {
  const facts = loadFacts(built.problem, of.plan)
  const personOf = new Map(people.map((person) => [person.id, person]))
  const takers: SwapTaker[] = []
  for (let i = facts.from[of.shift]!; i < facts.from[of.shift + 1]!; i++) {
    const index = facts.people[i]!
    const person = personOf.get(built.people[index] ?? '')
    if (!person || !of.allowed.has(person.id)) continue
    const pair = facts.pairs[i]!
    takers.push({
      employeeId: person.id,
      owedMinutes: built.problem.people[index]!.dueMinutes - loadOf(facts, index).minutes,
      wish: wishFor(person.wishes ?? [], built.shifts[of.shift]!, person.zone),
      unpopularPoints: facts.model.pairPoints[pair]!,
      effect: effectOn(facts, index, pair, -1)
    })
  }
  return takers.sort((a, b) => a.effect.total - b.effect.total || (a.employeeId < b.employeeId ? -1 : 1))
}
