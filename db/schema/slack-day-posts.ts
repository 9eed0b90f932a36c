import { sql } from 'drizzle-orm'
import { check, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant, localDate } from './columns.ts'
import { rotations } from './rotations.ts'

/**
 * Who is on today, as one message per rotation and day in its Slack channel. The row is claimed before the message is
 * posted and `ts` (Slack's name for it) written after; a row that was claimed before and has no `ts` may or may not be in
 * the channel, where it is looked for before it is posted again.
 */
export const slackDayPosts = pgTable(
  'slack_day_posts',
  {
    rotationId: uuid()
      .notNull()
      .references(() => rotations.id),
    /** The rotation's local day. */
    onDay: localDate().notNull(),
    /** Where it was posted; a rotation that moves to another channel does so with the next day. */
    channelId: text().notNull(),
    claimedBy: uuid(),
    claimedUntil: instant(),
    attempts: integer().notNull().default(0),
    ts: text(),
    /** A hash of what it says: whoever finds another one edits it. */
    says: text(),
    postedAt: instant(),
    changedAt: instant(),
    lastError: text()
  },
  (t) => [
    primaryKey({ columns: [t.rotationId, t.onDay] }),
    check('slack_day_posts_are_known_when_posted', sql`(${t.ts} is null) = (${t.postedAt} is null)`)
  ]
)
