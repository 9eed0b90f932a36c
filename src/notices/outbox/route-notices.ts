import { subHours } from 'date-fns'
import { v7 } from 'uuid'
import type { AnyContext } from '../../context.ts'
import { neededBy } from '../../engine/telling/needed-by.ts'
import { whenToSend } from '../../engine/telling/when-to-send.ts'
import type { Channel } from '../../words.ts'
import { ruleOf } from '../kinds.ts'
import { modeFor, quietOf } from '../preferences/reader-wishes.ts'
import { bundleDigests, insertDeliveries, lockUnrouted, markRouted } from '../queries/outbox.ts'
import { listReaders, type ReaderRow } from '../queries/readers.ts'
import type { NoticeFacts } from '../render/read-standing.ts'

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
  const channels = Object.keys(ctx.post?.channels ?? {}) as Channel[]
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
        channels.flatMap((channel) => deliveryOf(ctx, notice, readerOf.get(notice.employeeId)!, channel))
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

/**
 * None for who has left, for a kind that this version does not know, for what somebody wants in the inbox alone, and on
 * Slack for who is nobody there.
 */
function deliveryOf(ctx: AnyContext, notice: NoticeFacts, reader: ReaderRow, channel: Channel) {
  const rule = ruleOf(notice.kind)
  if (!rule || reader.deactivatedAt) return []
  if (channel === 'slack' && reader.slackUserId === null) return []
  const mode = modeFor(reader, channel, rule)
  if (mode === 'inbox') return []
  const now = ctx.now()
  const wish = { mode, isUrgent: rule.isUrgent ?? false, neededBy: neededBy(notice.facts, now) }
  const slot = whenToSend(now, { ...wish, quiet: quietOf(reader), zone: reader.timeZone })
  const id = v7()
  return [
    {
      ...{ id, noticeId: notice.id, employeeId: reader.employeeId, channel, createdAt: now, ...slot },
      messageOf: slot.digestOn === null ? id : null,
      messageId: `<${id}@${new URL(ctx.post!.publicUrl).hostname}>`
    }
  ]
}
