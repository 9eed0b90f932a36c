import type { Tx } from '../../db/client.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { checkMoves } from '../engine/swap/check-moves.ts'
import { type Return, wayBack } from '../engine/swap/way-back.ts'
import { type Bargain, everybodyOf, lockBargain, readBargain, refuseUnless } from './bargain.ts'
import { changeSeats } from './change-seats.ts'
import { closeProposalsOf } from './close-proposals-of.ts'
import { SeatsMovedOn, SwapNotYours, UndoTooLate } from './errors.ts'
import { maySpeakFor } from './may-speak-for.ts'
import { type ChangeRow, listChanges, markProposal } from './queries/proposals.ts'
import { releaseSeats, restoreSeats } from './queries/seats.ts'
import { readSwapFacts } from './read-swap-facts.ts'
import { readSwap, type SwapView } from './read-swaps.ts'
import { refuseBroken } from './say-violations.ts'
import { tellOfMoves } from './tell-of-swap.ts'

/**
 * Either side undoes a swap, a cover or a seat they took, within the rotation's window and before the first of the
 * shifts begins: everybody gets back exactly the seat they had, if the rules still let them.
 *
 * @throws {SwapNotFound} {@link SwapNotYours} {@link SwapNotOpen} {@link UndoTooLate} {@link SeatsMovedOn}
 *   {@link SwapNotAllowed}
 */
export async function undoSwap(ctx: Context, swapId: string): Promise<SwapView> {
  return changeSeats(ctx, async (tx) => {
    const seen = await readBargain(tx, ctx, swapId)
    // Somebody may be saying yes at this moment, so who it is is known only with everybody locked.
    const bargain = await lockBargain(tx, ctx, seen, everybodyOf(seen))
    if (!mayUndo(ctx, bargain)) throw new SwapNotYours()
    refuseUnless(bargain, ctx.now(), ['accepted'])
    const changes = await listChanges(tx, swapId)
    const back = wayBack(changes)
    refuseLate(ctx, bargain, back)
    await putBack(tx, ctx, changes, back, partiesOf(bargain))
    const undone = { undoneAt: ctx.now(), undoneBy: ctx.actor.employeeId }
    await markProposal(tx, swapId, undone)
    const { kind: swapKind } = bargain.proposal
    await tellOfMoves(tx, ctx, { kind: 'swap-undone', swapId, swapKind, moves: back })
    const what = { action: 'swap.undone', objectType: 'swap', objectId: swapId }
    await recordAudit(tx, ctx, { ...what, after: undone })
    return readSwap(tx, ctx, swapId)
  })
}

function partiesOf({ proposal, proposer }: Bargain): string[] {
  return [...new Set([proposer.employeeId, ...(proposal.acceptedById ? [proposal.acceptedById] : [])])]
}

function mayUndo({ actor }: Context, { proposal, proposer, asks }: Bargain): boolean {
  const accepted = asks.filter(({ employeeId }) => employeeId === proposal.acceptedById)
  return [proposer, ...accepted].some((side) => maySpeakFor(actor, side))
}

function refuseLate(ctx: Context, { proposal }: Bargain, back: readonly Return[]): void {
  const window = proposal.carriedOutAt!.getTime() + proposal.undoMinutes * 60_000
  const until = new Date(Math.min(window, ...back.map(({ startsAt }) => startsAt.getTime())))
  if (until <= ctx.now()) throw new UndoTooLate({ until })
}

/** The very rows that were released come back, with the reason they were given for. */
async function putBack(
  tx: Tx,
  ctx: Context,
  changes: readonly ChangeRow[],
  back: readonly Return[],
  takerIds: readonly string[]
): Promise<void> {
  const now = ctx.now()
  const given = changes.filter(({ effect }) => effect === 'given')
  const taken = changes.filter(({ effect }) => effect === 'taken')
  const gone = given.filter(({ releasedAt }) => releasedAt !== null)
  if (gone.length > 0) throw new SeatsMovedOn({ assignmentIds: idsOf(gone) })
  const shiftIds = changes.map(({ shiftId }) => shiftId)
  const knowledge = await readSwapFacts(tx, { shiftIds, takerIds }, now)
  const moves = back.flatMap(({ to, ...move }) => (to === null ? [] : [{ ...move, to }]))
  refuseBroken(knowledge, checkMoves(knowledge.facts, moves))
  await releaseSeats(tx, idsOf(given), now)
  await restoreSeats(tx, idsOf(taken))
  await closeProposalsOf(tx, ctx, { assignmentIds: idsOf(given), cause: 'changed_hands' })
}

const idsOf = (changes: readonly ChangeRow[]) => changes.map(({ assignmentId }) => assignmentId)
