import type { PersonFact, ShiftFact } from './planning-facts.ts'
import { type WishLevel, wishFor } from './wish-for.ts'

/**
 * Wish costs, our own, measured in score points of `DEFAULT_WEIGHTS`: "rather not" is dearer than odd hours (4) and
 * cheaper than a weekend (16); "ask me nicely" nearly what a broken promise costs (40); both far below an empty seat.
 */
export const RATHER_NOT_COST = 12
/** See `RATHER_NOT_COST`. */
export const ASK_NICELY_COST = 36
/** What a shift costs everybody else where somebody would love it; costs cannot be negative, so gladness is this way round. */
export const LOVED_BY_ANOTHER_COST = 4

/** What a shift costs somebody in wishes, or null when they cannot. */
export type WishCost = number | null

/**
 * Makes a reader of what each shift costs somebody in wishes, in score points: 0 for fine and love, more for what
 * they would rather not. On shifts that somebody who may work them loves, everybody else costs a little more.
 *
 * @example
 * const wishes = [{ weekday: 1, onDay: null, part: 'day', level: 'rather_not' }]
 * wishCosts([{ ...bo, wishes }], [monday, tuesday])({ ...bo, wishes })
 * //=> [12, 0]
 */
export function wishCosts(
  people: readonly PersonFact[],
  shifts: readonly ShiftFact[]
): (person: PersonFact) => WishCost[] {
  const levels = new Map<string, WishLevel[]>()
  for (const { id, zone, wishes = [] } of people) {
    if (wishes.length > 0) {
      levels.set(
        id,
        shifts.map((shift) => wishFor(wishes, shift, zone))
      )
    }
  }
  const isLoved = shifts.map((_, s) => [...levels.values()].some((own) => own[s] === 'love'))
  const ofNoWishes = isLoved.map((loved) => costOf('fine', loved))
  return ({ id }) => levels.get(id)?.map((level, s) => costOf(level, isLoved[s]!)) ?? ofNoWishes
}

function costOf(level: WishLevel, isLoved: boolean): WishCost {
  if (level === 'cannot') return null
  if (level === 'love') return 0
  const dislike = { fine: 0, rather_not: RATHER_NOT_COST, ask_nicely: ASK_NICELY_COST }[level]
  return dislike + (isLoved ? LOVED_BY_ANOTHER_COST : 0)
}
