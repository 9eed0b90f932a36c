import { sql } from 'drizzle-orm'
import { foreignKey, index, jsonb, pgTable, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { AssignmentReason } from '../../src/engine/plan/reason.ts'
import { idColumn, instant, writtenAt } from './columns.ts'
import { employees } from './employees.ts'
import { shifts } from './shifts.ts'

/**
 * Who sits in which seat of a shift. A seat with no row in force is open; a row given up keeps its history
 * with `releasedAt`. The instants are the shift's own, held equal by the foreign key, so that the
 * exclusion constraint `assignments_do_not_overlap` (in the migration) can keep one person in one place.
 */
export const assignments = pgTable(
  'assignments',
  {
    id: idColumn(),
    shiftId: uuid().notNull(),
    employeeId: uuid()
      .notNull()
      .references(() => employees.id),
    startsAt: instant().notNull(),
    endsAt: instant().notNull(),
    reason: jsonb().$type<AssignmentReason>(),
    createdAt: writtenAt(),
    releasedAt: instant()
  },
  (t) => [
    foreignKey({
      name: 'assignments_keep_the_shifts_instants',
      columns: [t.shiftId, t.startsAt, t.endsAt],
      foreignColumns: [shifts.id, shifts.startsAt, shifts.endsAt]
    }).onUpdate('cascade'),
    uniqueIndex('assignments_one_seat_per_person')
      .on(t.shiftId, t.employeeId)
      .where(sql`released_at is null`),
    index('assignments_by_employee').on(t.employeeId, t.startsAt),
    index('assignments_by_start').on(t.startsAt)
  ]
)
