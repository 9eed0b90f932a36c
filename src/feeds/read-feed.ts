import { addMonths, subHours, subMonths } from 'date-fns'
import type { AnyContext } from '../context.ts'
import { hashOfSecret } from '../lib/secret-token.ts'
import { readCalendarSeats } from '../shifts/read-calendar-seats.ts'
import { calendarEvents } from './calendar-events.ts'
import { type FeedRow, findFeed, noteUse } from './queries.ts'
import { FEED_TEXTS } from './texts.ts'
import { writeCalendar } from './write-calendar.ts'

/** 30 days ahead was too little for others' users (target/goalert#1459). */
const MONTHS_AHEAD = 12
const MONTHS_BACK = 3

/**
 * The calendar behind a secret address, as iCalendar text: three months back and twelve ahead. Three queries. Whoever
 * has the address reads it without signing in, so it holds when, where and with whom, and nothing private.
 *
 * @returns null when the address is unknown or revoked, or its person has left.
 */
export async function readFeed(ctx: AnyContext, token: string, publicUrl: string): Promise<string | null> {
  const feed = await findFeed(ctx.db, hashOfSecret(token))
  if (!feed) return null
  const now = ctx.now()
  await noteUse(ctx.db, feed.id, now, subHours(now, 1))
  const span = { from: subMonths(now, MONTHS_BACK), to: addMonths(now, MONTHS_AHEAD) }
  const seats = await readCalendarSeats(ctx, { ...span, ...objectOf(feed) })
  return writeCalendar(nameOf(feed), calendarEvents(feed, seats, publicUrl), feed.shownAs)
}

function objectOf({ purpose, employeeId, teamId, rotationId }: FeedRow) {
  if (purpose === 'team') return { teamId: teamId! }
  return purpose === 'rotation' ? { rotationId: rotationId! } : { employeeId }
}

function nameOf({ locale, showing }: FeedRow): string {
  const texts = FEED_TEXTS[locale]
  return showing === null ? texts.own : texts.of(showing)
}
