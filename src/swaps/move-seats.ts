import type { Tx } from '../../db/client.ts'
import { applyMoves } from '../engine/swap/apply-moves.ts'
import type { Move, SwapFacts, SwapSeat } from '../engine/swap/swap-facts.ts'
import { insertChanges } from './queries/proposals.ts'
import { insertSeats, releaseSeats } from './queries/seats.ts'

export interface MovedSeats {
  given: string[]
  taken: string[]
}

/**
 * Writes what changes hands as the engine laid it out: the seats given up are released and keep their history, what
 * is held instead is written anew, and both go down in the proposal, for undoing.
 */
export async function moveSeats(
  tx: Tx,
  swapId: string,
  facts: SwapFacts,
  moves: readonly Move[]
): Promise<MovedSeats> {
  const after = new Set(applyMoves(facts.seats, moves, facts.shifts))
  const taken = facts.seats.flatMap((seat) => (after.has(seat) ? [] : (seat.assignmentId ?? [])))
  const released = await releaseSeats(tx, taken, facts.now)
  if (released.length !== taken.length) throw new Error('a seat was released although its holder is locked')
  const reasonOf = new Map(released.map((row) => [`${row.shiftId} ${row.employeeId}`, row.reason]))
  const rows = [...after]
    .filter(({ assignmentId }) => assignmentId === null)
    .map((seat) => ({
      ...rowOf(seat, facts),
      // Who keeps a part keeps the reason they got it for.
      reason: reasonOf.get(`${seat.shiftId} ${seat.employeeId}`) ?? null
    }))
  const given = await insertSeats(tx, rows)
  await insertChanges(tx, swapId, { given, taken })
  return { given, taken }
}

function rowOf({ shiftId, employeeId, startsAt, endsAt }: SwapSeat, { shifts, now }: SwapFacts) {
  const shift = shifts.find(({ id }) => id === shiftId)!
  const isWhole = +startsAt === +shift.startsAt && +endsAt === +shift.endsAt
  return {
    shiftId,
    employeeId,
    startsAt: shift.startsAt,
    endsAt: shift.endsAt,
    partStartsAt: isWhole ? null : startsAt,
    partEndsAt: isWhole ? null : endsAt,
    createdAt: now
  }
}
