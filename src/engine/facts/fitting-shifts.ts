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
export function fittingShifts(
  person: PersonFact,
  of: {
    shifts: readonly ShiftFact[]
    points: PointsByShift
    held: readonly HeldFact[]
    spacingDays: number
    wishes?: readonly WishCost[]
    promised?: readonly number[]
    startsAt?: Date
  }
): number[] {
  return of.shifts.flatMap((shift, s) => {
    if (of.startsAt && +shift.startsAt !== +of.startsAt && !of.promised?.includes(s)) return []
    const points = of.points[s] ?? null
    if (points === null || !isEmployed(person, shift)) return []
    const wish = wishOf(of, s)
    if (wish === null || isAway(person, shift)) return []
    if (of.held.some((held) => standsNear(held, shift, of.spacingDays))) return []
    return [s, points, wish]
  })
}

function wishOf(
  { wishes, promised }: { wishes?: readonly WishCost[]; promised?: readonly number[] },
  s: number
): WishCost {
  const cost = wishes ? wishes[s]! : 0
  return cost === null && promised?.includes(s) ? ASK_NICELY_COST : cost
}
