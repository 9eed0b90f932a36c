import { sql } from 'drizzle-orm'
import { check, index, integer, pgEnum, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { CHANNELS, SKIP_REASONS } from '../../src/words.ts'
import { idColumn, instant, localDate, writtenAt } from './columns.ts'
import { employees } from './employees.ts'
import { notices } from './notices.ts'

export const channels = pgEnum('channel', CHANNELS)
export const skipReasons = pgEnum('skip_reason', SKIP_REASONS)

/**
 * A notice on its way to its reader over one channel. `messageOf` names the delivery whose message carries it: its own
 * id, or for a digest that of the first one in it; null while it waits for its digest to be bundled. What is written of
 * attempts, claims and outcome is the same in every row of a message. `messageId` is made once, so that a message sent
 * a second time, after a crash between being accepted and being written down, is known by it. How far a delivery is
 * follows from the instants (`engine/telling/delivery-state.ts`).
 */
export const deliveries = pgTable(
  'deliveries',
  {
    id: idColumn(),
    noticeId: uuid()
      .notNull()
      .references(() => notices.id, { onDelete: 'cascade' }),
    employeeId: uuid()
      .notNull()
      .references(() => employees.id),
    channel: channels().notNull(),
    createdAt: writtenAt(),
    /** The reader's local day of the digest that it goes into; null: a message of its own. */
    digestOn: localDate(),
    messageOf: uuid(),
    messageId: text().notNull(),
    /** Not before; after a failure when it is tried again. */
    nextAt: instant().notNull(),
    /** One claim on it, held until `claimedUntil`. Who lost it can no longer write what became of it. */
    claimedBy: uuid(),
    claimedUntil: instant(),
    attempts: integer().notNull().default(0),
    sentAt: instant(),
    /** What the other side said when it took it. */
    receipt: text(),
    skippedAt: instant(),
    skipReason: skipReasons(),
    /** Given up: a dead letter until an administrator sends it again. */
    failedAt: instant(),
    lastError: text()
  },
  (t) => [
    unique('deliveries_once_per_notice_and_channel').on(t.noticeId, t.channel),
    index('deliveries_due')
      .on(t.nextAt)
      .where(sql`sent_at is null and skipped_at is null and failed_at is null`),
    index('deliveries_by_message').on(t.messageOf),
    index('deliveries_by_employee').on(t.employeeId),
    index('deliveries_by_age').on(t.createdAt, t.id),
    check('deliveries_end_in_one_way', sql`num_nonnulls(${t.sentAt}, ${t.skippedAt}, ${t.failedAt}) <= 1`),
    check('deliveries_are_skipped_for_a_reason', sql`(${t.skippedAt} is null) = (${t.skipReason} is null)`)
  ]
)
