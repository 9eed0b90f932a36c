import type { QuietHours } from '../../engine/telling/after-quiet.ts'
import type { Channel, NoticeMode } from '../../words.ts'
import { GROUPS, type KindRule, type NoticeGroup } from '../kinds.ts'
import type { ReaderRow } from '../queries/readers.ts'

/** From when most people are at home until they get up. Our own. */
export const USUAL_QUIET: QuietHours = { startsAt: '20:00', endsAt: '07:00' }

/** As if nothing else were set up: what mail says where it stands in for Slack, and what it may say at all. */
export const MAIL_ALONE: readonly Channel[] = ['email']

type Wisher = Pick<ReaderRow, 'modes' | 'slackUserId'>

/**
 * How somebody hears of a group on a channel: as they chose for it, or as is usual. Whoever is reached by Slack and by mail
 * usually gets each notice by one of them; mail stands in for Slack wherever that is not set up, does not know them, or was
 * told to keep still.
 *
 * @param ways the channels that are set up
 */
export function modeOf(
  reader: Wisher,
  channel: Channel,
  group: NoticeGroup,
  ways: readonly Channel[]
): NoticeMode {
  const { modes } = reader
  const { mode, by } = GROUPS[group]
  const chosen = modes[channel]?.[group]
  if (chosen) return chosen
  const isBySlack = ways.includes('slack') && reader.slackUserId !== null
  if (channel === 'slack') return by === 'email' && ways.includes('email') ? 'inbox' : mode
  const isSilent = by === 'slack' && isBySlack && modes.slack?.[group] !== 'inbox'
  return channel === 'email' && isSilent ? 'inbox' : mode
}

/** The same for a kind of notice, some of which leave nothing to choose. */
export const modeFor = (
  reader: Wisher,
  channel: Channel,
  { group, isAlways }: KindRule,
  ways: readonly Channel[]
): NoticeMode => (isAlways ? 'at_once' : modeOf(reader, channel, group, ways))

/** When somebody is not to be disturbed; null: never mind. */
export function quietOf({ quiet }: Pick<ReaderRow, 'quiet'>): QuietHours | null {
  if (!quiet) return USUAL_QUIET
  const { startsAt, endsAt } = quiet
  return startsAt !== null && endsAt !== null ? { startsAt, endsAt } : null
}
