import { sql } from 'drizzle-orm'
import { check, pgTable, smallint, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { idColumn, localTime, writtenAt } from './columns.ts'
import { employees } from './employees.ts'

/** Hours of every week in which a person cannot be on a shift, by the clock of their zone; like slots they may pass midnight. */
export const unavailableHours = pgTable(
  'unavailable_hours',
  {
    id: idColumn(),
    employeeId: uuid()
      .notNull()
      .references(() => employees.id),
    weekday: smallint().notNull(),
    startsAt: localTime().notNull(),
    endsAt: localTime().notNull(),
    createdAt: writtenAt()
  },
  (t) => [
    uniqueIndex('unavailable_hours_start_once').on(t.employeeId, t.weekday, t.startsAt),
    check('unavailable_hours_weekday_is_iso', sql`${t.weekday} between 1 and 7`)
  ]
)
