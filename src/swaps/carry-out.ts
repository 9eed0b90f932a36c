import type { Tx } from '../../db/client.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { checkSwap } from '../engine/swap/check-swap.ts'
import { movesOf } from '../engine/swap/moves-of.ts'
import { type Bargain, seatNow } from './bargain.ts'
import { closeProposalsOf } from './close-proposals-of.ts'
import { SeatsMovedOn } from './errors.ts'
import { moveSeats } from './move-seats.ts'
import { type AskRow, markProposal } from './queries/proposals.ts'
import { readSwapFacts } from './read-swap-facts.ts'
import { refuseBroken } from './say-violations.ts'
import { tellOfMoves } from './tell-of-swap.ts'

/** What an agreement would do by the facts of this moment, with everybody locked. */
export async function weigh(tx: Tx, ctx: Context, { proposal, seats, proposer }: Bargain, ask: AskRow) {
  const takerIds = [proposer.employeeId, ask.employeeId]
  const rowOf = (id: string | null) => seats.find(({ assignmentId }) => assignmentId === id)
  const wanted = [rowOf(proposal.giveAssignmentId), rowOf(ask.takeAssignmentId)].filter((row) => !!row)
  const shiftIds = wanted.map(({ shiftId }) => shiftId)
  const knowledge = await readSwapFacts(tx, { shiftIds, takerIds }, ctx.now())
  const give = seatNow(knowledge, rowOf(proposal.giveAssignmentId))
  const take = seatNow(knowledge, rowOf(ask.takeAssignmentId))
  const lost = wanted.filter((row) => !seatNow(knowledge, row))
  if (lost.length > 0) throw new SeatsMovedOn({ assignmentIds: lost.map((row) => row.assignmentId) })
  const { partStartsAt, partEndsAt } = proposal
  const part = partStartsAt && partEndsAt ? { startsAt: partStartsAt, endsAt: partEndsAt } : null
  const exchange = { proposerId: proposer.employeeId, askedId: ask.employeeId, give, take, part }
  refuseBroken(knowledge, checkSwap(knowledge.facts, exchange))
  return { knowledge, moves: movesOf(exchange) }
}

/**
 * The seats change hands: other proposals about them close, both sides are told and may undo it for a while.
 *
 * @throws {SwapNotAllowed} {@link SeatsMovedOn}
 */
export async function carryOut(tx: Tx, ctx: Context, bargain: Bargain, ask: AskRow): Promise<void> {
  const { proposal } = bargain
  const now = ctx.now()
  const { knowledge, moves } = await weigh(tx, ctx, bargain, ask)
  const moved = await moveSeats(tx, proposal.id, knowledge.facts, moves)
  await markProposal(tx, proposal.id, { carriedOutAt: now })
  const exceptSwapId = proposal.id
  await closeProposalsOf(tx, ctx, { assignmentIds: moved.taken, cause: 'changed_hands', exceptSwapId })
  const undoUntil = new Date(now.getTime() + proposal.undoMinutes * 60_000)
  const told = { kind: 'swap-accepted' as const, swapId: proposal.id, swapKind: proposal.kind, moves }
  await tellOfMoves(tx, ctx, { ...told, undoUntil })
  const after = { acceptedById: ask.employeeId, ...moved }
  await recordAudit(tx, ctx, { action: 'swap.carried-out', objectType: 'swap', objectId: proposal.id, after })
}
