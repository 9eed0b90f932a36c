import type { Tx } from '../../db/client.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { isOpenAsk } from '../engine/swap/proposal-state.ts'
import { type Bargain, everybodyOf, lockBargain, readBargain, refuseUnless } from './bargain.ts'
import { carryOut, weigh } from './carry-out.ts'
import { changeSeats } from './change-seats.ts'
import { SpeaksForBoth, SwapNotOpen, SwapNotYours } from './errors.ts'
import { mayOversee } from './may-speak-for.ts'
import { type AskRow, listLeads, markProposal } from './queries/proposals.ts'
import { readSwap, type SwapView } from './read-swaps.ts'
import { tellPeople } from './tell-of-swap.ts'

/**
 * Somebody asked says yes, the first one wins: the rules are asked again with the facts of this moment, and the seats
 * change hands, or wait for a lead where the rotation says so.
 *
 * @param onBehalfOf the person asked, when the actor speaks for them; never who proposed it
 * @throws {SwapNotFound} {@link SwapNotYours} {@link SpeaksForBoth} {@link SwapNotOpen} {@link SwapNotAllowed}
 */
export async function acceptSwap(
  ctx: Context,
  swapId: string,
  { onBehalfOf }: { onBehalfOf?: string } = {}
): Promise<SwapView> {
  return changeSeats(ctx, async (tx) => {
    const seen = await readBargain(tx, ctx, swapId)
    askOf(ctx, seen, onBehalfOf)
    const bargain = await lockBargain(tx, ctx, seen, everybodyOf(seen))
    refuseUnless(bargain, ctx.now(), ['proposed'])
    const ask = askOf(ctx, bargain, onBehalfOf)
    if (!isOpenAsk(ask)) throw new SwapNotOpen({ state: ask.declinedAt ? 'declined' : 'closed', cause: null })
    await agree(tx, ctx, bargain, ask)
    return readSwap(tx, ctx, swapId)
  })
}

/** @throws {SwapNotYours} {@link SpeaksForBoth} */
export function askOf({ actor }: Context, { proposal, asks }: Bargain, onBehalfOf?: string): AskRow {
  const whose = onBehalfOf?.toLowerCase() ?? actor.employeeId
  const ask = asks.find(({ employeeId }) => employeeId === whose)
  if (!ask) throw new SwapNotYours()
  if (ask.employeeId === actor.employeeId) return ask
  if (!mayOversee(actor, ask)) throw new SwapNotYours()
  if ([proposal.createdBy, proposal.proposerId].includes(actor.employeeId)) throw new SpeaksForBoth()
  return ask
}

async function agree(tx: Tx, ctx: Context, bargain: Bargain, ask: AskRow): Promise<void> {
  const { proposal, asks, proposer } = bargain
  const accepted = {
    acceptedAt: ctx.now(),
    acceptedById: ask.employeeId,
    consentedBy: ctx.actor.employeeId
  }
  if (proposal.needsApproval) await weigh(tx, ctx, bargain, ask)
  await markProposal(tx, proposal.id, accepted)
  const what = { objectType: 'swap', objectId: proposal.id }
  await recordAudit(tx, ctx, { action: 'swap.accepted', ...what, after: accepted })
  const others = asks.filter((one) => one.id !== ask.id && isOpenAsk(one))
  const about = { swapId: proposal.id, swapKind: proposal.kind, acceptedById: ask.employeeId }
  await tellPeople(
    tx,
    ctx,
    others.map(({ employeeId }) => employeeId),
    'swap-answered-by-another',
    { ...about, todo: 'nothing' }
  )
  if (!proposal.needsApproval)
    return carryOut(tx, ctx, { ...bargain, proposal: { ...proposal, ...accepted } }, ask)
  const sides = [proposer.employeeId, ask.employeeId]
  await tellPeople(tx, ctx, sides, 'swap-awaits-approval', { ...about, todo: 'wait' })
  const leads = await listLeads(tx, [proposer.teamId, ask.teamId])
  const spoke = [...sides, proposal.createdBy, ctx.actor.employeeId]
  const asked = leads.filter((id) => !spoke.includes(id))
  await tellPeople(tx, ctx, asked, 'swap-to-approve', { ...about, todo: 'approve' })
}
