import { constraintOf } from '../../db/client.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { hashOfSecret } from '../lib/secret-token.ts'
import type { CalendarShownAs, FeedPurpose } from '../words.ts'
import { FeedObjectNotFound, FeedObjectNotNamed } from './errors.ts'
import { feedUrl, newFeedToken } from './feed-token.ts'
import { insertFeed, lockOwner, revokeFeeds } from './queries.ts'

export interface WantedFeed {
  purpose: FeedPurpose
  teamId?: string
  rotationId?: string
  shownAs?: CalendarShownAs
}

/** Outlook paints a whole day busy for one shift; people who want that ask for it. */
const USUALLY: CalendarShownAs = 'busy'

/**
 * Makes the actor's secret calendar address for their own shifts, a team's or a rotation's. One that they had for the
 * same stops working. The address is told this once; only a hash of it is kept.
 *
 * @throws {FeedObjectNotNamed} {@link FeedObjectNotFound}
 */
export async function makeFeed(ctx: Context, publicUrl: string, wanted: WantedFeed) {
  checkNamed(wanted)
  const token = newFeedToken()
  const { purpose, teamId = null, rotationId = null, shownAs = USUALLY } = wanted
  const { employeeId } = ctx.actor
  const now = ctx.now()
  const row = {
    purpose,
    teamId,
    rotationId,
    shownAs,
    employeeId,
    tokenHash: hashOfSecret(token),
    createdAt: now
  }
  const feedId = await ctx.db
    .transaction(async (tx) => {
      await lockOwner(tx, employeeId)
      const replaced = await revokeFeeds(tx, employeeId, row, now)
      const id = await insertFeed(tx, row)
      await recordAudit(tx, ctx, {
        action: 'feed.made',
        objectType: 'feed',
        objectId: id,
        after: { purpose, teamId, rotationId, shownAs, replaced: replaced.map((feed) => feed.id) }
      })
      return id
    })
    .catch(refuseUnknownObject)
  return { id: feedId, url: feedUrl(publicUrl, token) }
}

function checkNamed({ purpose, teamId, rotationId }: WantedFeed): void {
  if ((purpose === 'team') !== (teamId !== undefined)) throw new FeedObjectNotNamed({ field: 'teamId' })
  if ((purpose === 'rotation') !== (rotationId !== undefined)) {
    throw new FeedObjectNotNamed({ field: 'rotationId' })
  }
}

function refuseUnknownObject(error: unknown): never {
  const constraint = constraintOf(error)
  if (constraint === 'feed_addresses_team_id_teams_id_fk') throw new FeedObjectNotFound({ field: 'teamId' })
  if (constraint === 'feed_addresses_rotation_id_rotations_id_fk') {
    throw new FeedObjectNotFound({ field: 'rotationId' })
  }
  throw error
}
