import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { FeedAddressNotFound } from './errors.ts'
import { lockOwner, revokeFeeds } from './queries.ts'

/**
 * Ends a calendar address of the actor. Every replica looks addresses up at each request, so it works nowhere any more
 * from this moment on.
 *
 * @throws {FeedAddressNotFound}
 */
export async function revokeFeed(ctx: Context, feedId: string): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    await lockOwner(tx, ctx.actor.employeeId)
    const [revoked] = await revokeFeeds(tx, ctx.actor.employeeId, { id: feedId }, ctx.now())
    if (!revoked) throw new FeedAddressNotFound({ feedId })
    await recordAudit(tx, ctx, {
      action: 'feed.revoked',
      objectType: 'feed',
      objectId: feedId,
      before: { purpose: revoked.purpose }
    })
  })
}
