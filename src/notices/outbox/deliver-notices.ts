import { addMinutes } from 'date-fns'
import { v7 } from 'uuid'
import type { AnyContext } from '../../context.ts'
import { groupBy } from '../../engine/facts/group-by.ts'
import { MOST_ATTEMPTS } from '../../engine/telling/retry-delay.ts'
import type { Channel } from '../../words.ts'
import { ChannelDown, MessageRefused, type Sender } from '../post.ts'
import { type ClaimedRow, claimMessages, releaseMessages } from '../queries/outbox.ts'
import { listReaders } from '../queries/readers.ts'
import { readStanding } from '../render/read-standing.ts'
import { composeMessage } from './compose-message.ts'
import { recordOutcome } from './record-outcome.ts'
import { routeNotices } from './route-notices.ts'

/** Messages claimed at a time, and so lost time after a crash for that many at most. */
const CHUNK = 20
/** Messages on their way at the same time. */
const AT_ONCE = 5
/**
 * How long a claim holds. A sender gives up on a message after a minute, so that a chunk is through in four; a replica
 * that dies leaves its claims to others after this time.
 */
export const LEASE_MINUTES = 10
/** What is left of a claim when the next message of it is begun: a minute to send it, and one to write it down. */
const MARGIN_MINUTES = 2

/**
 * Sends what is due, on every channel that is set up. Each message is claimed by one worker, sent, and written down, and
 * nothing else happens in between: a crash before it is sent or after it is written down costs at most time. A crash
 * between being accepted and being written down is the one moment that no outbox can see; the message is sent again with
 * the same Message-ID, so that who sorts by it (mail servers and readers mostly do) shows it once.
 */
export async function deliverNotices(ctx: AnyContext): Promise<void> {
  await routeNotices(ctx)
  const channels = Object.entries(ctx.post?.channels ?? {}) as [Channel, Sender][]
  for (const [channel, sender] of channels) {
    let isMore = true
    while (isMore) isMore = await sendChunk(ctx, channel, sender)
  }
}

/** False: nothing is due any more, or the channel is down. */
async function sendChunk(ctx: AnyContext, channel: Channel, sender: Sender): Promise<boolean> {
  const claimedBy = v7()
  const now = ctx.now()
  const until = addMinutes(now, LEASE_MINUTES)
  const rows = await ctx.db.transaction((tx) =>
    claimMessages(tx, channel, { claimedBy, now, until, limit: CHUNK })
  )
  if (rows.length === 0) return false
  const queue = await writeMessages(ctx, rows, claimedBy)
  let isDown = false
  const work = async () => {
    for (let next = queue.shift(); next && !isDown; next = queue.shift()) {
      if (ctx.now() > addMinutes(until, -MARGIN_MINUTES)) return
      isDown = (await sendOne(ctx, sender, next)) || isDown
    }
  }
  const ends = await Promise.allSettled(Array.from({ length: AT_ONCE }, work))
  if (isDown) await releaseMessages(ctx.db, claimedBy, addMinutes(ctx.now(), 1))
  const broken = ends.find((end) => end.status === 'rejected')
  if (broken) throw broken.reason
  return !isDown
}

/** Everything of a chunk is read and written together: a fixed number of queries. */
async function writeMessages(ctx: AnyContext, rows: readonly ClaimedRow[], claimedBy: string) {
  const notices = rows.map(({ notice }) => notice)
  const standing = await readStanding(ctx.db, notices, ctx.now())
  const readers = await listReaders(ctx.db, [...new Set(notices.map(({ employeeId }) => employeeId))])
  const readerOf = new Map(readers.map((reader) => [reader.employeeId, reader]))
  return [...groupBy(rows, ({ delivery }) => delivery.messageOf!)].map(([messageOf, own]) => {
    const reader = readerOf.get(own[0]!.notice.employeeId)!
    const attempts = Math.max(...own.map(({ delivery }) => delivery.attempts))
    const notices = own.map(({ notice }) => notice)
    return { messageOf, claimedBy, attempts, reader, notices, ...composeMessage(ctx, own, reader, standing) }
  })
}

type Written = Awaited<ReturnType<typeof writeMessages>>[number]

/** Whether the channel turned out to be down. */
async function sendOne(ctx: AnyContext, sender: Sender, written: Written): Promise<boolean> {
  const { message } = written
  if (!message) {
    await recordOutcome(ctx, written, { skipped: true })
    return false
  }
  if (written.attempts > MOST_ATTEMPTS) {
    await recordOutcome(ctx, written, {
      error: new MessageRefused('Every attempt broke off without an outcome.')
    })
    return false
  }
  const outcome = await sender.send(message).then(
    (receipt) => ({ receipt }),
    (error: unknown) => ({ error })
  )
  await recordOutcome(ctx, written, outcome)
  return 'error' in outcome && outcome.error instanceof ChannelDown
}
