import type { Queryable, Tx } from '../../db/client.ts'
import type { Context } from '../context.ts'
import { type ProposalState, proposalState } from '../engine/swap/proposal-state.ts'
import type { SwapSeat } from '../engine/swap/swap-facts.ts'
import { lockAround } from './change-seats.ts'
import { SwapNotFound, SwapNotOpen } from './errors.ts'
import { maySpeakFor } from './may-speak-for.ts'
import { listSeatsById, type SeatRow } from './queries/facts.ts'
import {
  type AskRow,
  findProposal,
  listAsks,
  listPersons,
  lockProposal,
  type Person,
  type ProposalRow
} from './queries/proposals.ts'
import type { SwapKnowledge } from './read-swap-facts.ts'

/** A proposal with those it is between. */
export interface Bargain {
  proposal: ProposalRow
  asks: AskRow[]
  proposer: Person
  /** The seats it is about, in force or not. */
  seats: SeatRow[]
}

/**
 * Reads a proposal for somebody who has to do with it.
 *
 * @throws {SwapNotFound} also for everybody else
 */
export async function readBargain(db: Queryable, { actor }: Context, swapId: string): Promise<Bargain> {
  const proposal = await findProposal(db, swapId)
  if (!proposal) throw new SwapNotFound({ swapId })
  const asks = await listAsks(db, [swapId])
  const [proposer] = await listPersons(db, [proposal.proposerId])
  const sides = [proposer!, ...asks]
  if (!sides.some((side) => maySpeakFor(actor, side))) throw new SwapNotFound({ swapId })
  const ids = [proposal.giveAssignmentId, ...asks.map(({ takeAssignmentId }) => takeAssignmentId)]
  const seats = await listSeatsById(
    db,
    ids.filter((id) => id !== null)
  )
  return { proposal, asks, proposer: proposer!, seats }
}

/**
 * Locks what the proposal is about and then the proposal itself, and reads it again.
 *
 * @param employeeIds those whose duties may change
 */
export async function lockBargain(
  tx: Tx,
  ctx: Context,
  { proposal, seats }: Bargain,
  employeeIds: readonly string[]
): Promise<Bargain> {
  const shiftIds = [...seats.map(({ shiftId }) => shiftId), ...(proposal.shiftId ? [proposal.shiftId] : [])]
  await lockAround(tx, ctx, { employeeIds, shiftIds })
  await lockProposal(tx, proposal.id)
  return readBargain(tx, ctx, proposal.id)
}

/**
 * The proposer and all who were asked. What is carried out closes other proposals while it holds its own; somebody asked
 * in both who is deactivated or falls ill at that moment closes the same ones the other way round, so they wait before.
 */
export function everybodyOf({ proposer, asks }: Bargain): string[] {
  return [proposer.employeeId, ...asks.map(({ employeeId }) => employeeId)]
}

/** @throws {SwapNotOpen} unless the proposal is in one of these states */
export function refuseUnless({ proposal, asks }: Bargain, now: Date, states: readonly ProposalState[]): void {
  const state = stateOf({ proposal, asks }, now)
  if (!states.includes(state)) throw new SwapNotOpen({ state, cause: proposal.closedCause })
}

/** Nobody is asked for an open seat, so nobody can have declined it. */
export function stateOf({ proposal, asks }: Pick<Bargain, 'proposal' | 'asks'>, now: Date): ProposalState {
  const isAsked = proposal.kind !== 'open_seat'
  return proposalState({ ...proposal, asks: isAsked ? asks : [{ declinedAt: null, closedAt: null }] }, now)
}

/** A seat as the facts of this moment have it, in force and with the holder that the proposal names. */
export function seatNow({ facts }: SwapKnowledge, seat: SeatRow | undefined): SwapSeat | null {
  if (!seat) return null
  const now = facts.seats.find(({ assignmentId }) => assignmentId === seat.assignmentId)
  return now?.employeeId === seat.employeeId ? now : null
}
