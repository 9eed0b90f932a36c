import {
  effectOn,
  type Facts,
  isLocked,
  isOnShift,
  ownRulesAgainst,
  pairOf,
  shiftRulesAgainst
} from './facts.ts'
import { teamIsFull } from './seats.ts'

/** How many others could take somebody's place on a shift, and who of them would add least to the score. */
export type Replacement = {
  readonly mayReplace: number
  readonly next?: { readonly person: number; readonly extraCost: number }
}

/** Answers for each person on a shift. @throws RangeError for somebody who is not on it */
export type Replacements = (person: number) => Replacement

type Candidate = { readonly person: number; readonly cost: number; readonly isTeamFull: boolean }

/**
 * Says for everybody on a shift who could take their place, everybody else staying where they are: the same as
 * `explainAssignment` says one by one, but those who fit are looked at once for the whole shift.
 *
 * @example
 * const facts = loadFacts(problem, plan.assignments)
 * replacementsOn(facts, 0)(3)
 * //=> { mayReplace: 1, next: { person: 1, extraCost: 157 } }
 */
export function replacementsOn(facts: Facts, s: number): Replacements {
  const candidates = candidatesOn(facts, s)
  return (leaver) => {
    const pair = pairOf(facts, leaver, s)
    if (pair < 0 || !isOnShift(facts, leaver, s))
      throw new RangeError(`Person ${leaver} is not on shift ${s}.`)
    if (isLocked(facts, leaver, s)) return { mayReplace: 0 }
    const { total, min, desired } = effectOn(facts, leaver, -1, pair)
    const allowed = candidates.filter(allowedInstead(facts, s, leaver))
    const [best] = allowed
    if (!best) return { mayReplace: 0 }
    const extraCost = total - min - desired + best.cost
    return { mayReplace: allowed.length, next: { person: best.person, extraCost } }
  }
}

/** Those who fit and whose own schedule allows it, the cheapest first. */
function candidatesOn(facts: Facts, s: number): Candidate[] {
  const candidates: Candidate[] = []
  for (let i = facts.from[s]!; i < facts.from[s + 1]!; i++) {
    const person = facts.people[i]!
    if (isOnShift(facts, person, s) || ownRulesAgainst(facts, person, s).length > 0) continue
    const { total, min, desired } = effectOn(facts, person, facts.pairs[i]!, -1)
    const isTeamFull = teamIsFull(facts.seats, facts.problem.people[person]!.team, s)
    candidates.push({ person, cost: total - min - desired, isTeamFull })
  }
  return candidates.sort((a, b) => a.cost - b.cost || a.person - b.person)
}

/** Whether the shift's own rules let a candidate in when somebody leaves: alike for all of a kind, teams apart. */
function allowedInstead(facts: Facts, s: number, leaver: number): (candidate: Candidate) => boolean {
  const { people } = facts.problem
  const isAllowed = new Map<number, boolean>()
  return ({ person, isTeamFull }) => {
    if (isTeamFull && people[person]!.team !== people[leaver]!.team) return false
    const kind = facts.model.kind[person]!
    const key = isTeamFull ? -1 - kind : kind
    const known = isAllowed.get(key)
    if (known !== undefined) return known
    const answer = shiftRulesAgainst(facts, person, s, leaver).length === 0
    isAllowed.set(key, answer)
    return answer
  }
}
