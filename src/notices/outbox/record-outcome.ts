import { addMilliseconds } from 'date-fns'
import type { Tx } from '../../../db/client.ts'
import { recordAudit } from '../../audit/record-audit.ts'
import type { AnyContext } from '../../context.ts'
import { groupBy } from '../../engine/facts/group-by.ts'
import { neededBy } from '../../engine/telling/needed-by.ts'
import { retryDelay } from '../../engine/telling/retry-delay.ts'
import { whenToSend } from '../../engine/telling/when-to-send.ts'
import type { Channel, SkipReason } from '../../words.ts'
import { ruleOf } from '../kinds.ts'
import { MessageRefused } from '../post.ts'
import { quietOf } from '../preferences/reader-wishes.ts'
import { type Held, lockHeld, markSent, markSkipped, markUnsent } from '../queries/outbox.ts'
import type { ReaderRow } from '../queries/readers.ts'
import type { NoticeFacts } from '../render/read-standing.ts'
import type { Skipped } from './compose-message.ts'
import { sendByMailInstead } from './stand-in.ts'

export type Outcome = { receipt: string } | { error: unknown } | { skipped: true }

/** So often Slack is tried where mail can stand in: some seven minutes. Our own. */
const MOST_BEFORE_MAIL = 4
/** Nobody is there under that name, or they wanted it there no more: neither means that they want to hear nothing. */
const WANTS_ANOTHER_WAY = new Set<string>(['unlinked', 'inbox'])

interface Attempt extends Held {
  channel: Channel
  attempts: number
  notices: NoticeFacts[]
  reader: ReaderRow
  skipped: Skipped[]
}

/** Writes down what became of a message, as far as the claim is still held: sent, skipped, to be tried again, or dead. */
export async function recordOutcome(ctx: AnyContext, attempt: Attempt, outcome: Outcome): Promise<void> {
  const at = ctx.now()
  const receipt = 'receipt' in outcome ? outcome.receipt.slice(0, 500) : null
  if (receipt !== null && attempt.skipped.length === 0) {
    await markSent(ctx.db, attempt, { at, receipt })
    return
  }
  await ctx.db.transaction(async (tx) => {
    if (!(await lockHeld(tx, attempt))) return
    if ('error' in outcome) return recordFailure(tx, ctx, attempt, outcome.error)
    for (const [reason, own] of groupBy(attempt.skipped, (one) => one.reason)) {
      const ids = own.map(({ id }) => id)
      await markSkipped(tx, attempt, { ids, at, reason: reason as SkipReason })
      const notices = own.map(({ notice }) => notice)
      if (WANTS_ANOTHER_WAY.has(reason)) await sendByMailInstead(tx, ctx, { ...attempt, notices })
    }
    if (receipt !== null) await markSent(tx, attempt, { at, receipt })
  })
}

async function recordFailure(tx: Tx, ctx: AnyContext, attempt: Attempt, error: unknown): Promise<void> {
  const at = ctx.now()
  const delay = error instanceof MessageRefused ? null : retryDelay(attempt.attempts, ctx.post!.chance())
  const isOver = delay === null || attempt.attempts >= MOST_BEFORE_MAIL
  const goesByMail = isOver && (await sendByMailInstead(tx, ctx, attempt))
  const nextAt = delay === null || goesByMail ? null : awake(attempt, addMilliseconds(at, delay))
  const reason = (error instanceof Error ? error.message : String(error)).slice(0, 500)
  await markUnsent(tx, attempt, { at, nextAt, reason })
  if (nextAt) return
  await recordAudit(tx, ctx, {
    ...{ action: 'delivery.failed', objectType: 'delivery', objectId: attempt.messageOf },
    after: { employeeId: attempt.reader.employeeId, attempts: attempt.attempts }
  })
}

/** A second attempt wakes nobody whom the first would not have woken. */
function awake({ reader, notices }: Attempt, at: Date): Date {
  const isUrgent = notices.some(({ kind }) => ruleOf(kind)?.isUrgent === true)
  const starts = notices.flatMap(({ facts }) => neededBy(facts, at) ?? [])
  const first = starts.length > 0 ? new Date(Math.min(...starts.map(Number))) : null
  const wish = { mode: 'at_once' as const, isUrgent, neededBy: first }
  return whenToSend(at, { ...wish, quiet: quietOf(reader), zone: reader.timeZone }).nextAt
}
