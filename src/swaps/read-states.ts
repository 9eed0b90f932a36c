import type { Queryable } from '../../db/client.ts'
import { groupBy } from '../engine/facts/group-by.ts'
import { isOpenAsk, type ProposalState, proposalState } from '../engine/swap/proposal-state.ts'
import { listAsks, listProposalsByIds } from './queries/proposals.ts'

export interface SwapStanding {
  state: ProposalState
  /** Those asked who may still say yes, as far as their own answer goes. */
  waitsFor: ReadonlySet<string>
}

/** How far these proposals are and whose answer they wait for, for messages about them; by id. Two queries. */
export async function readSwapStates(
  db: Queryable,
  swapIds: readonly string[],
  now: Date
): Promise<Map<string, SwapStanding>> {
  const proposals = await listProposalsByIds(db, swapIds)
  const asksOf = groupBy(await listAsks(db, swapIds), ({ swapId }) => swapId)
  return new Map(
    proposals.map((proposal) => {
      const asks = asksOf.get(proposal.id) ?? []
      const waitsFor = new Set(asks.filter(isOpenAsk).map(({ employeeId }) => employeeId))
      return [proposal.id, { state: proposalState({ ...proposal, asks }, now), waitsFor }]
    })
  )
}
