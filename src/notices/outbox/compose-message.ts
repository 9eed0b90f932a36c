import type { AnyContext } from '../../context.ts'
import type { Channel, SkipReason } from '../../words.ts'
import { DIGEST_GROUP } from '../digest-group.ts'
import { ruleOf } from '../kinds.ts'
import { type Message, waysOf } from '../post.ts'
import { MAIL_ALONE, modeFor } from '../preferences/reader-wishes.ts'
import type { ClaimedRow } from '../queries/outbox.ts'
import type { ReaderRow } from '../queries/readers.ts'
import { formatsFor } from '../render/formats.ts'
import type { NoticeFacts, Standing } from '../render/read-standing.ts'
import { renderNotice } from '../render/render-notice.ts'
import { TEXTS } from '../texts/texts.ts'

export interface Skipped {
  id: string
  notice: NoticeFacts
  reason: SkipReason
}

export interface Composed {
  /** Null when nothing of it is worth sending any more. */
  message: Message | null
  skipped: Skipped[]
}

/**
 * Writes the message of one claim for its reader, now: whoever has left or is held gets nothing, what is settled is left out, and so
 * is what the reader has turned off since.
 */
export function composeMessage(
  ctx: AnyContext,
  channel: Channel,
  rows: readonly ClaimedRow[],
  reader: ReaderRow,
  standing: Standing
): Composed {
  const written = rows.map((row) => ({ row, rendered: renderNotice(row.notice, reader, standing) }))
  // What is once on its way by mail may stand in for Slack.
  const ways = channel === 'email' ? MAIL_ALONE : waysOf(ctx)
  const reasonFor = ({ row, rendered }: (typeof written)[number]): SkipReason | null => {
    const rule = ruleOf(row.notice.kind)
    if (!reader.mayEnter) return 'left'
    if (channel === 'slack' && reader.slackUserId === null) return 'unlinked'
    if (rendered.isStale) return 'stale'
    return !rule || modeFor(reader, channel, rule, ways) === 'inbox' ? 'inbox' : null
  }
  const judged = written.map((one) => ({ ...one, reason: reasonFor(one) }))
  const skipped = judged.flatMap(({ row, reason }) =>
    reason ? [{ id: row.delivery.id, notice: row.notice, reason }] : []
  )
  const parts = judged.flatMap(({ rendered, reason }) => (reason ? [] : [rendered]))
  if (parts.length === 0) return { message: null, skipped }

  const carrier = rows.find(({ delivery }) => delivery.id === delivery.messageOf)!
  const { messageId, digestOn, createdAt: since, attempts, lastError } = carrier.delivery
  const { common } = TEXTS[reader.locale]
  const group = digestOn ? DIGEST_GROUP : ruleOf(carrier.notice.kind)!.group
  const { day } = formatsFor(reader.locale, reader.timeZone, common)
  const message: Message = {
    ...{ messageId, parts, employeeId: reader.employeeId, locale: reader.locale, at: ctx.now() },
    to: { name: reader.name, email: reader.email, slackUserId: reader.slackUserId },
    title: digestOn ? common.digestTitle(parts.length, day(digestOn)) : parts[0]!.title,
    unsubscribeUrl: ctx.post!.unsubscribeUrl(reader.employeeId, group),
    footer: { why: common.why, unsubscribe: common.unsubscribe, settings: common.settings },
    ...{ since, isAgain: attempts > 1 || lastError !== null }
  }
  return { message, skipped }
}
