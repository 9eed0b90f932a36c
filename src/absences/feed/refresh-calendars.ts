import type { AnyContext } from '../../context.ts'
import { queueNotices } from '../../notices/queue-notices.ts'
import { lockPerson } from '../queries/absences.ts'
import { deleteFeedsOfLeavers, findFeedOf, listDueFeeds, markFeed } from '../queries/feeds.ts'
import { fetchBusy } from './fetch-busy.ts'
import { storeBusy } from './store-busy.ts'

/** An hour less the drift of a tick: calendars change by the day, and their servers are not ours. */
const FRESH_MS = 50 * 60_000
/** Strangers' servers asked at the same time. */
const AT_ONCE = 5
/** A server may be down over a weekend; then the person should know that their calendar no longer counts. */
const PATIENCE_MS = 3 * 86_400_000

type DueFeed = Awaited<ReturnType<typeof listDueFeeds>>[number]

/**
 * Reads every subscribed calendar again that was not tried in the last hour. What cannot be read keeps what it said; after
 * three days the person is told, once. Calendars of people who have left are forgotten. Safe to run twice: a feed is written only as it was when it was asked for.
 */
export async function refreshCalendars(ctx: AnyContext): Promise<void> {
  await ctx.db.transaction((tx) => deleteFeedsOfLeavers(tx))
  const queue = await listDueFeeds(ctx.db, new Date(+ctx.now() - FRESH_MS))
  const work = async () => {
    for (let feed = queue.shift(); feed; feed = queue.shift()) await refresh(ctx, feed)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
}

async function refresh(ctx: AnyContext, { id, employeeId, url, zone }: DueFeed): Promise<void> {
  // No transaction is open while a stranger's server takes its time.
  const read = await fetchBusy(ctx, { url, zone })
  await ctx.db.transaction(async (tx) => {
    const person = await lockPerson(tx, employeeId)
    const feed = await findFeedOf(tx, employeeId)
    if (!person || person.deactivatedAt || feed?.id !== id || feed.url !== url) return
    const triedAt = ctx.now()
    if ('busy' in read) {
      await storeBusy(tx, ctx, { feedId: id, employeeId, busy: read.busy })
      await markFeed(tx, id, { triedAt, readAt: triedAt, failure: null })
      return
    }
    await markFeed(tx, id, { triedAt, failure: read.failure })
    const silentSince = feed.readAt ?? feed.createdAt
    const wasTold = +(feed.triedAt ?? silentSince) - +silentSince >= PATIENCE_MS
    if (wasTold || +triedAt - +silentSince < PATIENCE_MS) return
    const facts = { server: new URL(url).hostname, cause: read.failure, silentSince, todo: 'subscribe-again' }
    await queueNotices(tx, [{ employeeId, kind: 'calendar-not-readable', facts }], triedAt)
  })
}
