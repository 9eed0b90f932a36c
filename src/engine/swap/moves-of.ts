import type { Interval } from '../time/local.ts'
import type { Move, SwapSeat } from './swap-facts.ts'

/** What a proposal would do once one person asked says yes. A cover has one of the seats, a swap both. */
export type Exchange = {
  proposerId: string
  askedId: string
  give: SwapSeat | null
  take: SwapSeat | null
  /** of the one seat of a cover */
  part: Interval | null
}

/**
 * Lists what changes hands in a swap or a cover: the proposer's seat to the person asked, and theirs to the proposer.
 *
 * @example
 * movesOf({ proposerId: 'bo', askedId: 'cy', give: on(monday, 'bo'), take: null, part: afternoon })
 * //=> [{ shiftId: 'monday', from: 'bo', to: 'cy', ...afternoon }]
 */
export function movesOf({ proposerId, askedId, give, take, part }: Exchange): Move[] {
  return [...(give ? [moveOf(give, askedId, part)] : []), ...(take ? [moveOf(take, proposerId, part)] : [])]
}

function moveOf(seat: SwapSeat, to: string, part: Interval | null): Move {
  const { startsAt, endsAt } = part ?? seat
  return { shiftId: seat.shiftId, from: seat.employeeId, to, startsAt, endsAt }
}
