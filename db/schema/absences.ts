import { sql } from 'drizzle-orm'
import { check, index, pgEnum, pgTable, uuid } from 'drizzle-orm/pg-core'
import { ABSENCE_KINDS, ABSENCE_SOURCES } from '../../src/words.ts'
import { calendarFeeds } from './calendar-feeds.ts'
import { idColumn, instant, writtenAt } from './columns.ts'
import { employees } from './employees.ts'

export const absenceKinds = pgEnum('absence_kind', ABSENCE_KINDS)
export const absenceSources = pgEnum('absence_source', ABSENCE_SOURCES)

/** A span in which a person is away. The kind is the person's own business and never leaves this table. */
export const absences = pgTable(
  'absences',
  {
    id: idColumn(),
    employeeId: uuid()
      .notNull()
      .references(() => employees.id),
    startsAt: instant().notNull(),
    endsAt: instant().notNull(),
    kind: absenceKinds().notNull(),
    source: absenceSources().notNull().default('own'),
    /** The subscribed calendar that says so; its next reading replaces the row. */
    feedId: uuid().references(() => calendarFeeds.id, { onDelete: 'cascade' }),
    createdAt: writtenAt()
  },
  (t) => [
    index('absences_by_employee').on(t.employeeId, t.startsAt),
    index('absences_by_feed').on(t.feedId),
    // As of seats: what ends after a day of these weeks is little of all that was.
    index('absences_by_end').on(t.endsAt, t.startsAt),
    check('absences_come_from_a_feed_or_not', sql`(${t.source} = 'feed') = (${t.feedId} is not null)`),
    check('absences_end_after_start', sql`${t.endsAt} > ${t.startsAt}`)
  ]
)
