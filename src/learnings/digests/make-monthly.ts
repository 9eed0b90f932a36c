import type { AnyContext } from '../../context.ts'
import type { DigestSpan } from '../../engine/insight/digest-spans.ts'
import { putOldestBefore } from '../themes/put-oldest-before.ts'
import { listExecutivesIn } from './queries.ts'
import { storeDigests } from './store-digests.ts'

/** What a leader reads at most (issue 5). */
const MOST = 10

/**
 * The monthly digest of the executives of a zone: the ten themes that have waited longest for a decision. That they were
 * put before them is written down with it. Where everything is decided there is no digest.
 */
export async function makeMonthly(ctx: AnyContext, zone: string, span: DigestSpan): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const leaderIds = await listExecutivesIn(tx, zone)
    if (leaderIds.length === 0) return
    const { oldest, waiting } = await putOldestBefore(tx, ctx, { leaderIds, most: MOST, at: span.until })
    if (oldest.length === 0) return
    const facts = { themeIds: oldest.map(({ id }) => id), waiting }
    const counts = { themes: oldest.length, waiting }
    const digests = leaderIds.map((employeeId) => ({ employeeId, facts, counts }))
    await storeDigests(tx, ctx, { kind: 'monthly', span, digests })
  })
}
