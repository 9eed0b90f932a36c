import { addMilliseconds, addMinutes } from 'date-fns'
import { v7 } from 'uuid'
import type { AnyContext } from '../../context.ts'
import { groupBy } from '../../engine/facts/group-by.ts'
import { MOST_ATTEMPTS } from '../../engine/telling/retry-delay.ts'
import type { Channel } from '../../words.ts'
import { ChannelBusy, ChannelDown, MessageRefused, type Sender, waysOf } from '../post.ts'
import { type ClaimedRow, claimMessages, releaseMessages } from '../queries/outbox.ts'
import { listReaders } from '../queries/readers.ts'
import { readStanding } from '../render/read-standing.ts'
import { composeMessage } from './compose-message.ts'
import { type Outcome, recordOutcome } from './record-outcome.ts'
import { routeNotices } from './route-notices.ts'
import { writeDown } from './write-down.ts'

/** Messages claimed at a time, and so lost time after a crash for that many at most. */
const CHUNK = 20
/** Messages on their way at the same time. */
const AT_ONCE = 5
/**
 * How long a claim holds. A sender gives up on a message after a minute, so that a chunk is through in four; a replica
 * that dies leaves its claims to others after this time.
 */
export const LEASE_MINUTES = 10
/** A channel that is down is left alone until the next run. */
const DOWN_MS = 60_000
/** What is left of a claim when the next message of it is begun: a minute to send it, and one to write it down. */
const MARGIN_MINUTES = 2

/**
 * Sends what is due, on every channel that is set up. Each message is claimed by one worker, sent, and written down, and
 * nothing else happens in between: a crash before it is sent or after it is written down costs at most time. While the
 * database cannot be reached, what was sent waits to be written down. A crash
 * between being accepted and being written down is the one moment that no outbox can see; the message is sent again with
 * the same Message-ID, so that who sorts by it (mail servers and readers mostly do) shows it once; a channel that can be
 * searched (Slack) looks for it before it sends again.
 */
export async function deliverNotices(ctx: AnyContext): Promise<void> {
  await routeNotices(ctx)
  for (const channel of waysOf(ctx)) {
    const sender = ctx.post!.channels[channel]!
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
  const queue = await writeMessages(ctx, channel, rows, claimedBy)
  const untried: string[] = []
  let pauseMs = 0
  const work = async () => {
    while (pauseMs === 0 && ctx.now() <= addMinutes(until, -MARGIN_MINUTES)) {
      const next = queue.shift()
      if (!next) return
      const end = await sendOne(ctx, sender, next)
      pauseMs = Math.max(pauseMs, end.pauseMs)
      if (end.isUntried) untried.push(next.messageOf)
    }
  }
  const ends = await Promise.allSettled(Array.from({ length: AT_ONCE }, work))
  untried.push(...queue.map(({ messageOf }) => messageOf))
  if (pauseMs > 0) await releaseMessages(ctx.db, claimedBy, untried, addMilliseconds(ctx.now(), pauseMs))
  const broken = ends.find((end) => end.status === 'rejected')
  if (broken) throw broken.reason
  return pauseMs === 0
}

/** Everything of a chunk is read and written together: a fixed number of queries. */
async function writeMessages(
  ctx: AnyContext,
  channel: Channel,
  rows: readonly ClaimedRow[],
  claimedBy: string
) {
  const notices = rows.map(({ notice }) => notice)
  const standing = await readStanding(ctx.db, notices, ctx.now())
  const readers = await listReaders(ctx.db, [...new Set(notices.map(({ employeeId }) => employeeId))])
  const readerOf = new Map(readers.map((reader) => [reader.employeeId, reader]))
  return [...groupBy(rows, ({ delivery }) => delivery.messageOf!)].map(([messageOf, own]) => {
    const reader = readerOf.get(own[0]!.notice.employeeId)!
    const attempts = Math.max(...own.map(({ delivery }) => delivery.attempts))
    const notices = own.map(({ notice }) => notice)
    const composed = composeMessage(ctx, channel, own, reader, standing)
    return { messageOf, claimedBy, channel, attempts, reader, notices, ...composed }
  })
}

type Written = Awaited<ReturnType<typeof writeMessages>>[number]

/** For how long the channel is to be left alone, and whether the message is as if it had not been tried. */
interface End {
  pauseMs: number
  isUntried: boolean
}

const GOES_ON: End = { pauseMs: 0, isUntried: false }

async function sendOne(ctx: AnyContext, sender: Sender, written: Written): Promise<End> {
  const { message } = written
  const record = (outcome: Outcome) => writeDown(() => recordOutcome(ctx, written, outcome), ctx.post?.pause)
  if (!message) {
    await record({ skipped: true })
    return GOES_ON
  }
  if (written.attempts > MOST_ATTEMPTS) {
    await record({ error: new MessageRefused('Every attempt broke off without an outcome.') })
    return GOES_ON
  }
  const outcome = await sender.send(message).then(
    (receipt) => ({ receipt }),
    (error: unknown) => ({ error })
  )
  const error = 'error' in outcome ? outcome.error : null
  if (error instanceof ChannelBusy) return { pauseMs: Math.max(1, error.retryAfterMs), isUntried: true }
  await record(outcome)
  return error instanceof ChannelDown ? { pauseMs: DOWN_MS, isUntried: false } : GOES_ON
}
