import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, pgTable, unique, uuid } from 'drizzle-orm/pg-core'
import { idColumn, instant, localDate } from './columns.ts'
import { rotations } from './rotations.ts'

/**
 * One span of time that people work. A row exists from the first publication that holds it.
 * `shifts_instants` lets an assignment carry the same instants by foreign key.
 */
export const shifts = pgTable(
  'shifts',
  {
    id: idColumn(),
    rotationId: uuid()
      .notNull()
      .references(() => rotations.id),
    onDay: localDate().notNull(),
    startsAt: instant().notNull(),
    endsAt: instant().notNull(),
    minSeats: integer().notNull(),
    desiredSeats: integer().notNull(),
    maxSeats: integer().notNull(),
    hostsRequired: integer().notNull(),
    isHoliday: boolean().notNull().default(false)
  },
  (t) => [
    unique('shifts_start_once_per_rotation').on(t.rotationId, t.startsAt),
    unique('shifts_instants').on(t.id, t.startsAt, t.endsAt),
    index('shifts_by_start').on(t.startsAt),
    index('shifts_by_day').on(t.onDay),
    check('shifts_end_after_start', sql`${t.endsAt} > ${t.startsAt}`)
  ]
)
