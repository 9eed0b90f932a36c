import { subHours } from 'date-fns'
import type { AnyContext } from '../../context.ts'
import { waysOf } from '../post.ts'
import { bundleDigests, insertDeliveries, lockUnrouted, markRouted } from '../queries/outbox.ts'
import { listReaders } from '../queries/readers.ts'
import { deliveryOf } from './delivery-of.ts'

/** Rows per transaction. */
const BATCH = 500
/**
 * What nobody sent within two days is not news any more but is in the inbox: so a channel that is set up today, or a
 * backup that is restored, brings nobody a year of old mail.
 */
const NEWS_HOURS = 48

/**
 * Makes the deliveries of notices that have none yet, one for each channel that is set up, at the time that their readers
 * wish, and bundles the digests that are due. Safe to run twice and on several replicas at once.
 */
export async function routeNotices(ctx: AnyContext): Promise<void> {
  const channels = waysOf(ctx)
  for (let routed = BATCH; routed === BATCH; ) {
    routed = await ctx.db.transaction(async (tx) => {
      const found = await lockUnrouted(tx, BATCH)
      if (found.length === 0) return 0
      const now = ctx.now()
      const news =
        channels.length > 0 ? found.filter(({ createdAt }) => createdAt > subHours(now, NEWS_HOURS)) : []
      const readers = await listReaders(tx, [...new Set(news.map(({ employeeId }) => employeeId))])
      const readerOf = new Map(readers.map((reader) => [reader.employeeId, reader]))
      const rows = news.flatMap((notice) =>
        channels.flatMap(
          (channel) => deliveryOf(ctx, notice, readerOf.get(notice.employeeId)!, channel, channels) ?? []
        )
      )
      await insertDeliveries(tx, rows)
      await markRouted(
        tx,
        found.map(({ id }) => id),
        now
      )
      return found.length
    })
  }
  if (channels.length > 0) await ctx.db.transaction((tx) => bundleDigests(tx, ctx.now()))
}
