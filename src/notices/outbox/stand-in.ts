import type { Tx } from '../../../db/client.ts'
import type { AnyContext } from '../../context.ts'
import type { Channel } from '../../words.ts'
import { waysOf } from '../post.ts'
import { MAIL_ALONE } from '../preferences/reader-wishes.ts'
import { insertDeliveries } from '../queries/outbox.ts'
import type { ReaderRow } from '../queries/readers.ts'
import type { NoticeFacts } from '../render/read-standing.ts'
import { deliveryOf } from './delivery-of.ts'

/**
 * What does not get through by Slack goes by mail, unless its reader wants no mail of it or has it by mail already.
 *
 * @returns whether every one of these notices comes by mail now, and one of them would not have without this
 */
export async function sendByMailInstead(
  tx: Tx,
  ctx: AnyContext,
  of: { channel: Channel; notices: readonly NoticeFacts[]; reader: ReaderRow }
): Promise<boolean> {
  if (of.channel !== 'slack' || !waysOf(ctx).includes('email')) return false
  const rows = of.notices.flatMap((notice) => deliveryOf(ctx, notice, of.reader, 'email', MAIL_ALONE) ?? [])
  const made = await insertDeliveries(tx, rows)
  return made > 0 && rows.length === of.notices.length
}
