import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { type Bargain, everybodyOf, lockBargain, readBargain, refuseUnless } from './bargain.ts'
import { carryOut } from './carry-out.ts'
import { changeSeats } from './change-seats.ts'
import { SpeaksForBoth, SwapNotYours } from './errors.ts'
import { mayOversee } from './may-speak-for.ts'
import { markProposal } from './queries/proposals.ts'
import { readSwap, type SwapView } from './read-swaps.ts'
import { tellPeople } from './tell-of-swap.ts'

/**
 * A lead of either side, HR or an administrator approves what two people have agreed on, where the rotation asks for
 * it; the rules are asked again. Nobody approves what they are a side of or spoke for.
 *
 * @throws {SwapNotFound} {@link SwapNotYours} {@link SpeaksForBoth} {@link SwapNotOpen} {@link SwapNotAllowed}
 */
export async function approveSwap(ctx: Context, swapId: string): Promise<SwapView> {
  return changeSeats(ctx, async (tx) => {
    const bargain = await lockAgreed(tx, ctx, swapId)
    const approved = { approvedAt: ctx.now(), approvedBy: ctx.actor.employeeId }
    await markProposal(tx, swapId, approved)
    const what = { action: 'swap.approved', objectType: 'swap', objectId: swapId }
    await recordAudit(tx, ctx, { ...what, after: approved })
    await carryOut(tx, ctx, bargain, acceptedAsk(bargain))
    return readSwap(tx, ctx, swapId)
  })
}

/**
 * The lead's no: nothing changes hands, and both sides are told.
 *
 * @throws {SwapNotFound} {@link SwapNotYours} {@link SpeaksForBoth} {@link SwapNotOpen}
 */
export async function refuseSwap(
  ctx: Context,
  swapId: string,
  { reason }: { reason: string }
): Promise<SwapView> {
  return changeSeats(ctx, async (tx) => {
    const bargain = await lockAgreed(tx, ctx, swapId)
    const refused = { refusedAt: ctx.now(), refusedBy: ctx.actor.employeeId }
    await markProposal(tx, swapId, refused)
    const sides = [bargain.proposer.employeeId, acceptedAsk(bargain).employeeId]
    const about = { swapId, swapKind: bargain.proposal.kind, reason, todo: 'propose-again' }
    await tellPeople(tx, ctx, sides, 'swap-refused', about)
    const what = { action: 'swap.refused', objectType: 'swap', objectId: swapId }
    await recordAudit(tx, ctx, { ...what, after: { ...refused, reason } })
    return readSwap(tx, ctx, swapId)
  })
}

type Tx = Parameters<typeof markProposal>[0]

async function lockAgreed(tx: Tx, ctx: Context, swapId: string): Promise<Bargain> {
  const seen = await readBargain(tx, ctx, swapId)
  const bargain = await lockBargain(tx, ctx, seen, everybodyOf(seen))
  refuseUnconcerned(ctx, bargain)
  refuseUnless(bargain, ctx.now(), ['awaiting_approval'])
  return bargain
}

const acceptedAsk = ({ proposal, asks }: Bargain) =>
  asks.find(({ employeeId }) => employeeId === proposal.acceptedById)!

function refuseUnconcerned({ actor }: Context, { proposal, proposer, asks }: Bargain): void {
  const accepted = asks.filter(({ employeeId }) => employeeId === proposal.acceptedById)
  if (![proposer, ...accepted].some((side) => mayOversee(actor, side))) throw new SwapNotYours()
  const spoke = [proposal.createdBy, proposal.consentedBy, proposal.proposerId, proposal.acceptedById]
  if (spoke.includes(actor.employeeId)) throw new SpeaksForBoth()
}
