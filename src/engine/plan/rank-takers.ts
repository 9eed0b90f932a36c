import type { RuleName } from '../rules/violation.ts'
import { type Effect, effectOn, type Facts, isOnShift, rulesAgainst } from './facts.ts'

/** Somebody who may take a seat, and what that adds to the score, term by term (less is better). */
export type Taker = { readonly person: number; readonly effect: Effect }

/** Who may take a seat, best first, and how many are kept from it by which rule (one person may count for several). */
export type Takers = { readonly takers: Taker[]; readonly against: ReadonlyMap<RuleName, number> }

/**
 * Ranks those who may take an open seat on a shift, everybody else staying where they are: least added score first, then by
 * index.
 *
 * @example
 * const facts = loadFacts(problem, [[0, 1, 2], [2], [1], []])
 * rankTakers(facts, 0).takers[0]
 * //=> { person: 3, effect: { total: -1077, min: 0, desired: -1000, quota: -80, unpopular: 0, wish: 3, change: 0 } }
 */
export function rankTakers(facts: Facts, s: number): Takers {
  const takers: Taker[] = []
  const against = new Map<RuleName, number>()
  for (let i = facts.from[s]!; i < facts.from[s + 1]!; i++) {
    const person = facts.people[i]!
    if (isOnShift(facts, person, s)) continue
    const rules = rulesAgainst(facts, person, s)
    for (const rule of rules) against.set(rule, (against.get(rule) ?? 0) + 1)
    if (rules.length === 0) takers.push({ person, effect: effectOn(facts, person, facts.pairs[i]!, -1) })
  }
  takers.sort((a, b) => a.effect.total - b.effect.total || a.person - b.person)
  return { takers, against }
}
