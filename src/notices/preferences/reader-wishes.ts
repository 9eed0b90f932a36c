import type { QuietHours } from '../../engine/telling/after-quiet.ts'
import type { Channel, NoticeMode } from '../../words.ts'
import { GROUPS, type KindRule, type NoticeGroup } from '../kinds.ts'
import type { ReaderRow } from '../queries/readers.ts'

/** From when most people are at home until they get up. Our own. */
export const USUAL_QUIET: QuietHours = { startsAt: '20:00', endsAt: '07:00' }

/** How somebody hears of a group on a channel: as they chose for it, or as is usual, which is the same on every channel. */
export const modeOf = (
  { modes }: Pick<ReaderRow, 'modes'>,
  channel: Channel,
  group: NoticeGroup
): NoticeMode => modes[channel]?.[group] ?? GROUPS[group].mode

/** The same for a kind of notice, some of which leave nothing to choose. */
export const modeFor = (
  reader: Pick<ReaderRow, 'modes'>,
  channel: Channel,
  { group, isAlways }: KindRule
): NoticeMode => (isAlways ? 'at_once' : modeOf(reader, channel, group))

/** When somebody is not to be disturbed; null: never mind. */
export function quietOf({ quiet }: Pick<ReaderRow, 'quiet'>): QuietHours | null {
  if (!quiet) return USUAL_QUIET
  const { startsAt, endsAt } = quiet
  return startsAt !== null && endsAt !== null ? { startsAt, endsAt } : null
}
