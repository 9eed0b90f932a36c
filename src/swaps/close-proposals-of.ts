import type { Tx } from '../../db/client.ts'
import { recordAudits } from '../audit/record-audit.ts'
import type { AnyContext } from '../context.ts'
import { groupBy } from '../engine/facts/group-by.ts'
import { queueNotices } from '../notices/queue-notices.ts'
import type { ProposalCause } from '../words.ts'
import {
  listActive,
  listOpenAsks,
  lockOpenProposals,
  markAsksClosed,
  markProposalsClosed,
  type OpenAsk,
  type OpenProposal
} from './queries/close.ts'

export interface LostGround {
  /** Seats that were released, moved or cancelled. */
  assignmentIds?: readonly string[]
  /** People who are no longer here. */
  employeeIds?: readonly string[]
  cause: ProposalCause
  /** The proposal whose carrying out moves these seats. */
  exceptSwapId?: string
}

/**
 * A change that takes seats or people away takes the open proposals about them with it: call it in the transaction of
 * the change, after it. Where one of several people asked is touched, only that question ends. Proposer and people
 * asked are told. A fixed number of queries, however many seats.
 *
 * @returns the ids of the proposals that ended
 */
export async function closeProposalsOf(tx: Tx, ctx: AnyContext, lost: LostGround): Promise<string[]> {
  const { assignmentIds = [], employeeIds = [], exceptSwapId = null, cause } = lost
  if (assignmentIds.length + employeeIds.length === 0) return []
  const now = ctx.now()
  const found = await lockOpenProposals(tx, { assignmentIds, employeeIds, exceptSwapId }, now)
  if (found.length === 0) return []
  const asks = await listOpenAsks(
    tx,
    found.map(({ id }) => id)
  )
  const outcomes = outcomesOf(found, asks, new Set(assignmentIds), new Set(employeeIds))
  const ended = outcomes.filter(({ isOver }) => isOver).map(({ proposal }) => proposal.id)
  const closing = { closedAt: now, closedCause: cause }
  await markProposalsClosed(tx, ended, closing)
  await markAsksClosed(
    tx,
    outcomes.flatMap(({ isOver, touched }) => (isOver ? [] : touched.map(({ id }) => id))),
    closing
  )
  await tell(tx, ctx, outcomes, cause)
  const what = (swapId: string) => ({ action: 'swap.closed', objectType: 'swap', objectId: swapId })
  await recordAudits(
    tx,
    ctx,
    ended.map((swapId) => ({ ...what(swapId), after: { cause } }))
  )
  return ended
}

interface Outcome {
  proposal: OpenProposal
  /** Nothing of it can come about any more. */
  isOver: boolean
  /** The questions that end with it. */
  touched: OpenAsk[]
}

function outcomesOf(
  found: readonly OpenProposal[],
  asks: readonly OpenAsk[],
  seats: ReadonlySet<string>,
  people: ReadonlySet<string>
): Outcome[] {
  const bySwap = groupBy(asks, ({ swapId }) => swapId)
  const isHit = (ask: OpenAsk) => seats.has(ask.takeAssignmentId ?? '') || people.has(ask.employeeId)
  return found.map((proposal) => {
    // Once one has said yes, the others have heard already that it is not about them any more.
    const { acceptedById } = proposal
    const isConcerned = ({ employeeId }: OpenAsk) => acceptedById === null || acceptedById === employeeId
    const open = (bySwap.get(proposal.id) ?? []).filter(isConcerned)
    const hit = open.filter(isHit)
    const isOver =
      seats.has(proposal.giveAssignmentId ?? '') ||
      people.has(proposal.proposerId) ||
      hit.length === open.length
    return { proposal, isOver, touched: isOver ? open : hit }
  })
}

async function tell(
  tx: Tx,
  ctx: AnyContext,
  outcomes: readonly Outcome[],
  cause: ProposalCause
): Promise<void> {
  const owed = outcomes.flatMap(({ proposal, isOver, touched }) => {
    const about = { swapId: proposal.id, swapKind: proposal.kind, cause, isOver }
    const give = touched[0]?.give ?? null
    const takes = touched.flatMap(({ take }) => take ?? [])
    const facts = { ...about, give, take: takes[0] ?? null, todo: isOver ? 'propose-again' : 'nothing' }
    return [
      { employeeId: proposal.proposerId, kind: 'swap-closed', facts },
      ...touched.map(({ employeeId, take }) => ({
        employeeId,
        kind: 'swap-closed',
        facts: { ...facts, take, isOver: true, todo: 'nothing' }
      }))
    ]
  })
  const here = new Set(
    await listActive(
      tx,
      owed.map(({ employeeId }) => employeeId)
    )
  )
  await queueNotices(
    tx,
    owed.filter(({ employeeId }) => here.has(employeeId)),
    ctx.now()
  )
}
