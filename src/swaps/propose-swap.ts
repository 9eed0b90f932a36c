import type { Tx } from '../../db/client.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { checkSwap } from '../engine/swap/check-swap.ts'
import { type Exchange, movesOf } from '../engine/swap/moves-of.ts'
import type { SwapSeat } from '../engine/swap/swap-facts.ts'
import { changeSeats, lockAround } from './change-seats.ts'
import { checkWanted, type WantedSwap } from './check-wanted.ts'
import { SwapNotYours } from './errors.ts'
import { expiryOf } from './expiry.ts'
import { insertProposal } from './queries/proposals.ts'
import { readSwapFacts, type SwapKnowledge } from './read-swap-facts.ts'
import { readSwap, type SwapView } from './read-swaps.ts'
import { partiesOf, partOf, seatsOf } from './read-wanted.ts'
import { refuseBroken } from './say-violations.ts'
import { tellEach, tellPeople } from './tell-of-swap.ts'

/**
 * Proposes a swap or a cover to one or several people; the first yes wins. Everything is checked by the rules as if
 * each of them said yes now. Whoever is asked is told, and the proposer too when somebody else acts for them.
 *
 * @throws {SwapNotValid} {@link SeatNotFound} {@link EmployeeNotFound} {@link SwapNotYours} {@link SwapNotAllowed}
 */
export async function proposeSwap(ctx: Context, wanted: WantedSwap): Promise<SwapView> {
  return changeSeats(ctx, async (tx) => readSwap(tx, ctx, await propose(tx, ctx, wanted)))
}

/** The same within a transaction; gives the id. */
export async function propose(
  tx: Tx,
  ctx: Context,
  wanted: WantedSwap,
  counterOf: string | null = null
): Promise<string> {
  checkWanted(wanted)
  const { proposerId, askedIds } = await partiesOf(tx, ctx, wanted)
  // Who answers with another proposal offers what is theirs, also when they lead others.
  if (counterOf !== null && proposerId !== ctx.actor.employeeId) throw new SwapNotYours()
  const { knowledge, seats, exchanges } = await lockExchanges(tx, ctx, wanted, { proposerId, askedIds })
  refuseBroken(
    knowledge,
    exchanges.flatMap((exchange) => checkSwap(knowledge.facts, exchange))
  )
  const row = { proposerId, counterOf, ...rowOf(ctx, wanted, exchanges), ...termsOf(knowledge) }
  const asks = exchanges.map(({ askedId, take }) => ({
    employeeId: askedId,
    takeAssignmentId: take?.assignmentId ?? null
  }))
  const swapId = await insertProposal(tx, row, asks)
  await tell(tx, ctx, swapId, { ...row, asks, seats })
  const after = { ...row, asks }
  await recordAudit(tx, ctx, { action: 'swap.proposed', objectType: 'swap', objectId: swapId, after })
  return swapId
}

/** What each yes would do, with everybody who might say one locked. */
async function lockExchanges(
  tx: Tx,
  ctx: Context,
  wanted: WantedSwap,
  { proposerId, askedIds }: { proposerId: string; askedIds: string[] }
) {
  const takerIds = [proposerId, ...askedIds]
  const shiftIds = (await seatsOf(tx, wanted, proposerId)).map(({ shiftId }) => shiftId)
  await lockAround(tx, ctx, { employeeIds: takerIds, shiftIds })
  const seats = await seatsOf(tx, wanted, proposerId)
  const knowledge = await readSwapFacts(tx, { shiftIds, takerIds }, ctx.now())
  const part = partOf(wanted, seats)
  const givenId = wanted.giveAssignmentId?.toLowerCase()
  const give = seats.find(({ assignmentId }) => assignmentId === givenId) ?? null
  const exchanges = askedIds.map((askedId): Exchange => {
    const take = seats.find(({ employeeId }) => employeeId === askedId) ?? null
    return { proposerId, askedId, give, take, part }
  })
  return { knowledge, seats, exchanges }
}

function rowOf(ctx: Context, { message, expiresAt }: WantedSwap, exchanges: readonly Exchange[]) {
  const now = ctx.now()
  const [first] = exchanges
  const starts = exchanges.flatMap(movesOf).map(({ startsAt }) => startsAt.getTime())
  return {
    kind: first?.give && first.take ? ('swap' as const) : ('cover' as const),
    giveAssignmentId: first?.give?.assignmentId ?? null,
    partStartsAt: first?.part?.startsAt ?? null,
    partEndsAt: first?.part?.endsAt ?? null,
    message: message ?? null,
    createdAt: now,
    createdBy: ctx.actor.employeeId,
    expiresAt: expiryOf(expiresAt, new Date(Math.min(...starts)), now)
  }
}

/** The stricter of two rotations decides. */
function termsOf({ shifts }: SwapKnowledge) {
  return {
    needsApproval: shifts.some(({ swapsNeedApproval }) => swapsNeedApproval),
    undoMinutes: Math.min(...shifts.map(({ undoMinutes }) => undoMinutes))
  }
}

interface Told {
  kind: 'swap' | 'cover'
  proposerId: string
  giveAssignmentId: string | null
  partStartsAt: Date | null
  partEndsAt: Date | null
  message: string | null
  expiresAt: Date
  counterOf: string | null
  asks: { employeeId: string; takeAssignmentId: string | null }[]
  seats: SwapSeat[]
}

async function tell(tx: Tx, ctx: Context, swapId: string, told: Told): Promise<void> {
  const { kind, proposerId, message, expiresAt, counterOf } = told
  const spanOf = (id: string | null) => {
    const seat = told.seats.find(({ assignmentId }) => id !== null && assignmentId === id)
    return seat ? { shiftId: seat.shiftId, startsAt: seat.startsAt, endsAt: seat.endsAt } : null
  }
  const part = told.partStartsAt && { startsAt: told.partStartsAt, endsAt: told.partEndsAt }
  const about = { swapId, swapKind: kind, proposerId, message, expiresAt, counterOf, part }
  const give = spanOf(told.giveAssignmentId)
  const asked = told.asks.map(({ employeeId, takeAssignmentId }) => ({
    employeeId,
    facts: { ...about, give, take: spanOf(takeAssignmentId), todo: 'answer' }
  }))
  await tellEach(tx, ctx, 'swap-asked', asked)
  if (proposerId === ctx.actor.employeeId) return
  const facts = { ...about, give, take: null, todo: 'withdraw-if-wrong' }
  await tellPeople(tx, ctx, [proposerId], 'swap-proposed-for-you', facts)
}
