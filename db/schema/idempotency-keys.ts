import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { writtenAt } from './columns.ts'

/**
 * What was answered to a request that carried an `Idempotency-Key`, for a day. A row without an answer is never
 * committed: it is made and answered in one transaction with the effect.
 */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    /** No foreign key: its lock on the person would meet the one that use cases take, and two requests would deadlock. */
    actorId: uuid().notNull(),
    key: text().notNull(),
    /** SHA-256 of method, address and body. */
    requestHash: text().notNull(),
    status: integer(),
    headers: jsonb().$type<Record<string, string>>(),
    body: text(),
    createdAt: writtenAt()
  },
  (t) => [
    primaryKey({ columns: [t.actorId, t.key] }),
    index('idempotency_keys_by_age').on(t.createdAt),
    check('idempotency_keys_are_not_blank', sql`length(${t.key}) between 1 and 200`)
  ]
)
