import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgEnum, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { WEBHOOK_ENDINGS } from '../../src/words.ts'
import { idColumn, instant, writtenAt } from './columns.ts'
import { employees } from './employees.ts'

export const webhookEndings = pgEnum('webhook_ending', WEBHOOK_ENDINGS)

/**
 * Somebody else's server that wants to hear of some events. The secret signs what is sent, so it is kept as it is; for a
 * day after a change the one before signs as well.
 */
export const webhooks = pgTable(
  'webhooks',
  {
    id: idColumn(),
    url: text().notNull(),
    description: text().notNull(),
    events: text().array().notNull(),
    secret: text().notNull(),
    previousSecret: text(),
    previousUntil: instant(),
    createdBy: uuid()
      .notNull()
      .references(() => employees.id),
    createdAt: writtenAt(),
    disabledAt: instant(),
    disabledBecause: webhookEndings()
  },
  (t) => [
    check('webhooks_say_why_they_ended', sql`(${t.disabledAt} is null) = (${t.disabledBecause} is null)`),
    check(
      'webhooks_keep_a_previous_secret_for_a_time',
      sql`(${t.previousSecret} is null) = (${t.previousUntil} is null)`
    )
  ]
)

/**
 * One event on its way to one webhook: written in the transaction of what happened, sent by a job. It waits until
 * `nextAt`, which is null once it arrived or was given up; a claim moves it ahead so that no other replica sends meanwhile.
 */
export const webhookDeliveries = pgTable(
  'webhook_deliveries',
  {
    id: idColumn(),
    webhookId: uuid()
      .notNull()
      .references(() => webhooks.id, { onDelete: 'cascade' }),
    event: text().notNull(),
    payload: jsonb().$type<Record<string, unknown>>().notNull(),
    createdAt: writtenAt(),
    nextAt: instant(),
    attempts: integer().notNull().default(0),
    /** The last answer's HTTP status; null when there was none. */
    status: integer(),
    /** Why the last attempt failed, as a word; null when it did not. */
    failure: text(),
    deliveredAt: instant()
  },
  (t) => [
    index('webhook_deliveries_due').on(t.nextAt).where(sql`next_at is not null`),
    index('webhook_deliveries_by_webhook').on(t.webhookId, t.createdAt)
  ]
)
