import type { RuleName } from '../rules/violation.ts'
import { effectOn, type Facts, isOnShift, rulesAgainst } from './facts.ts'
import { seat, unseat } from './seats.ts'

/** Why a person has this shift and not another one. */
export type TimingExplained = {
  /** how many other shifts fit the person and are not theirs already */
  readonly otherShifts: number
  /** to how many of them they could move, and how many are closed to them by which rule */
  readonly mayMove: number
  readonly against: ReadonlyMap<RuleName, number>
  /** the shift they could move to at least cost, and what that adds to the score in all */
  readonly next?: { readonly shift: number; readonly extraCost: number }
}

/**
 * Explains why a person has this shift and not another: where else they could go if they left it, everybody else staying
 * where they are, and what the best of these would cost. They may go nowhere when the shift would lack a host or somebody
 * experienced without them, or when they are locked on it.
 *
 * @param breaksWithout the rules that break when they leave, as `explainAssignment` says
 * @throws RangeError when the person is not on the shift
 * @example
 * const facts = loadFacts(problem, plan.assignments)
 * explainTiming(facts, 2, 1, []).next // Cleo, who may take the first morning or the second
 * //=> undefined
 */
export function explainTiming(
  facts: Facts,
  person: number,
  shift: number,
  breaksWithout: readonly RuleName[]
): TimingExplained {
  const { model, seats } = facts
  const own = pairOf(facts, person, shift)
  if (own < 0 || !isOnShift(facts, person, shift))
    throw new RangeError(`Person ${person} is not on shift ${shift}.`)
  const left = effectOn(facts, person, -1, own).total
  const against = new Map<RuleName, number>()
  let next: { shift: number; extraCost: number } | undefined
  let otherShifts = 0
  let mayMove = 0
  unseat(seats, person, own)
  for (let pair = model.pairFrom[person]!; pair < model.pairFrom[person + 1]!; pair++) {
    const other = model.pairShift[pair]!
    if (other === shift || isOnShift(facts, person, other)) continue
    otherShifts++
    const rules = new Set([...rulesAgainst(facts, person, other), ...breaksWithout])
    for (const rule of rules) against.set(rule, (against.get(rule) ?? 0) + 1)
    if (rules.size > 0) continue
    mayMove++
    const extraCost = left + effectOn(facts, person, pair, -1).total
    const isSooner = extraCost === next?.extraCost && other < next.shift
    if (!next || extraCost < next.extraCost || isSooner) next = { shift: other, extraCost }
  }
  seat(seats, person, own)
  return { otherShifts, mayMove, against, ...(next ? { next } : {}) }
}

function pairOf({ model }: Facts, person: number, shift: number): number {
  for (let pair = model.pairFrom[person]!; pair < model.pairFrom[person + 1]!; pair++) {
    if (model.pairShift[pair] === shift) return pair
  }
  return -1
}
