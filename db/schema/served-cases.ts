import { sql } from 'drizzle-orm'
import { check, index, integer, pgEnum, pgTable, smallint, text, unique, uuid } from 'drizzle-orm/pg-core'
import { SERVED_ANSWERS } from '../../src/words.ts'
import { assignments } from './assignments.ts'
import { idColumn, localDate, writtenAt } from './columns.ts'
import { employees } from './employees.ts'

export const servedAnswer = pgEnum('served_answer', SERVED_ANSWERS)

/** "Was this customer well served?", one tap per case, by somebody in a seat of the shift. */
export const servedCases = pgTable(
  'served_cases',
  {
    id: idColumn(),
    assignmentId: uuid()
      .notNull()
      .references(() => assignments.id),
    servedWell: servedAnswer().notNull(),
    answeredAt: writtenAt()
  },
  (t) => [index('served_cases_by_seat').on(t.assignmentId)]
)

/** The same said at once of all cases of a seat. It stands in for the seat's taps, so that nothing counts twice. */
export const servedCounts = pgTable(
  'served_counts',
  {
    assignmentId: uuid()
      .primaryKey()
      .references(() => assignments.id),
    yes: integer().notNull(),
    no: integer().notNull(),
    unsure: integer().notNull(),
    countedAt: writtenAt()
  },
  (t) => [
    check(
      'served_counts_are_of_one_shift',
      sql`${t.yes} between 0 and 500 and ${t.no} between 0 and 500 and ${t.unsure} between 0 and 500`
    )
  ]
)

/** What customers themselves answered, imported without anything about who they are. */
export const csatAnswers = pgTable(
  'csat_answers',
  {
    id: idColumn(),
    /** The answer's number in the survey tool; importing it again changes the row. */
    reference: text().notNull(),
    answeredOn: localDate().notNull(),
    /** 1 to 5. */
    score: smallint().notNull(),
    importedAt: writtenAt(),
    importedBy: uuid().references(() => employees.id)
  },
  (t) => [
    unique('csat_answers_once_per_reference').on(t.reference),
    index('csat_answers_by_day').on(t.answeredOn),
    check('csat_answers_score_is_1_to_5', sql`${t.score} between 1 and 5`),
    check('csat_answers_reference_is_a_code', sql`${t.reference} ~ '^[A-Za-z0-9][A-Za-z0-9._:/-]{0,63}$'`)
  ]
)
