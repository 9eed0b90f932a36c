import { sql } from 'drizzle-orm'
import { check, index, pgEnum, pgTable, uuid } from 'drizzle-orm/pg-core'
import { ABSENCE_KINDS } from '../../src/words.ts'
import { idColumn, instant, writtenAt } from './columns.ts'
import { employees } from './employees.ts'

export const absenceKinds = pgEnum('absence_kind', ABSENCE_KINDS)

/** A span in which a person is away. The kind is the person's own business and never leaves this table. */
export const absences = pgTable(
  'absences',
  {
    id: idColumn(),
    employeeId: uuid()
      .notNull()
      .references(() => employees.id),
    startsAt: instant().notNull(),
    endsAt: instant().notNull(),
    kind: absenceKinds().notNull(),
    createdAt: writtenAt()
  },
  (t) => [
    index('absences_by_employee').on(t.employeeId, t.startsAt),
    check('absences_end_after_start', sql`${t.endsAt} > ${t.startsAt}`)
  ]
)
