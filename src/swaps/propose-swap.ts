import type { Tx } from '../../db/client.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { checkSwap } from '../engine/swap/check-swap.ts'
import { isPartOf } from '../engine/swap/is-part-of.ts'
import { movesOf } from '../engine/swap/moves-of.ts'
import type { SwapSeat } from '../engine/swap/swap-facts.ts'
import { changeSeats, lockAround } from './change-seats.ts'
import { checkWanted, type WantedSwap } from './check-wanted.ts'
import { EmployeeNotFound, SeatNotFound, SwapNotValid, SwapNotYours } from './errors.ts'
import { expiryOf } from './expiry.ts'
import { maySpeakFor } from './may-speak-for.ts'
import { listSeatsById } from './queries/facts.ts'
import { insertProposal, listPersons } from './queries/proposals.ts'
import { readSwapFacts, type SwapKnowledge } from './read-swap-facts.ts'
import { readSwap, type SwapView } from './read-swaps.ts'
import { refuseBroken } from './say-violations.ts'
import { tellPeople } from './tell-of-swap.ts'

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
  const found = await seatsOf(tx, wanted, proposerId)
  const shiftIds = found.map(({ shiftId }) => shiftId)
  await lockAround(tx, ctx, { employeeIds: [proposerId, ...askedIds], shiftIds })
  const seats = await seatsOf(tx, wanted, proposerId)
  const now = ctx.now()
  const knowledge = await readSwapFacts(tx, { shiftIds, takerIds: [proposerId, ...askedIds] }, now)
  const part = partOf(wanted, seats)
  const give = seats.find(({ assignmentId }) => sameId(assignmentId, wanted.giveAssignmentId)) ?? null
  const exchanges = askedIds.map((askedId) => {
    const take = seats.find(({ employeeId }) => employeeId === askedId) ?? null
    return { proposerId, askedId, give, take, part }
  })
  refuseBroken(
    knowledge,
    exchanges.flatMap((exchange) => checkSwap(knowledge.facts, exchange))
  )
  const starts = exchanges.flatMap(movesOf).map(({ startsAt }) => startsAt.getTime())
  const expiresAt = expiryOf(wanted.expiresAt, new Date(Math.min(...starts)), now)
  const row = {
    kind: give && exchanges[0]!.take ? ('swap' as const) : ('cover' as const),
    proposerId,
    giveAssignmentId: give?.assignmentId ?? null,
    partStartsAt: part?.startsAt ?? null,
    partEndsAt: part?.endsAt ?? null,
    message: wanted.message ?? null,
    counterOf,
    createdAt: now,
    createdBy: ctx.actor.employeeId,
    expiresAt,
    ...termsOf(knowledge)
  }
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

const sameId = (id: string | null, wanted: string | undefined) => id === wanted?.toLowerCase()

/** @throws {SeatNotFound} {@link EmployeeNotFound} {@link SwapNotYours} */
async function partiesOf(tx: Tx, { actor }: Context, wanted: WantedSwap) {
  const { giveAssignmentId, onBehalfOf } = wanted
  const [given] = giveAssignmentId === undefined ? [] : await listSeatsById(tx, [giveAssignmentId])
  if (giveAssignmentId !== undefined && !given) throw new SeatNotFound({ assignmentIds: [giveAssignmentId] })
  const proposerId = given?.employeeId ?? onBehalfOf?.toLowerCase() ?? actor.employeeId
  const askedIds = wanted.asks.map(({ employeeId }) => employeeId.toLowerCase())
  const persons = await listPersons(tx, [proposerId, ...askedIds])
  const known = new Set(persons.map(({ employeeId }) => employeeId))
  const unknown = [proposerId, ...askedIds].filter((id) => !known.has(id))
  if (unknown.length > 0) throw new EmployeeNotFound({ employeeIds: unknown })
  const proposer = persons.find(({ employeeId }) => employeeId === proposerId)!
  if (!maySpeakFor(actor, proposer)) throw new SwapNotYours()
  if (askedIds.includes(proposerId)) {
    throw new SwapNotValid([{ field: 'asks', message: 'must not name the person who proposes' }])
  }
  return { proposerId, askedIds }
}

/** @throws {SeatNotFound} for seats given up by now, or held by somebody else than said */
async function seatsOf(tx: Tx, { giveAssignmentId, asks }: WantedSwap, proposerId: string) {
  const holderOf = new Map<string, string>()
  if (giveAssignmentId !== undefined) holderOf.set(giveAssignmentId.toLowerCase(), proposerId)
  for (const { employeeId, takeAssignmentId } of asks) {
    if (takeAssignmentId !== undefined) {
      holderOf.set(takeAssignmentId.toLowerCase(), employeeId.toLowerCase())
    }
  }
  const rows = await listSeatsById(tx, [...holderOf.keys()])
  const good = rows.filter((seat) => !seat.releasedAt && seat.employeeId === holderOf.get(seat.assignmentId))
  const found = new Set(good.map(({ assignmentId }) => assignmentId))
  const assignmentIds = [...holderOf.keys()].filter((id) => !found.has(id))
  if (assignmentIds.length > 0) throw new SeatNotFound({ assignmentIds })
  return good.map(({ releasedAt: _, ...seat }) => seat)
}

/** @throws {SwapNotValid} */
function partOf({ part }: WantedSwap, seats: readonly SwapSeat[]) {
  if (!part) return null
  const span = { startsAt: new Date(part.startsAt), endsAt: new Date(part.endsAt) }
  if (seats.every((seat) => isPartOf(span, seat))) return span
  const message = 'must reach from one end of the seat to a time in it, both pieces at least half an hour'
  throw new SwapNotValid([{ field: 'part', message }])
}

/** The stricter of two rotations decides. */
export function termsOf({ shifts }: SwapKnowledge) {
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
  for (const { employeeId, takeAssignmentId } of told.asks) {
    const facts = { ...about, give, take: spanOf(takeAssignmentId), todo: 'answer' }
    await tellPeople(tx, ctx, [employeeId], 'swap-asked', facts)
  }
  if (proposerId === ctx.actor.employeeId) return
  const facts = { ...about, give, take: null, todo: 'withdraw-if-wrong' }
  await tellPeople(tx, ctx, [proposerId], 'swap-proposed-for-you', facts)
}
