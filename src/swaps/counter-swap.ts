import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { isOpenAsk } from '../engine/swap/proposal-state.ts'
import { askOf } from './accept-swap.ts'
import { type Bargain, lockBargain, readBargain, refuseUnless } from './bargain.ts'
import { changeSeats } from './change-seats.ts'
import type { WantedSwap } from './check-wanted.ts'
import { SwapNotOpen, SwapNotValid } from './errors.ts'
import { propose } from './propose-swap.ts'
import { type AskRow, markDeclined } from './queries/proposals.ts'
import { readSwap, type SwapView } from './read-swaps.ts'

/** Left out: no seat in return. */
export interface WantedCounter {
  /** In return: a seat of the person who answers or, where that is what was asked for, of who proposed. */
  assignmentId?: string
  part?: { startsAt: string; endsAt: string }
  message?: string
}

/**
 * Somebody asked says: not so, but so. Their no and their own proposal to who asked them are one step; the first
 * proposal stays open to others who were asked.
 *
 * @throws {SwapNotFound} {@link SwapNotYours} {@link SwapNotOpen} and what `proposeSwap` throws
 */
export async function counterSwap(ctx: Context, swapId: string, wanted: WantedCounter): Promise<SwapView> {
  return changeSeats(ctx, async (tx) => {
    const seen = await readBargain(tx, ctx, swapId)
    const { employeeId } = askOf(ctx, seen)
    const bargain = await lockBargain(tx, ctx, seen, [seen.proposer.employeeId, employeeId])
    const ask = askOf(ctx, bargain)
    refuseUnless(bargain, ctx.now(), ['proposed'])
    if (!isOpenAsk(ask)) throw new SwapNotOpen({ state: ask.declinedAt ? 'declined' : 'closed', cause: null })
    const declined = { declinedAt: ctx.now(), declinedBy: ctx.actor.employeeId }
    await markDeclined(tx, ask.id, declined)
    const counterId = await propose(tx, ctx, turned(bargain, ask, wanted), swapId)
    const what = { action: 'swap.countered', objectType: 'swap', objectId: swapId }
    await recordAudit(tx, ctx, { ...what, after: { employeeId: ask.employeeId, counterId } })
    return readSwap(tx, ctx, counterId)
  })
}

/** The same seat the other way round: what was offered is taken, what was asked for is given. */
function turned({ proposal, proposer }: Bargain, ask: AskRow, wanted: WantedCounter): WantedSwap {
  const { assignmentId, part, message } = wanted
  const isSame =
    part === undefined &&
    (assignmentId?.toLowerCase() ?? null) === ask.takeAssignmentId &&
    !proposal.partStartsAt
  if (isSame && proposal.giveAssignmentId) {
    throw new SwapNotValid([{ field: 'assignmentId', message: 'is what was proposed; accept it instead' }])
  }
  const offered = proposal.giveAssignmentId
  const give = offered ? assignmentId : (ask.takeAssignmentId ?? undefined)
  const take = offered ?? assignmentId
  return {
    ...(give !== undefined && { giveAssignmentId: give }),
    asks: [{ employeeId: proposer.employeeId, ...(take !== undefined && { takeAssignmentId: take }) }],
    ...(part && { part }),
    ...(message !== undefined && { message })
  }
}
