import { overlaps } from '../time/overlaps.ts'
import type { Change } from './change.ts'
import type { SwapViolation } from './swap-facts.ts'

/**
 * Absences of takers that meet what they would take, each cut to it.
 *
 * @example
 * const people = facts.people.map((one) => ({ ...one, absences: [{ ...monday, startsAt: facts.now }] }))
 * checkAbsence(changeOf({ ...facts, people }, [move(monday, 'bo', 'cy', afternoon)]))
 * //=> [{ rule: 'absent', employeeId: 'cy', shiftId: 'monday', absence: afternoon }]
 */
export function checkAbsence({ moves, personOf }: Change): SwapViolation[] {
  return moves.flatMap((move) => {
    const met = personOf(move.to).absences.filter((absence) => overlaps(absence, move))
    return met.map(({ startsAt, endsAt }) => ({
      rule: 'absent' as const,
      employeeId: move.to,
      shiftId: move.shiftId,
      absence: {
        startsAt: startsAt > move.startsAt ? startsAt : move.startsAt,
        endsAt: endsAt < move.endsAt ? endsAt : move.endsAt
      }
    }))
  })
}
