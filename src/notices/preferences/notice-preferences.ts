import { recordAudit } from '../../audit/record-audit.ts'
import type { Context } from '../../context.ts'
import type { QuietHours } from '../../engine/telling/after-quiet.ts'
import type { Channel, NoticeMode } from '../../words.ts'
import { QuietHoursEmpty } from '../errors.ts'
import { GROUPS, KINDS, NOTICE_GROUPS, type NoticeGroup } from '../kinds.ts'
import { waysOf } from '../post.ts'
import { listReaders, lockReader, upsertModes, upsertQuietHours } from '../queries/readers.ts'
import type { Kind } from '../texts/english.ts'
import { modeOf, quietOf } from './reader-wishes.ts'

/**
 * How the actor hears of each group of notices by each channel, what is usual and why, when they are not to be disturbed,
 * and whether Slack is set up and knows them.
 */
export async function readNoticePreferences(ctx: Context) {
  const [reader] = await listReaders(ctx.db, [ctx.actor.employeeId])
  const ways = waysOf(ctx)
  const unasked = { ...reader!, modes: {} }
  const groups = NOTICE_GROUPS.map((group) => ({
    group,
    mode: modeOf(reader!, 'email', group, ways),
    slackMode: modeOf(reader!, 'slack', group, ways),
    usualMode: modeOf(unasked, 'email', group, ways),
    usualSlackMode: modeOf(unasked, 'slack', group, ways),
    because: GROUPS[group].because,
    kinds: (Object.keys(KINDS) as Kind[]).filter((kind) => KINDS[kind].group === group)
  }))
  const slack = { isSetUp: ctx.slack !== undefined, isLinked: reader!.slackUserId !== null }
  return { groups, quietHours: quietOf(reader!), slack }
}

export interface WantedPreferences {
  /** By e-mail. */
  modes?: Partial<Record<NoticeGroup, NoticeMode>>
  slackModes?: Partial<Record<NoticeGroup, NoticeMode>>
  /** Null: disturb me at any time. */
  quietHours?: QuietHours | null
}

/**
 * The actor chooses how to hear of groups of notices, and when not to be disturbed; what is left out stays. It holds for
 * what is not sent yet, too, as far as it turns something off.
 *
 * @throws {QuietHoursEmpty} when they begin and end at the same time
 */
export async function chooseNoticePreferences(
  ctx: Context,
  { modes = {}, slackModes, quietHours }: WantedPreferences
) {
  if (quietHours && quietHours.startsAt === quietHours.endsAt) throw new QuietHoursEmpty()
  const { employeeId } = ctx.actor
  await ctx.db.transaction(async (tx) => {
    await lockReader(tx, employeeId)
    const rows = [...rowsOf('email', modes), ...rowsOf('slack', slackModes ?? {})]
    await upsertModes(tx, employeeId, rows, ctx.now())
    if (quietHours !== undefined) {
      await upsertQuietHours(tx, employeeId, quietHours ?? { startsAt: null, endsAt: null }, ctx.now())
    }
    const what = { action: 'notice-preferences.changed', objectType: 'employee', objectId: employeeId }
    const after = {
      modes,
      ...(slackModes && { slackModes }),
      ...(quietHours !== undefined && { quietHours })
    }
    await recordAudit(tx, ctx, { ...what, after })
  })
  return readNoticePreferences(ctx)
}

const rowsOf = (channel: Channel, modes: Partial<Record<NoticeGroup, NoticeMode>>) =>
  Object.entries(modes).map(([noticeGroup, mode]) => ({ noticeGroup, channel, mode }))
