import { sql } from 'drizzle-orm'
import { check, pgTable, smallint, uuid } from 'drizzle-orm/pg-core'
import { assignments } from './assignments.ts'
import { writtenAt } from './columns.ts'

/** How somebody felt after a shift, 1 to 5. Their own: others only ever see means of five people or more. */
export const shiftMoods = pgTable(
  'shift_moods',
  {
    assignmentId: uuid()
      .primaryKey()
      .references(() => assignments.id),
    mood: smallint().notNull(),
    answeredAt: writtenAt()
  },
  (t) => [check('shift_moods_are_1_to_5', sql`${t.mood} between 1 and 5`)]
)
