import { type Effect, effectOn, type Facts, isOnShift, rulesAgainst } from './facts.ts'

/** Somebody who could have a seat instead of its holder, and what that adds to the score, term by term. */
export type RankedReplacement = { readonly person: number; readonly extra: Effect }

/**
 * Ranks those who could have a seat instead of its holder, everybody else staying where they are: least added score first,
 * then by index.
 *
 * @example
 * const facts = loadFacts(problem, plan.assignments)
 * replacementsFor(facts, 3, 0).map(({ person, extra }) => [person, extra.total])
 * //=> [[1, 157]]
 */
export function replacementsFor(facts: Facts, person: number, shift: number): RankedReplacement[] {
  const found: RankedReplacement[] = []
  let without: Effect | undefined
  for (let i = facts.from[shift]!; i < facts.from[shift + 1]!; i++) {
    if (facts.people[i] === person) without = effectOn(facts, person, -1, facts.pairs[i]!)
  }
  if (!without) return []
  for (let i = facts.from[shift]!; i < facts.from[shift + 1]!; i++) {
    const other = facts.people[i]!
    if (isOnShift(facts, other, shift) || rulesAgainst(facts, other, shift, person).length > 0) continue
    found.push({ person: other, extra: exchange(without, effectOn(facts, other, facts.pairs[i]!, -1)) })
  }
  return found.sort((a, b) => a.extra.total - b.extra.total || a.person - b.person)
}

/** One leaves and one comes: as many people as before, so coverage stays. */
function exchange(left: Effect, joined: Effect): Effect {
  const [quota, unpopular] = [left.quota + joined.quota, left.unpopular + joined.unpopular]
  const [wish, change] = [left.wish + joined.wish, left.change + joined.change]
  return { total: quota + unpopular + wish + change, min: 0, desired: 0, quota, unpopular, wish, change }
}

/** The least that would make somebody else the better choice for a seat; absent where nothing of the kind would. */
export type Tipping = {
  /** so many minutes less due to the holder */
  readonly lessDueMinutes?: number
  /** so much more than this of wish cost on the shift for the holder */
  readonly moreWishCost?: number
}

/**
 * Computes what would tip the balance from the holder of a seat to the best replacement: how much less they would have to
 * owe, how much less they would have to like it.
 *
 * @param extraCost what the best replacement adds to the score, as `replacementsFor` says; below zero they are better as it is
 * @example
 * tippingOf(problem, 0, 157)
 * //=> { lessDueMinutes: 236, moreWishCost: 157 }
 */
export function tippingOf({ shifts, weights }: Facts['problem'], shift: number, extraCost: number): Tipping {
  const { start, end } = shifts[shift]!
  // A square falls by 2 x length for every hour less that is due.
  const perMinute = (weights.quota * 2 * ((end - start) / 60)) / 60
  const cost = Math.max(0, extraCost)
  return {
    ...(perMinute > 0 ? { lessDueMinutes: Math.floor(cost / perMinute) + 1 } : {}),
    ...(weights.wish > 0 ? { moreWishCost: cost / weights.wish } : {})
  }
}
