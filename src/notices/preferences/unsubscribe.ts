import { recordAudit } from '../../audit/record-audit.ts'
import type { AnyContext } from '../../context.ts'
import { DIGEST_GROUP } from '../digest-group.ts'
import type { Unsubscribing } from '../email/unsubscribe-token.ts'
import { NOTICE_GROUPS } from '../kinds.ts'
import { listReaders, lockReader, upsertModes } from '../queries/readers.ts'
import { MAIL_ALONE, modeOf } from './reader-wishes.ts'

/**
 * Sends somebody no more e-mail of a group of notices, as a link in a message asks: of a digest, of all that comes in
 * digests. What comes by Slack stays, and mail no longer stands in for it. A second time changes nothing, and neither does a group that no longer exists.
 */
export async function unsubscribe(ctx: AnyContext, { employeeId, group }: Unsubscribing): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    await lockReader(tx, employeeId)
    const [reader] = await listReaders(tx, [employeeId])
    if (!reader) return
    const isMeant = (known: string, mode: string) =>
      group === DIGEST_GROUP ? mode === 'digest' : known === group && mode !== 'inbox'
    const meant = NOTICE_GROUPS.filter((known) => isMeant(known, modeOf(reader, 'email', known, MAIL_ALONE)))
    if (meant.length === 0) return
    const rows = meant.map((noticeGroup) => ({
      noticeGroup,
      channel: 'email' as const,
      mode: 'inbox' as const
    }))
    await upsertModes(tx, employeeId, rows, ctx.now())
    const what = { action: 'notice-preferences.changed', objectType: 'employee', objectId: employeeId }
    await recordAudit(tx, ctx, { ...what, after: { unsubscribed: meant } })
  })
}
