import { isAway } from './is-away.ts'
import { isEmployed } from './is-employed.ts'
import type { HeldFact, PersonFact, ShiftFact } from './planning-facts.ts'
import type { PointsByShift } from './points-where-at-work.ts'
import { standsNear } from './stands-near.ts'
import { ASK_NICELY_COST, type WishCost } from './wish-costs.ts'

/**
 * Lists what somebody may work as the triples of `rota-problem/1` (shift, unpopular points, wish cost): at work,
 * employed, not away, with rest and spacing to what they hold elsewhere, and without a wish that says they cannot. A
 * wish does not undo a promise: what is published to them stays theirs, at the cost of asking nicely.
 *
 * @param points what each shift means by their clock and week; null where they are not at work
 * @param wishes what each shift costs in wishes, null where they cannot; left out: nothing
 * @param startsAt of the shifts that are not promised, only the one that starts then is looked at
 * @param promised shifts that the publication in force gives them
 * @example
 * fittingShifts(bo, { shifts: [monday, sunday], points: [0, null], held: [], spacingDays: 14 })
 * //=> [0, 0, 0]
 */
export function fittingShifts(person: PersonFact, of: FittingQuestion): number[] {
  const fits: number[] = []
  for (let s = 0; s < of.shifts.length; s++) {
    const wish = wishOfFitting(person, of, s)
    if (wish !== null) fits.push(s, of.points[s]!, wish)
  }
  return fits
}

/**
 * Tells whether any of the shifts that are looked for fits somebody, by the same rules; asks no further than the first.
 *
 * @param isSought of the shift at this place
 * @example
 * fitsAny(bo, { shifts: [monday, sunday], points: [0, null], held: [], spacingDays: 14 }, (s) => s === 1)
 * //=> false
 */
export function fitsAny(
  person: PersonFact,
  of: FittingQuestion,
  isSought: (place: number) => boolean
): boolean {
  return of.shifts.some((_, s) => isSought(s) && wishOfFitting(person, of, s) !== null)
}

/** What is asked: see `fittingShifts`. */
export type FittingQuestion = {
  shifts: readonly ShiftFact[]
  points: PointsByShift
  held: readonly HeldFact[]
  spacingDays: number
  wishes?: readonly WishCost[]
  promised?: readonly number[]
  startsAt?: Date
}

/** What a shift that somebody may work costs in wishes; null where they may not work it. */
function wishOfFitting(person: PersonFact, of: FittingQuestion, s: number): WishCost {
  const shift = of.shifts[s]!
  if (of.startsAt && +shift.startsAt !== +of.startsAt && !of.promised?.includes(s)) return null
  if ((of.points[s] ?? null) === null || !isEmployed(person, shift)) return null
  const wish = wishOf(of, s)
  if (wish === null || isAway(person, shift)) return null
  return of.held.some((held) => standsNear(held, shift, of.spacingDays)) ? null : wish
}

function wishOf({ wishes, promised }: Pick<FittingQuestion, 'wishes' | 'promised'>, s: number): WishCost {
  const cost = wishes ? wishes[s]! : 0
  return cost === null && promised?.includes(s) ? ASK_NICELY_COST : cost
}
