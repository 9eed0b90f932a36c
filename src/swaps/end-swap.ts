import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { isOpenAsk } from '../engine/swap/proposal-state.ts'
import { askOf } from './accept-swap.ts'
import { type Bargain, lockBargain, readBargain, refuseUnless } from './bargain.ts'
import { changeSeats } from './change-seats.ts'
import { SwapNotOpen, SwapNotYours } from './errors.ts'
import { maySpeakFor } from './may-speak-for.ts'
import { markDeclined, markProposal } from './queries/proposals.ts'
import { readSwap, type SwapView } from './read-swaps.ts'
import { tellPeople } from './tell-of-swap.ts'

/**
 * The proposer takes a proposal back before it is carried out; while it waits for approval the other side may as well.
 * Those asked are told.
 *
 * @throws {SwapNotFound} {@link SwapNotYours} {@link SwapNotOpen}
 */
export async function withdrawSwap(ctx: Context, swapId: string): Promise<SwapView> {
  return changeSeats(ctx, async (tx) => {
    const seen = await readBargain(tx, ctx, swapId)
    const bargain = await lockBargain(tx, ctx, seen, [seen.proposer.employeeId])
    if (!mayWithdraw(ctx, bargain)) throw new SwapNotYours()
    refuseUnless(bargain, ctx.now(), ['proposed', 'awaiting_approval'])
    const { proposal, asks, proposer } = bargain
    const withdrawn = { withdrawnAt: ctx.now(), withdrawnBy: ctx.actor.employeeId }
    await markProposal(tx, swapId, withdrawn)
    const waiting = asks.filter((ask) => isOpenAsk(ask) && isConcerned(ask, proposal.acceptedById))
    const people = [proposer.employeeId, ...waiting.map(({ employeeId }) => employeeId)]
    const about = { swapId, swapKind: proposal.kind, todo: 'nothing' }
    const others = people.filter((id) => id !== ctx.actor.employeeId)
    await tellPeople(tx, ctx, others, 'swap-withdrawn', about)
    const what = { action: 'swap.withdrawn', objectType: 'swap', objectId: swapId }
    await recordAudit(tx, ctx, { ...what, after: withdrawn })
    return readSwap(tx, ctx, swapId)
  })
}

/** Once one has said yes, the others have been told already that it is not about them any more. */
const isConcerned = ({ employeeId }: { employeeId: string }, acceptedById: string | null) =>
  acceptedById === null || acceptedById === employeeId

function mayWithdraw({ actor }: Context, { proposal, proposer, asks }: Bargain): boolean {
  const accepted = asks.find(({ employeeId }) => employeeId === proposal.acceptedById)
  return maySpeakFor(actor, proposer) || (accepted !== undefined && maySpeakFor(actor, accepted))
}

/**
 * Somebody asked says no; when nobody is left who could say yes the proposal is declined. The proposer is told.
 *
 * @throws {SwapNotFound} {@link SwapNotYours} {@link SwapNotOpen}
 */
export async function declineSwap(
  ctx: Context,
  swapId: string,
  { onBehalfOf }: { onBehalfOf?: string } = {}
): Promise<SwapView> {
  return changeSeats(ctx, async (tx) => {
    const seen = await readBargain(tx, ctx, swapId)
    const { employeeId } = askOf(ctx, seen, onBehalfOf)
    const bargain = await lockBargain(tx, ctx, seen, [employeeId])
    const ask = askOf(ctx, bargain, onBehalfOf)
    refuseUnless(bargain, ctx.now(), ['proposed'])
    if (!isOpenAsk(ask)) throw new SwapNotOpen({ state: ask.declinedAt ? 'declined' : 'closed', cause: null })
    const declined = { declinedAt: ctx.now(), declinedBy: ctx.actor.employeeId }
    await markDeclined(tx, ask.id, declined)
    const isLast = bargain.asks.filter(isOpenAsk).length === 1
    const about = { swapId, swapKind: bargain.proposal.kind, askedId: employeeId, isLast }
    const told = [bargain.proposer.employeeId, ...(employeeId === ctx.actor.employeeId ? [] : [employeeId])]
    const todo = isLast ? 'propose-again' : 'wait'
    await tellPeople(tx, ctx, told, 'swap-declined', { ...about, todo })
    const what = { action: 'swap.declined', objectType: 'swap', objectId: swapId }
    await recordAudit(tx, ctx, { ...what, after: { employeeId, ...declined } })
    return readSwap(tx, ctx, swapId)
  })
}
