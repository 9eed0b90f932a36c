import { sql } from 'drizzle-orm'
import { check, foreignKey, index, integer, jsonb, pgTable, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { AssignmentReason } from '../../src/engine/plan/reason.ts'
import { idColumn, instant, writtenAt } from './columns.ts'
import { employees } from './employees.ts'
import { shifts } from './shifts.ts'

/**
 * Who sits in which seat of a shift. A seat with no row in force is open; a row given up keeps its history
 * with `releasedAt`. `startsAt` and `endsAt` are the shift's own, held equal by the foreign key; who covers only a part
 * of it has that part beside them. `heldStartsAt` and `heldEndsAt` are what the person really works: the part or all,
 * and the exclusion constraint `assignments_do_not_overlap` (in the migration) keeps one person in one place by them.
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
    partStartsAt: instant(),
    partEndsAt: instant(),
    heldStartsAt: instant().notNull().generatedAlwaysAs(sql`coalesce(part_starts_at, starts_at)`),
    heldEndsAt: instant().notNull().generatedAlwaysAs(sql`coalesce(part_ends_at, ends_at)`),
    reason: jsonb().$type<AssignmentReason>(),
    createdAt: writtenAt(),
    releasedAt: instant(),
    /** Grows by one whenever when or whether somebody works changes (a trigger of the migration): calendars need it. */
    revision: integer().notNull().default(0)
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
    index('assignments_by_start').on(t.startsAt),
    // Most questions are about a span near now: of five years of seats few end after its beginning.
    index('assignments_by_held_end').on(t.heldEndsAt, t.heldStartsAt).where(sql`released_at is null`),
    // A seat given up keeps its part even where its shift moved later.
    check(
      'assignments_part_lies_in_the_shift',
      sql`released_at is not null or (
        (part_starts_at is null) = (part_ends_at is null)
        and (part_starts_at is null or (starts_at <= part_starts_at and part_starts_at < part_ends_at and part_ends_at <= ends_at))
      )`
    )
  ]
)
