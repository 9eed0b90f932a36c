import { sql } from 'drizzle-orm'
import { check, index, integer, pgEnum, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { LEARNING_TYPES } from '../../src/words.ts'
import { assignments } from './assignments.ts'
import { idColumn, writtenAt } from './columns.ts'
import { employees } from './employees.ts'
import { shifts } from './shifts.ts'

export const learningTypes = pgEnum('learning_type', LEARNING_TYPES)

/** One point heard from customers on a shift. */
export const learnings = pgTable(
  'learnings',
  {
    id: idColumn(),
    shiftId: uuid()
      .notNull()
      .references(() => shifts.id),
    employeeId: uuid()
      .notNull()
      .references(() => employees.id),
    type: learningTypes().notNull(),
    triedTo: text().notNull(),
    obstacle: text().notNull(),
    customerWords: text(),
    timesThisShift: integer().notNull().default(1),
    minutesLost: integer().notNull().default(0),
    ticketUrl: text(),
    action: text(),
    submittedAt: writtenAt()
  },
  (t) => [
    index('learnings_by_shift').on(t.shiftId),
    index('learnings_by_employee').on(t.employeeId, t.submittedAt),
    index('learnings_by_submission').on(t.submittedAt, t.id),
    check('learnings_happened_at_least_once', sql`${t.timesThisShift} >= 1`),
    check('learnings_lost_minutes_are_not_negative', sql`${t.minutesLost} >= 0`)
  ]
)

/** "Nothing new" is an answer and is counted: one per assignment. */
export const nothingNewAnswers = pgTable('nothing_new_answers', {
  assignmentId: uuid()
    .primaryKey()
    .references(() => assignments.id),
  answeredAt: writtenAt()
})
