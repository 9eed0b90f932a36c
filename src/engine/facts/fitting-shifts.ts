import { overlaps } from '../time/overlaps.ts'
import { daysTouched } from './days-touched.ts'
import type { HeldFact, PersonFact, ShiftFact } from './planning-facts.ts'
import type { PointsByShift } from './points-where-at-work.ts'
import { standsNear } from './stands-near.ts'

/**
 * Lists what somebody may work as the triples of `rota-problem/1` (shift, unpopular points, wish cost): at work,
 * employed, not absent, and with rest and spacing to what they hold elsewhere. Nobody states wishes yet, so 0.
 *
 * @param points what each shift means by their clock and week; null where they are not at work
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
  }
): number[] {
  return of.shifts.flatMap((shift, s) => {
    const points = of.points[s] ?? null
    if (points === null || !isEmployed(person, shift)) return []
    if (person.absences.some((absence) => overlaps(absence, shift))) return []
    if (of.held.some((held) => standsNear(held, shift, of.spacingDays))) return []
    return [s, points, 0]
  })
}

function isEmployed({ joinedOn, leavesOn, zone }: PersonFact, shift: ShiftFact): boolean {
  return daysTouched(shift, zone).every((day) => joinedOn <= day && (leavesOn === null || day <= leavesOn))
}
