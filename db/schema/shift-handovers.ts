import { sql } from 'drizzle-orm'
import { check, index, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { idColumn, instant, writtenAt } from './columns.ts'
import { employees } from './employees.ts'
import { shifts } from './shifts.ts'

/** The note that somebody leaves at the end of their shift for those who come next. */
export const shiftHandovers = pgTable(
  'shift_handovers',
  {
    id: idColumn(),
    shiftId: uuid()
      .notNull()
      .references(() => shifts.id, { onDelete: 'cascade' }),
    employeeId: uuid()
      .notNull()
      .references(() => employees.id),
    note: text().notNull(),
    writtenAt: writtenAt(),
    changedAt: instant()
  },
  (t) => [
    unique('shift_handovers_one_each').on(t.shiftId, t.employeeId),
    index('shift_handovers_by_employee').on(t.employeeId),
    check('shift_handovers_are_not_blank', sql`length(trim(${t.note})) > 0`)
  ]
)
