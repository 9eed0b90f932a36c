import { v7 } from 'uuid'
import type { AnyContext } from '../../context.ts'
import { neededBy } from '../../engine/telling/needed-by.ts'
import { whenToSend } from '../../engine/telling/when-to-send.ts'
import type { Channel } from '../../words.ts'
import { ruleOf } from '../kinds.ts'
import { modeFor, quietOf } from '../preferences/reader-wishes.ts'
import type { ReaderRow } from '../queries/readers.ts'
import type { NoticeFacts } from '../render/read-standing.ts'

/**
 * The delivery of a notice to its reader by one channel, at the time they wish. Null for who has left or is held (their inbox keeps it), for a kind that this
 * version does not know, for what somebody does not want there, and on Slack for who is nobody there.
 *
 * @param ways the channels by which the notice can come; mail alone where it stands in for Slack
 */
export function deliveryOf(
  ctx: AnyContext,
  notice: NoticeFacts,
  reader: ReaderRow,
  channel: Channel,
  ways: readonly Channel[]
) {
  const rule = ruleOf(notice.kind)
  if (!rule || !reader.mayEnter) return null
  if (channel === 'slack' && reader.slackUserId === null) return null
  const mode = modeFor(reader, channel, rule, ways)
  if (mode === 'inbox') return null
  const now = ctx.now()
  const wish = { mode, isUrgent: rule.isUrgent ?? false, neededBy: neededBy(notice.facts, now) }
  const slot = whenToSend(now, { ...wish, quiet: quietOf(reader), zone: reader.timeZone })
  const id = v7()
  return {
    ...{ id, noticeId: notice.id, employeeId: reader.employeeId, channel, createdAt: now, ...slot },
    messageOf: slot.digestOn === null ? id : null,
    messageId: `<${id}@${new URL(ctx.post!.publicUrl).hostname}>`
  }
}
