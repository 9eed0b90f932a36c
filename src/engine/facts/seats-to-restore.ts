import type { Interval } from '../time/local.ts'
import { overlaps } from '../time/overlaps.ts'

/** A seat that was taken and may be given back. */
export type TakenSeat = Interval & { assignmentId: string; employeeId: string; isHere: boolean }

/** Why a seat cannot be given back. */
export type Hindrance = 'begun' | 'no-longer-here' | 'absent' | 'busy'

type Busy = Interval & { employeeId: string }

/**
 * Decides which seats go back to the people they were taken from: those that have not begun, of people who are still
 * here, not absent, and not busy elsewhere by now.
 *
 * @example
 * const taken = { assignmentId: 'seat', employeeId: 'bo', isHere: true, ...monday }
 * seatsToRestore([taken], { now: facts.now, held: [], absences: [{ employeeId: 'bo', ...monday }] })
 * //=> { restored: [], hindered: [{ seat: taken, cause: 'absent' }] }
 */
export function seatsToRestore<Seat extends TakenSeat>(
  seats: readonly Seat[],
  { now, held, absences }: { now: Date; held: readonly Busy[]; absences: readonly Busy[] }
): { restored: Seat[]; hindered: { seat: Seat; cause: Hindrance }[] } {
  const restored: Seat[] = []
  const hindered: { seat: Seat; cause: Hindrance }[] = []
  const meets = (seat: Seat) => (other: Busy) => other.employeeId === seat.employeeId && overlaps(other, seat)
  const causeOf = (seat: Seat): Hindrance | undefined => {
    if (seat.startsAt <= now) return 'begun'
    if (!seat.isHere) return 'no-longer-here'
    if (absences.some(meets(seat))) return 'absent'
    return held.some(meets(seat)) || restored.some(meets(seat)) ? 'busy' : undefined
  }
  for (const seat of seats) {
    const cause = causeOf(seat)
    if (cause) hindered.push({ seat, cause })
    else restored.push(seat)
  }
  return { restored, hindered }
}
