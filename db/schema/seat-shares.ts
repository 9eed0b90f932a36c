import { jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { SeatShares } from '../../src/engine/facts/problem-people.ts'
import { instant, localDate } from './columns.ts'
import { rotations } from './rotations.ts'

/**
 * How everybody who could be on a rotation's shifts shares the seats of the weeks around one: what each of a company owes is
 * needed to tell, and without it only who may take a shift. `asked` is the fingerprint of the rotation it was reckoned for; of
 * another one it says nothing. Nothing here is a fact of its own (`src/rotations/keep-seat-shares.ts`).
 */
export const seatShares = pgTable(
  'seat_shares',
  {
    rotationId: uuid()
      .notNull()
      .references(() => rotations.id, { onDelete: 'cascade' }),
    /** The Monday of the week in the middle. */
    weekOn: localDate().notNull(),
    shares: jsonb().$type<SeatShares>().notNull(),
    asked: text().notNull(),
    reckonedAt: instant().notNull()
  },
  (t) => [primaryKey({ columns: [t.rotationId, t.weekOn] })]
)
