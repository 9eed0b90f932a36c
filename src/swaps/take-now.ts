import type { Tx } from '../../db/client.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { checkTakeNow } from '../engine/swap/check-take-now.ts'
import type { Move, SwapSeat } from '../engine/swap/swap-facts.ts'
import { overlaps } from '../engine/time/overlaps.ts'
import { changeSeats, lockAround } from './change-seats.ts'
import { closeProposalsOf } from './close-proposals-of.ts'
import { HolderNotAway, SeatNotFound } from './errors.ts'
import { mayOversee } from './may-speak-for.ts'
import { moveSeats } from './move-seats.ts'
import { listSeatsById } from './queries/facts.ts'
import { insertProposal, listPersons } from './queries/proposals.ts'
import { readSwapFacts, type SwapKnowledge } from './read-swap-facts.ts'
import { readSwap, type SwapView } from './read-swaps.ts'
import { refuseBroken } from './say-violations.ts'
import { tellOfMoves } from './tell-of-swap.ts'

/**
 * The actor takes a seat over at once from somebody who fell ill, or what is left of it when the shift is under way:
 * whoever is away by the absences of this moment need not be asked, and for anybody else a lead of theirs, HR or an
 * administrator may say so. Both are told.
 *
 * @throws {SeatNotFound} {@link HolderNotAway} {@link SwapNotAllowed}
 */
export async function takeNow(ctx: Context, assignmentId: string): Promise<SwapView> {
  return changeSeats(ctx, async (tx) => {
    const seen = await findSeat(tx, assignmentId)
    const takerId = ctx.actor.employeeId
    const where = { employeeIds: [seen.employeeId, takerId], shiftIds: [seen.shiftId] }
    await lockAround(tx, ctx, where)
    const { employeeId: holderId } = await findSeat(tx, assignmentId)
    const knowledge = await readSwapFacts(
      tx,
      { shiftIds: where.shiftIds, takerIds: [holderId, takerId] },
      ctx.now()
    )
    const seat = knowledge.facts.seats.find((one) => one.assignmentId === seen.assignmentId)!
    await refuseUnlessAway(tx, ctx, knowledge, seat)
    refuseBroken(knowledge, checkTakeNow(knowledge.facts, { seat, takerId }))
    return readSwap(tx, ctx, await take(tx, ctx, knowledge, seat))
  })
}

/** @throws {SeatNotFound} */
async function findSeat(tx: Tx, assignmentId: string) {
  const [seat] = await listSeatsById(tx, [assignmentId])
  if (!seat || seat.releasedAt) throw new SeatNotFound({ assignmentIds: [assignmentId] })
  return seat
}

/** @throws {HolderNotAway} */
async function refuseUnlessAway(
  tx: Tx,
  ctx: Context,
  { facts }: SwapKnowledge,
  seat: SwapSeat
): Promise<void> {
  const holder = facts.people.find(({ id }) => id === seat.employeeId)!
  const left = { ...seat, startsAt: seat.startsAt > facts.now ? seat.startsAt : facts.now }
  if (holder.absences.some((absence) => overlaps(absence, left))) return
  const [whose] = await listPersons(tx, [holder.id])
  if (!mayOversee(ctx.actor, whose!)) throw new HolderNotAway({ assignmentId: seat.assignmentId! })
}

async function take(tx: Tx, ctx: Context, knowledge: SwapKnowledge, seat: SwapSeat): Promise<string> {
  const { facts, shifts } = knowledge
  const { now } = facts
  const { employeeId: actorId } = ctx.actor
  const { shiftId, employeeId: from, endsAt } = seat
  const startsAt = seat.startsAt > now ? seat.startsAt : now
  const move: Move = { shiftId, from, to: actorId, startsAt, endsAt }
  const { undoMinutes } = shifts[0]!
  const done = { acceptedAt: now, acceptedById: from, consentedBy: actorId, carriedOutAt: now }
  const part = startsAt > seat.startsAt ? { partStartsAt: startsAt, partEndsAt: endsAt } : {}
  const who = { proposerId: actorId, createdAt: now, createdBy: actorId, expiresAt: endsAt }
  const row = { kind: 'cover' as const, undoMinutes, ...part, ...who, ...done }
  const swapId = await insertProposal(tx, row, [{ employeeId: from, takeAssignmentId: seat.assignmentId }])
  const moved = await moveSeats(tx, swapId, facts, [move])
  await closeProposalsOf(tx, ctx, {
    assignmentIds: moved.taken,
    cause: 'changed_hands',
    exceptSwapId: swapId
  })
  const undoUntil = new Date(now.getTime() + undoMinutes * 60_000)
  const told = { kind: 'swap-accepted' as const, swapId, swapKind: row.kind, moves: [move] }
  await tellOfMoves(tx, ctx, { ...told, undoUntil })
  const after = { employeeId: actorId, insteadOf: from, shiftId, ...moved }
  await recordAudit(tx, ctx, { action: 'seat.taken-over', objectType: 'swap', objectId: swapId, after })
  return swapId
}
