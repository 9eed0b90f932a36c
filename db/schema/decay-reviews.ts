import { sql } from 'drizzle-orm'
import { check, jsonb, pgEnum, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import type { WorseSign } from '../../src/engine/insight/worsening-signs.ts'
import { DECAY_DECISIONS } from '../../src/words.ts'
import { idColumn, instant, localDate, writtenAt } from './columns.ts'
import { employees } from './employees.ts'

export const decayDecision = pgEnum('decay_decision', DECAY_DECISIONS)

/** A quarter in which the programme got worse in several ways at once: somebody by name says what follows from it. */
export const decayReviews = pgTable(
  'decay_reviews',
  {
    id: idColumn(),
    /** The first day of the quarter. */
    quarterFromOn: localDate().notNull(),
    signs: jsonb().$type<WorseSign[]>().notNull(),
    ownerId: uuid()
      .notNull()
      .references(() => employees.id),
    openedAt: writtenAt(),
    decision: decayDecision(),
    reason: text(),
    decidedAt: instant(),
    decidedBy: uuid().references(() => employees.id)
  },
  (t) => [
    unique('decay_reviews_once_per_quarter').on(t.quarterFromOn),
    check(
      'decay_reviews_are_decided_with_a_reason_by_name',
      sql`num_nonnulls(${t.decision}, ${t.reason}, ${t.decidedAt}, ${t.decidedBy}) in (0, 4)`
    )
  ]
)
