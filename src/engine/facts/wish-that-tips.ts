import { ASK_NICELY_COST, LOVED_BY_ANOTHER_COST, RATHER_NOT_COST } from './wish-costs.ts'
import type { WishLevel } from './wish-for.ts'

/**
 * Finds the mildest wish that costs more than so much beyond what a shift costs somebody in wishes now; null where none does.
 * "Cannot" is not among them: it takes no published seat away.
 *
 * @param wishCost what it costs them now, with what it costs more because somebody else would love it
 * @example
 * wishThatTips(0, 20) // "rather not" costs 12, "ask me nicely" 36
 * //=> 'ask_nicely'
 */
export function wishThatTips(wishCost: number, more: number): WishLevel | null {
  const isLoved = [0, RATHER_NOT_COST, ASK_NICELY_COST].some(
    (cost) => wishCost === cost + LOVED_BY_ANOTHER_COST
  )
  const costOf = (cost: number) => cost + (isLoved ? LOVED_BY_ANOTHER_COST : 0) - wishCost
  if (costOf(RATHER_NOT_COST) > more) return 'rather_not'
  return costOf(ASK_NICELY_COST) > more ? 'ask_nicely' : null
}
