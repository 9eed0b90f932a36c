import { sql } from 'drizzle-orm'
import { check, integer, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { idColumn, writtenAt } from './columns.ts'
import { employees } from './employees.ts'
import { rotations } from './rotations.ts'
import { shifts } from './shifts.ts'

/**
 * What the people of a shift should know and do: the rotation's own card where `shiftId` is null, and what one shift has
 * instead of it. The words are documents and texts, so that a name in them can be erased.
 */
export const shiftCards = pgTable(
  'shift_cards',
  {
    id: idColumn(),
    rotationId: uuid()
      .notNull()
      .references(() => rotations.id, { onDelete: 'cascade' }),
    shiftId: uuid().references(() => shifts.id, { onDelete: 'cascade' }),
    /** At most three sentences. */
    thingsToKnow: jsonb().$type<string[]>().notNull(),
    quietJob: text(),
    /** With what the buddy opens their call. */
    openingCall: text(),
    /** In place of the question that the season's charter asks. */
    question: text(),
    /** Grows with every change: whoever changes says which one they saw. */
    revision: integer().notNull().default(1),
    changedAt: writtenAt(),
    changedBy: uuid().references(() => employees.id)
  },
  (t) => [
    unique('shift_cards_one_each').on(t.rotationId, t.shiftId).nullsNotDistinct(),
    check('shift_cards_have_three_things', sql`jsonb_array_length(${t.thingsToKnow}) <= 3`)
  ]
)
