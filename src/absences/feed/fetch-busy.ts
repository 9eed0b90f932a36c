import type { AnyContext } from '../../context.ts'
import type { Interval, Zone } from '../../engine/time/local.ts'
import { FetchFailed, type FetchFailure } from '../../lib/outbound/ask-stranger.ts'
import { fetchText } from '../../lib/outbound/fetch-text.ts'
import { PUBLIC_INTERNET } from '../../lib/outbound/outbound.ts'
import { CalendarNotRead, readCalendar } from './read-calendar.ts'

export type ReadingFailure = FetchFailure | 'not-a-calendar'

/** Five megabytes: ten years of a busy person's calendar are two. */
const MOST_BYTES = 5 * 1024 * 1024
/** As far ahead as an absence may be noted in one piece. */
const DAYS_AHEAD = 400
const DAY = 86_400_000

/**
 * Fetches a calendar and reads when its owner is busy from now on. Nothing else of it is looked at, and nothing is kept of
 * an address that cannot be read but the cause.
 */
export async function fetchBusy(
  ctx: AnyContext,
  { url, zone }: { url: string; zone: Zone }
): Promise<{ busy: Interval[] } | { failure: ReadingFailure }> {
  const outbound = ctx.outbound ?? PUBLIC_INTERNET
  const from = ctx.now()
  try {
    const text = await fetchText(url, { outbound, mostBytes: MOST_BYTES, accept: 'text/calendar' })
    return { busy: await readCalendar({ text, zone, from, to: new Date(+from + DAYS_AHEAD * DAY) }) }
  } catch (error) {
    if (error instanceof FetchFailed) return { failure: error.failure }
    if (error instanceof CalendarNotRead) return { failure: 'not-a-calendar' }
    throw error
  }
}
