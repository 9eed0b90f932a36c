import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { assignments } from './assignments.ts'
import { idColumn, instant, writtenAt } from './columns.ts'
import { employees } from './employees.ts'

/** When a person came to their seat and when they left it. */
export const attendances = pgTable(
  'attendances',
  {
    assignmentId: uuid()
      .primaryKey()
      .references(() => assignments.id),
    checkedInAt: instant().notNull(),
    checkedOutAt: instant()
  },
  (t) => [
    check('attendances_out_after_in', sql`${t.checkedOutAt} is null or ${t.checkedOutAt} >= ${t.checkedInAt}`)
  ]
)

/** What a lead says of the hours of a seat, beside the ledger and visible to both; the latest stands. */
export const counterMarks = pgTable(
  'counter_marks',
  {
    id: idColumn(),
    assignmentId: uuid()
      .notNull()
      .references(() => assignments.id),
    agrees: boolean().notNull(),
    /** What it was in the lead's eyes, when they do not agree. */
    minutes: integer(),
    comment: text(),
    markedAt: writtenAt(),
    markedBy: uuid()
      .notNull()
      .references(() => employees.id)
  },
  (t) => [
    index('counter_marks_by_assignment').on(t.assignmentId, t.markedAt),
    check('counter_marks_say_why_not', sql`${t.agrees} or length(trim(${t.comment})) > 0`),
    check('counter_marks_minutes_are_of_a_day', sql`${t.minutes} between 0 and 1440`)
  ]
)

/** Somebody was missed on a shift. The person hears of it first; it counts when they do not answer. */
export const noShows = pgTable(
  'no_shows',
  {
    id: idColumn(),
    assignmentId: uuid()
      .notNull()
      .references(() => assignments.id),
    raisedAt: writtenAt(),
    raisedBy: uuid()
      .notNull()
      .references(() => employees.id),
    answeredAt: instant(),
    answer: text(),
    withdrawnAt: instant(),
    recordedAt: instant()
  },
  (t) => [
    unique('no_shows_once_per_seat').on(t.assignmentId),
    index('no_shows_by_time').on(t.raisedAt),
    check('no_shows_are_answered_in_words', sql`(${t.answeredAt} is null) = (${t.answer} is null)`),
    check(
      'no_shows_end_in_one_way',
      sql`num_nonnulls(${t.answeredAt}, ${t.withdrawnAt}, ${t.recordedAt}) <= 1`
    )
  ]
)
