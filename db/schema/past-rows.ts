import { bigint, index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from './columns.ts'

/**
 * How a row was before it changed or went, as far as reports count by it, so that they can be read as of a day. Written
 * by triggers (in the migration) at the instant that the audit entry of the same transaction gives; who changes rows
 * without one repairs them, and leaves no past.
 */
export const pastRows = pgTable(
  'past_rows',
  {
    place: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    /** The table. */
    kind: text().notNull(),
    rowId: uuid().notNull(),
    /** The first instant at which it was so no longer. */
    until: instant().notNull(),
    facts: jsonb().$type<Record<string, unknown>>().notNull()
  },
  (t) => [index('past_rows_by_time').on(t.kind, t.until), index('past_rows_by_row').on(t.rowId, t.until)]
)
