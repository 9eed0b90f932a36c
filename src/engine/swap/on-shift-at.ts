import type { OnShift } from '../rules/people-on-shifts.ts'
import { contains } from '../time/contains.ts'
import { type Change, momentsOf } from './change.ts'
import type { SwapSeat, SwapShift, SwapViolation } from './swap-facts.ts'

/**
 * Counts who sits on a shift at an instant, by what they are.
 *
 * @example
 * onShiftAt(changeOf(facts, []), facts.seats, 'monday', monday.startsAt)
 * //=> { people: 2, hosts: 1, experienced: 2, newcomers: 0 }
 */
export function onShiftAt(
  { personOf }: Pick<Change, 'personOf'>,
  seats: readonly SwapSeat[],
  shiftId: string,
  at: Date
): OnShift {
  const people = seats
    .filter((seat) => seat.shiftId === shiftId && contains(seat, at))
    .map(({ employeeId }) => personOf(employeeId))
  return {
    people: people.length,
    hosts: people.filter(({ isHost }) => isHost).length,
    experienced: people.filter(({ readiness }) => readiness === 'ready').length,
    newcomers: people.filter(({ readiness }) => readiness === 'shadowing').length
  }
}

/**
 * Lists the shifts that a change makes worse by some measure: more is missing than before, at some instant of what
 * changes hands. What was wrong already does not stand in anybody's way.
 *
 * @param lackOf how much of the rule is broken with these people on the shift; 0: it is kept
 * @example
 * const seats = [on(monday, 'bo')]
 * worseShifts(changeOf({ ...facts, seats }, [move(monday, null, 'cy')]), 'over-maximum', ({ people }) => people - 1)
 * //=> [{ rule: 'over-maximum', employeeId: null, shiftId: 'monday' }]
 */
export function worseShifts(
  change: Change,
  rule: SwapViolation['rule'],
  lackOf: (on: OnShift, shift: SwapShift) => number
): SwapViolation[] {
  const worse = change.moves.filter((move) => {
    const shift = change.shiftOf(move.shiftId)
    const beside = [...change.before, ...change.after].filter(({ shiftId }) => shiftId === move.shiftId)
    return momentsOf(move, beside).some((at) => {
      const lack = (seats: readonly SwapSeat[]) =>
        Math.max(0, lackOf(onShiftAt(change, seats, move.shiftId, at), shift))
      return lack(change.after) > lack(change.before)
    })
  })
  return [...new Set(worse.map(({ shiftId }) => shiftId))].map((shiftId) => ({
    rule,
    employeeId: null,
    shiftId
  }))
}
