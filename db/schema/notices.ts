import { index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { idColumn, instant, writtenAt } from './columns.ts'
import { employees } from './employees.ts'

/** A message owed to a person about a change that touches them, written in the transaction of the change. */
export const notices = pgTable(
  'notices',
  {
    id: idColumn(),
    employeeId: uuid()
      .notNull()
      .references(() => employees.id),
    kind: text().notNull(),
    facts: jsonb().$type<Record<string, unknown>>().notNull(),
    createdAt: writtenAt(),
    readAt: instant()
  },
  (t) => [index('notices_by_employee').on(t.employeeId, t.createdAt)]
)
