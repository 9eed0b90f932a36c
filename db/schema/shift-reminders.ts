import { pgEnum, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core'
import { SHIFT_REMINDERS } from '../../src/words.ts'
import { assignments } from './assignments.ts'
import { instant, writtenAt } from './columns.ts'
import { shifts } from './shifts.ts'

export const shiftReminders = pgEnum('shift_reminder', SHIFT_REMINDERS)

/** Somebody was reminded of a seat: each of the reminders once for each time that the seat begins at. */
export const shiftRemindersSent = pgTable(
  'shift_reminders_sent',
  {
    assignmentId: uuid()
      .notNull()
      .references(() => assignments.id),
    reminder: shiftReminders().notNull(),
    startsAt: instant().notNull(),
    sentAt: writtenAt()
  },
  (t) => [primaryKey({ columns: [t.assignmentId, t.reminder, t.startsAt] })]
)

/** Leads were told that a shift is short of people or hosts: once a shift. */
export const gapsTold = pgTable('gaps_told', {
  shiftId: uuid()
    .primaryKey()
    .references(() => shifts.id),
  toldAt: writtenAt()
})
