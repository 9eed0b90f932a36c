import { sql } from 'drizzle-orm'
import { index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { idColumn, instant, writtenAt } from './columns.ts'
import { employees } from './employees.ts'

/** A message owed to a person about a change that touches them, written in the transaction of the change. */
export const notices = pgTable(
  'notices',
  {
    id: idColumn(),
    employeeId: uuid()
      .notNull()
      .references(() => employees.id),
    kind: text().notNull(),
    facts: jsonb().$type<Record<string, unknown>>().notNull(),
    createdAt: writtenAt(),
    readAt: instant(),
    /** When its deliveries were made, or it was found that the inbox is enough; null: not yet. */
    routedAt: instant()
  },
  (t) => [
    index('notices_by_employee').on(t.employeeId, t.createdAt),
    // Counted on every page, in a row of thousands that were read long ago.
    index('notices_unread').on(t.employeeId).where(sql`read_at is null`),
    index('notices_canary').on(t.createdAt).where(sql`kind = 'delivery-canary'`),
    index('notices_unrouted').on(t.createdAt).where(sql`routed_at is null`)
  ]
)
