import type { RuleName } from '../rules/violation.ts'
import {
  type Effect,
  effectOn,
  type Facts,
  heldShifts,
  isLocked,
  isOnShift,
  pairOf,
  rulesAgainst
} from './facts.ts'
import { rankTakers, type Taker } from './rank-takers.ts'

/** Why a person has a shift. */
export type AssignmentExplained = {
  readonly person: number
  readonly shift: number
  /** what the score would become worse by if they simply left (negative: better), and the rules that would break */
  readonly without: Effect
  readonly breaksWithout: readonly RuleName[]
  /** who would take their place at least cost, and what that adds to the score in all */
  readonly next?: { readonly person: number; readonly extraCost: number }
  /** how many others might take their place, and how many are kept from it by which rule */
  readonly mayReplace: number
  readonly against: ReadonlyMap<RuleName, number>
}

/**
 * Explains an assignment: what it is worth, who would be next and what that would cost, and which rules forbid the others.
 * Everybody else stays where they are.
 *
 * @example
 * const facts = loadFacts(problem, plan.assignments)
 * explainAssignment(facts, 3, 0).next
 * //=> { person: 1, extraCost: 157 }
 */
export function explainAssignment(facts: Facts, person: number, shift: number): AssignmentExplained {
  const own = pairOf(facts, person, shift)
  if (own < 0 || !isOnShift(facts, person, shift))
    throw new RangeError(`Person ${person} is not on shift ${shift}.`)
  const without = effectOn(facts, person, -1, own)
  const cover = without.min + without.desired
  const against = new Map<RuleName, number>()
  let next: { person: number; extraCost: number } | undefined
  let mayReplace = 0
  for (let i = facts.from[shift]!; i < facts.from[shift + 1]!; i++) {
    const other = facts.people[i]!
    if (isOnShift(facts, other, shift)) continue
    const rules = rulesAgainst(facts, other, shift, person)
    for (const rule of rules) against.set(rule, (against.get(rule) ?? 0) + 1)
    if (rules.length > 0) continue
    mayReplace++
    const taken = effectOn(facts, other, facts.pairs[i]!, -1)
    const extraCost = without.total - cover + taken.total - taken.min - taken.desired
    if (!next || extraCost < next.extraCost) next = { person: other, extraCost }
  }
  const breaksWithout = rulesBrokenWithout(facts, person, shift)
  return { person, shift, without, breaksWithout, ...(next ? { next } : {}), mayReplace, against }
}

function rulesBrokenWithout(facts: Facts, person: number, s: number): RuleName[] {
  const { problem, seats } = facts
  const who = problem.people[person]!
  const broken: RuleName[] = isLocked(facts, person, s) ? ['lost-lock'] : []
  const left = seats.people[s]! - 1
  if (left > 0 && seats.hosts[s]! - (who.host ? 1 : 0) < problem.shifts[s]!.hosts) broken.push('missing-host')
  if (seats.lead[s]! - (who.experienced ? 1 : 0) + (who.newcomer ? 1 : 0) < 0) broken.push('newcomers-alone')
  return broken
}

/** One rule made weaker by the least that helps: who could sit down then, and what that adds to the score. */
export type Relaxation = {
  readonly rule: RuleName
  readonly person: number
  readonly team?: number
  /**
   * what the rule's number would become: the cap, the maximum, the person's shifts, days or minutes, the hosts needed; for
   * newcomers how many more experienced people would have to be there
   */
  readonly to: number
  readonly effect: Effect
}

/** Why a seat is open. */
export type OpenSeatExplained = {
  readonly shift: number
  /** how many people it fits at all and does not have */
  readonly fitting: number
  readonly against: ReadonlyMap<RuleName, number>
  /** those who may sit down, and what that adds to the score; the least first */
  readonly takers: readonly Taker[]
  /** for each rule that alone keeps somebody away, the cheapest way to weaken it; the cheapest of all first */
  readonly relaxations: readonly Relaxation[]
}

/**
 * Explains an open seat: which rules stand in the way, counted, and the cheapest relaxation of each.
 *
 * @example
 * const facts = loadFacts(problem, [[0, 1, 2], [1], [], [0]])
 * const [{ rule, person, to, effect }] = explainOpenSeat(facts, 2).relaxations
 * [rule, person, to, effect.total]
 * //=> ['too-close', 1, 7, -916]
 */
export function explainOpenSeat(facts: Facts, shift: number): OpenSeatExplained {
  const { takers, against } = rankTakers(facts, shift)
  const best = new Map<RuleName, Relaxation>()
  let fitting = 0
  for (let i = facts.from[shift]!; i < facts.from[shift + 1]!; i++) {
    const person = facts.people[i]!
    if (isOnShift(facts, person, shift)) continue
    fitting++
    const rules = rulesAgainst(facts, person, shift)
    if (rules.length !== 1 || (rules[0] === 'short-rest' && overlaps(facts, person, shift))) continue
    const effect = effectOn(facts, person, facts.pairs[i]!, -1)
    const known = best.get(rules[0]!)
    if (!known || effect.total < known.effect.total)
      best.set(rules[0]!, relax(facts, rules[0]!, person, shift, effect))
  }
  const relaxations = [...best.values()].sort(
    (a, b) => a.effect.total - b.effect.total || a.person - b.person
  )
  return { shift, fitting, against, takers, relaxations }
}

function relax(facts: Facts, rule: RuleName, person: number, s: number, effect: Effect): Relaxation {
  const { model, seats } = facts
  const { people, shifts, teamCaps } = model.problem
  const who = people[person]!
  const held = heldShifts(facts, person).map((other) => shifts[other]!)
  const shift = shifts[s]!
  const least = (values: number[]) => Math.min(...values)
  const days = () => least(held.map((other) => Math.abs(other.day - shift.day)))
  const rest = () =>
    least(
      held.map((other) => (other.start < shift.start ? shift.start - other.end : other.start - shift.end))
    )
  const numbers: Partial<Record<RuleName, () => number>> = {
    'too-many-shifts': () => who.maxShifts + 1,
    'too-close': days,
    'short-rest': rest,
    'over-maximum': () => shift.max + 1,
    'missing-host': () => seats.hosts[s]! + (who.host ? 1 : 0),
    'newcomers-alone': () => 1 - seats.lead[s]!,
    'team-cap': () => teamCaps[who.team]! + 1
  }
  return {
    rule,
    person,
    ...(rule === 'team-cap' ? { team: who.team } : {}),
    to: numbers[rule]?.() ?? 0,
    effect
  }
}

/** Rest can be made shorter, but nobody can be at two places. */
function overlaps(facts: Facts, p: number, s: number): boolean {
  const { start, end } = facts.model
  return heldShifts(facts, p).some((other) => start[other]! < end[s]! && start[s]! < end[other]!)
}
