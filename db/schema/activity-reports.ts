import { sql } from 'drizzle-orm'
import { check, index, integer, pgEnum, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { ACTIVITY_SOURCES } from '../../src/words.ts'
import { idColumn, instant, writtenAt } from './columns.ts'
import { employees } from './employees.ts'

export const activitySources = pgEnum('activity_source', ACTIVITY_SOURCES)

/**
 * What a help desk says somebody did on a shift. It books nothing: what hours it proposes is derived from it
 * (`engine/ledger/worked-by-activity.ts`), and the person confirms them.
 */
export const activityReports = pgTable(
  'activity_reports',
  {
    id: idColumn(),
    source: activitySources().notNull(),
    /** What the other side calls it: the same report sent again is the same row. */
    externalId: text().notNull(),
    employeeId: uuid()
      .notNull()
      .references(() => employees.id),
    startsAt: instant().notNull(),
    endsAt: instant().notNull(),
    tickets: integer().notNull(),
    reportedAt: writtenAt()
  },
  (t) => [
    unique('activity_reports_once').on(t.source, t.externalId),
    index('activity_reports_by_employee').on(t.employeeId, t.startsAt),
    index('activity_reports_by_age').on(t.endsAt),
    check('activity_reports_last', sql`${t.endsAt} > ${t.startsAt}`),
    check('activity_reports_tickets_are_counted', sql`${t.tickets} >= 0`)
  ]
)
