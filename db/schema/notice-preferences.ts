import { sql } from 'drizzle-orm'
import { check, pgEnum, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { NOTICE_MODES } from '../../src/words.ts'
import { instant, localTime } from './columns.ts'
import { channels } from './deliveries.ts'
import { employees } from './employees.ts'

export const noticeModes = pgEnum('notice_mode', NOTICE_MODES)

/** How a person wants a group of notices on a channel; no row: as `src/notices/kinds.ts` says. */
export const noticePreferences = pgTable(
  'notice_preferences',
  {
    employeeId: uuid()
      .notNull()
      .references(() => employees.id),
    noticeGroup: text().notNull(),
    channel: channels().notNull().default('email'),
    mode: noticeModes().notNull(),
    setAt: instant().notNull()
  },
  (t) => [primaryKey({ columns: [t.employeeId, t.noticeGroup, t.channel] })]
)

/** When a person wants to hear nothing that can wait, by their own clock; both null: at any time. No row: the default. */
export const quietHours = pgTable(
  'quiet_hours',
  {
    employeeId: uuid()
      .primaryKey()
      .references(() => employees.id),
    startsAt: localTime(),
    endsAt: localTime(),
    setAt: instant().notNull()
  },
  (t) => [check('quiet_hours_have_both_ends', sql`(${t.startsAt} is null) = (${t.endsAt} is null)`)]
)
