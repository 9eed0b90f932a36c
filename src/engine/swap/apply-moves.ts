import { overlaps } from '../time/overlaps.ts'
import type { Move, SwapSeat, SwapShift } from './swap-facts.ts'

/**
 * Gives the seats as they are once seats have changed hands. Who gives a part keeps the rest; who takes what adjoins
 * their own part of the same shift holds both as one. Seats that nothing happens to stay the same objects.
 *
 * @example
 * const seats = [on(monday, 'bo')]
 * applyMoves(seats, [{ shiftId: 'monday', from: 'bo', to: 'cy', ...afternoon }], [monday])
 * //=> [{ ...seats[0], ...morning, assignmentId: null }, { ...seats[0], ...afternoon, employeeId: 'cy', assignmentId: null }]
 */
export function applyMoves(
  seats: readonly SwapSeat[],
  moves: readonly Move[],
  shifts: readonly SwapShift[]
): SwapSeat[] {
  const left = moves.reduce((held, move) => held.flatMap((seat) => leave(seat, move)), [...seats])
  return moves.reduce((held, move) => take(held, move, shifts), left)
}

/** What the giver keeps: nothing, the piece before or after, or (for a piece in the middle) both. */
function leave(seat: SwapSeat, { shiftId, from, startsAt, endsAt }: Move): SwapSeat[] {
  if (seat.shiftId !== shiftId || seat.employeeId !== from || !overlaps(seat, { startsAt, endsAt })) {
    return [seat]
  }
  const pieces = [
    { startsAt: seat.startsAt, endsAt: startsAt },
    { startsAt: endsAt, endsAt: seat.endsAt }
  ]
  return pieces
    .filter((piece) => piece.startsAt < piece.endsAt)
    .map((piece) => ({ ...seat, ...piece, assignmentId: null }))
}

function take(seats: readonly SwapSeat[], move: Move, shifts: readonly SwapShift[]): SwapSeat[] {
  const { shiftId, to: employeeId, startsAt, endsAt } = move
  const onDay = shifts.find(({ id }) => id === shiftId)?.onDay ?? ''
  const adjoins = (seat: SwapSeat) =>
    seat.shiftId === shiftId &&
    seat.employeeId === employeeId &&
    (seat.endsAt.getTime() === startsAt.getTime() || seat.startsAt.getTime() === endsAt.getTime())
  const own = seats.filter(adjoins)
  const spans = [...own, { startsAt, endsAt }]
  const taken: SwapSeat = {
    assignmentId: null,
    employeeId,
    shiftId,
    onDay,
    startsAt: new Date(Math.min(...spans.map((span) => span.startsAt.getTime()))),
    endsAt: new Date(Math.max(...spans.map((span) => span.endsAt.getTime())))
  }
  return [...seats.filter((seat) => !adjoins(seat)), taken]
}
