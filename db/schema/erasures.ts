import { pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { idColumn, writtenAt } from './columns.ts'
import { employees } from './employees.ts'

/** Tombstones: of whom everything that tells who they were was erased, when, by whom and why. Their hours stay. */
export const erasures = pgTable(
  'erasures',
  {
    id: idColumn(),
    employeeId: uuid()
      .notNull()
      .references(() => employees.id),
    erasedAt: writtenAt(),
    /** Null: the retention job. */
    erasedBy: uuid().references(() => employees.id),
    reason: text().notNull()
  },
  (t) => [unique('erasures_once_per_person').on(t.employeeId)]
)
