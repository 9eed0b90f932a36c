import type { Queryable } from '../../db/client.ts'
import type { Actor, Context } from '../context.ts'
import { groupBy } from '../engine/facts/group-by.ts'
import { isOpenAsk, proposalState } from '../engine/swap/proposal-state.ts'
import { pageOf, readInstantCursor } from '../lib/paging.ts'
import { may } from '../permissions.ts'
import { SwapNotFound } from './errors.ts'
import { mayOversee } from './may-speak-for.ts'
import {
  type AskRow,
  findProposal,
  listAsks,
  listPersons,
  listProposals,
  listSeatViews,
  type Person,
  type ProposalRow,
  type SeatViewRow,
  type View
} from './queries/proposals.ts'

export { VIEWS } from './queries/proposals.ts'

/** @throws {SwapNotFound} also for who is neither asked nor asking, nor answers for one of them */
export async function readSwap(db: Queryable, ctx: Context, swapId: string) {
  const proposal = await findProposal(db, swapId)
  const [view] = proposal ? await viewsOf(db, ctx, [proposal]) : []
  if (!view) throw new SwapNotFound({ swapId })
  return view
}

export type SwapView = Awaited<ReturnType<typeof viewsOf>>[number]

/** A page of what the actor was asked, has offered, or may approve, newest first. */
export async function readSwaps(
  ctx: Context,
  { view, cursor, limit = 50 }: { view: View; cursor?: string; limit?: number }
) {
  const { employeeId, leads } = ctx.actor
  const teamIds = may(ctx.actor, 'swap.oversee') ? null : leads
  const after = readInstantCursor(cursor)
  const viewer = { employeeId, teamIds, now: ctx.now() }
  const rows = await listProposals(ctx.db, view, viewer, { after, limit: limit + 1 })
  const page = pageOf(rows, limit, ({ id, createdAt }) => ({ key: createdAt.toISOString(), id }))
  return { ...page, items: await viewsOf(ctx.db, ctx, page.items) }
}

/** Three queries for any number of proposals; those that the actor may not see are left out. */
async function viewsOf(db: Queryable, ctx: Context, proposals: readonly ProposalRow[]) {
  const asks = await listAsks(
    db,
    proposals.map(({ id }) => id)
  )
  const asksOf = groupBy(asks, ({ swapId }) => swapId)
  const ids = proposals.flatMap((one) => [one.proposerId, one.acceptedById, one.createdBy, one.consentedBy])
  const persons = await listPersons(db, [...new Set(ids.filter((id) => id !== null))])
  const personOf = new Map(persons.map((person) => [person.employeeId, person]))
  const seatIds = [
    ...proposals.map(({ giveAssignmentId }) => giveAssignmentId),
    ...asks.map(({ takeAssignmentId }) => takeAssignmentId)
  ]
  const seats = await listSeatViews(
    db,
    seatIds.filter((id) => id !== null)
  )
  const seatOf = new Map(seats.map((seat) => [seat.assignmentId, seat]))
  return proposals
    .map((proposal) => ({ proposal, asks: asksOf.get(proposal.id) ?? [] }))
    .filter((about) => maySee(ctx.actor, about, personOf))
    .map((about) => viewOf(ctx, about, personOf, seatOf))
}

interface About {
  proposal: ProposalRow
  asks: AskRow[]
}

function maySee(actor: Actor, { proposal, asks }: About, personOf: ReadonlyMap<string, Person>): boolean {
  const proposer = personOf.get(proposal.proposerId)!
  const sides = [proposer, ...asks]
  return sides.some((side) => side.employeeId === actor.employeeId || mayOversee(actor, side))
}

function viewOf(
  ctx: Context,
  { proposal, asks }: About,
  personOf: ReadonlyMap<string, Person>,
  seatOf: ReadonlyMap<string, SeatViewRow>
) {
  const nameOf = (id: string | null) => (id === null ? null : { id, name: personOf.get(id)?.name ?? '' })
  const seat = (id: string | null) => (id === null ? null : (seatOf.get(id) ?? null))
  const proposer = personOf.get(proposal.proposerId)!
  const isAsking = proposer.employeeId === ctx.actor.employeeId || mayOversee(ctx.actor, proposer)
  const shown = asks.filter(
    (ask) => isAsking || ask.employeeId === ctx.actor.employeeId || mayOversee(ctx.actor, ask)
  )
  const { partStartsAt, partEndsAt, carriedOutAt, undoMinutes } = proposal
  return {
    id: proposal.id,
    kind: proposal.kind,
    state: proposalState({ ...proposal, asks: asksFor(proposal, asks) }, ctx.now()),
    cause: proposal.closedCause,
    proposer: nameOf(proposal.proposerId)!,
    give: seat(proposal.giveAssignmentId),
    shiftId: proposal.shiftId,
    part: partStartsAt && partEndsAt ? { startsAt: partStartsAt, endsAt: partEndsAt } : null,
    asks: shown.map((ask) => ({
      employee: { id: ask.employeeId, name: ask.name },
      take: seat(ask.takeAssignmentId),
      answer: answerOf(ask, proposal)
    })),
    /** Others who were asked too; their names are not the reader's business. */
    othersAsked: asks.length - shown.length,
    message: proposal.message,
    counterOf: proposal.counterOf,
    needsApproval: proposal.needsApproval,
    createdAt: proposal.createdAt,
    createdBy: nameOf(proposal.createdBy),
    expiresAt: proposal.expiresAt,
    acceptedAt: proposal.acceptedAt,
    acceptedBy: nameOf(proposal.acceptedById),
    carriedOutAt,
    undoUntil: carriedOutAt && new Date(carriedOutAt.getTime() + undoMinutes * 60_000)
  }
}

/** What nobody was asked, such as an open seat, cannot have been declined. */
function asksFor({ kind }: ProposalRow, asks: readonly AskRow[]) {
  return kind === 'open_seat' ? [{ declinedAt: null, closedAt: null }] : asks
}

function answerOf(ask: AskRow, { acceptedById }: ProposalRow): 'open' | 'accepted' | 'declined' | 'closed' {
  if (ask.employeeId === acceptedById) return 'accepted'
  if (ask.declinedAt) return 'declined'
  return isOpenAsk(ask) && acceptedById === null ? 'open' : 'closed'
}
