import type { AnyContext } from '../context.ts'
import { groupBy } from '../engine/facts/group-by.ts'
import { proposalState } from '../engine/swap/proposal-state.ts'
import { queueNotices } from '../notices/queue-notices.ts'
import { listActive } from './queries/close.ts'
import { listAsks, lockExpiredUntold, markExpiryTold } from './queries/proposals.ts'

/** Rows per transaction; the next tick takes the rest. */
const BATCH = 500

/**
 * Tells people that nobody answered their proposal in time, or no lead approved it. Only the telling is a job: a
 * proposal expires by the clock. Who has heard that everybody declined, or is gone, hears nothing more.
 */
export async function tellOfExpiredSwaps(ctx: AnyContext): Promise<void> {
  const now = ctx.now()
  await ctx.db.transaction(async (tx) => {
    const found = await lockExpiredUntold(tx, now, BATCH)
    if (found.length === 0) return
    const ids = found.map(({ id }) => id)
    const asksOf = groupBy(await listAsks(tx, ids), ({ swapId }) => swapId)
    const expired = found.filter((one) => {
      return proposalState({ ...one, asks: asksOf.get(one.id) ?? [] }, now) === 'expired'
    })
    const owed = expired.flatMap(({ id: swapId, kind: swapKind, proposerId, acceptedById }) => {
      const sides = [proposerId, ...(acceptedById ? [acceptedById] : [])]
      const facts = { swapId, swapKind, todo: 'propose-again' }
      return sides.map((employeeId) => ({ employeeId, kind: 'swap-expired', facts }))
    })
    const people = owed.map(({ employeeId }) => employeeId)
    const here = new Set(await listActive(tx, people))
    await queueNotices(
      tx,
      owed.filter(({ employeeId }) => here.has(employeeId)),
      now
    )
    await markExpiryTold(tx, ids, now)
  })
}
