import type { Tx } from '../../db/client.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { checkStart } from '../engine/swap/already-started.ts'
import { CHANGE_RULES, checkMoves } from '../engine/swap/check-moves.ts'
import { heldTimes, openSpanFor } from '../engine/swap/open-span.ts'
import type { Move } from '../engine/swap/swap-facts.ts'
import { ShiftNotFound } from '../shifts/errors.ts'
import { changeSeats, lockAround } from './change-seats.ts'
import { EmployeeNotFound, SeatNotOpen, SwapNotYours } from './errors.ts'
import { maySpeakFor } from './may-speak-for.ts'
import { moveSeats } from './move-seats.ts'
import { listShifts } from './queries/facts.ts'
import { insertProposal, listPersons } from './queries/proposals.ts'
import { readFactsOf, type SwapKnowledge } from './read-swap-facts.ts'
import { readSwap, type SwapView } from './read-swaps.ts'
import { refuseBroken } from './say-violations.ts'
import { tellOfMoves } from './tell-of-swap.ts'

/**
 * Somebody takes an open seat of a shift; of one that has begun, what is left of it. Where only a part is open, they
 * take the part. A host may come beside those desired where hosts are lacking, up to the shift's maximum. They may return it within the rotation's window: `undoSwap`.
 *
 * @param onBehalfOf who takes it, when somebody who leads them acts for them
 * @throws {ShiftNotFound} {@link EmployeeNotFound} {@link SwapNotYours} {@link SeatNotOpen} {@link SwapNotAllowed}
 */
export async function takeSeat(
  ctx: Context,
  shiftId: string,
  { onBehalfOf }: { onBehalfOf?: string } = {}
): Promise<SwapView> {
  return changeSeats(ctx, async (tx) => {
    const takerId = onBehalfOf?.toLowerCase() ?? ctx.actor.employeeId
    const [taker] = await listPersons(tx, [takerId])
    if (!taker) throw new EmployeeNotFound({ employeeIds: [takerId] })
    if (!maySpeakFor(ctx.actor, taker)) throw new SwapNotYours()
    await lockAround(tx, ctx, { employeeIds: [takerId], shiftIds: [shiftId] })
    const swapId = await take(tx, ctx, shiftId, takerId)
    return readSwap(tx, ctx, swapId)
  })
}

async function take(tx: Tx, ctx: Context, id: string, takerId: string): Promise<string> {
  const now = ctx.now()
  const shifts = await listShifts(tx, [id])
  const [shift] = shifts
  if (!shift) throw new ShiftNotFound({ shiftId: id })
  const knowledge = await readFactsOf(tx, shifts, [takerId], now)
  const move = moveInto(knowledge, takerId)
  const isOn = shift.startsAt <= now && now < shift.endsAt
  const rules = isOn ? CHANGE_RULES.filter((rule) => rule !== checkStart) : CHANGE_RULES
  refuseBroken(knowledge, checkMoves(knowledge.facts, [move], rules))
  const { undoMinutes } = shift
  const done = {
    acceptedAt: now,
    acceptedById: takerId,
    consentedBy: ctx.actor.employeeId,
    carriedOutAt: now
  }
  const who = {
    proposerId: takerId,
    createdAt: now,
    createdBy: ctx.actor.employeeId,
    expiresAt: shift.endsAt
  }
  const row = { kind: 'open_seat' as const, shiftId: shift.id, undoMinutes, ...who, ...done }
  const swapId = await insertProposal(tx, row, [])
  const moved = await moveSeats(tx, swapId, knowledge.facts, [move])
  const undoUntil = new Date(now.getTime() + undoMinutes * 60_000)
  await tellOfMoves(tx, ctx, { kind: 'seat-taken', swapId, swapKind: row.kind, moves: [move], undoUntil })
  const after = { employeeId: takerId, shiftId: shift.id, ...moved }
  await recordAudit(tx, ctx, { action: 'seat.taken', objectType: 'swap', objectId: swapId, after })
  return swapId
}

/**
 * What is open of the shift to the taker from now on.
 *
 * @throws {SeatNotOpen}
 */
function moveInto({ facts, shifts }: SwapKnowledge, takerId: string): Move {
  const { id: shiftId, startsAt, endsAt } = shifts[0]!
  const { seats } = facts.shifts[0]!
  const taker = facts.people.find(({ id }) => id === takerId)!
  const left = { startsAt: startsAt > facts.now ? startsAt : facts.now, endsAt, seats }
  const held = heldTimes(facts).get(shiftId) ?? []
  const span = left.startsAt < endsAt ? openSpanFor(taker, left, held) : left
  if (!span) throw new SeatNotOpen({ shiftId })
  return { shiftId, from: null, to: takerId, ...span }
}
