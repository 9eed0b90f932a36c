import { sql } from 'drizzle-orm'
import { check, pgEnum, pgTable, smallint, unique, uuid } from 'drizzle-orm/pg-core'
import { DAY_PARTS, WISH_LEVELS, WISH_REASONS } from '../../src/words.ts'
import { idColumn, localDate, writtenAt } from './columns.ts'
import { employees } from './employees.ts'

export const wishLevels = pgEnum('wish_level', WISH_LEVELS)
export const dayParts = pgEnum('day_part', DAY_PARTS)
export const wishReasons = pgEnum('wish_reason', WISH_REASONS)

/** How glad a person is of a part of a weekday, or of one date, by the clock of their zone. No row: fine. */
export const wishes = pgTable(
  'wishes',
  {
    id: idColumn(),
    employeeId: uuid()
      .notNull()
      .references(() => employees.id),
    weekday: smallint(),
    onDay: localDate(),
    part: dayParts().notNull(),
    level: wishLevels().notNull(),
    /** The person's own business; it never leaves this table but to them. */
    reason: wishReasons(),
    createdAt: writtenAt()
  },
  (t) => [
    unique('wishes_once_per_part').on(t.employeeId, t.weekday, t.onDay, t.part).nullsNotDistinct(),
    check('wishes_are_for_a_weekday_or_a_date', sql`(${t.weekday} is null) <> (${t.onDay} is null)`),
    check('wishes_weekday_is_iso', sql`${t.weekday} between 1 and 7`),
    check('wishes_cannot_has_a_reason', sql`(${t.level} = 'cannot') = (${t.reason} is not null)`)
  ]
)
