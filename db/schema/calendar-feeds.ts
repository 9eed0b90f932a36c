import { pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { idColumn, instant, writtenAt } from './columns.ts'
import { employees } from './employees.ts'

/**
 * A person's own calendar elsewhere, read for free and busy only. The address is a secret of the person: whoever has
 * it reads the calendar, so it is never shown whole.
 */
export const calendarFeeds = pgTable(
  'calendar_feeds',
  {
    id: idColumn(),
    employeeId: uuid()
      .notNull()
      .references(() => employees.id),
    url: text().notNull(),
    createdAt: writtenAt(),
    triedAt: instant(),
    /** The last time it could be read. */
    readAt: instant(),
    /** Why the last reading failed, as a code; null when it did not. */
    failure: text()
  },
  (t) => [unique('calendar_feeds_one_per_person').on(t.employeeId)]
)
