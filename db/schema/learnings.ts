import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, pgEnum, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { LEARNING_NUDGES, LEARNING_TYPES } from '../../src/words.ts'
import { assignments } from './assignments.ts'
import { idColumn, instant, writtenAt } from './columns.ts'
import { employees } from './employees.ts'
import { productAreas } from './product-areas.ts'
import { shifts } from './shifts.ts'

export const learningTypes = pgEnum('learning_type', LEARNING_TYPES)
export const learningNudges = pgEnum('learning_nudge', LEARNING_NUDGES)

/**
 * One point heard from customers on a shift. Where `withdrawnAt` is set its writer took it back: the texts are gone, and
 * it is shown and counted nowhere.
 */
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
    areaId: uuid().references(() => productAreas.id),
    triedTo: text().notNull(),
    obstacle: text().notNull(),
    customerWords: text(),
    timesThisShift: integer().notNull().default(1),
    minutesLost: integer().notNull().default(0),
    ticketUrl: text(),
    action: text(),
    /** Who heard it offers to fix it. */
    canFix: boolean().notNull().default(false),
    submittedAt: writtenAt(),
    editedAt: instant(),
    withdrawnAt: instant()
  },
  (t) => [
    index('learnings_by_shift').on(t.shiftId),
    index('learnings_by_employee').on(t.employeeId, t.submittedAt),
    index('learnings_by_submission').on(t.submittedAt, t.id),
    index('learnings_by_area').on(t.areaId),
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

/** Somebody was asked what they heard: once as the shift ends and once the next morning, then no more. */
export const learningNudgesSent = pgTable(
  'learning_nudges_sent',
  {
    assignmentId: uuid()
      .notNull()
      .references(() => assignments.id),
    nudge: learningNudges().notNull(),
    sentAt: writtenAt()
  },
  (t) => [primaryKey({ columns: [t.assignmentId, t.nudge] })]
)
