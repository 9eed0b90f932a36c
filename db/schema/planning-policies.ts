import { sql } from 'drizzle-orm'
import { check, index, pgEnum, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { EMPHASES } from '../../src/words.ts'
import { idColumn, writtenAt } from './columns.ts'
import { employees } from './employees.ts'

export const emphasis = pgEnum('emphasis', EMPHASES)

/** How much what weighs in plans; the latest row is in force, without one everything weighs as usual. */
export const planningPolicies = pgTable(
  'planning_policies',
  {
    id: idColumn(),
    evenLoad: emphasis().notNull(),
    evenUnpopular: emphasis().notNull(),
    wishes: emphasis().notNull(),
    promises: emphasis().notNull(),
    reason: text().notNull(),
    setAt: writtenAt(),
    setBy: uuid()
      .notNull()
      .references(() => employees.id)
  },
  (t) => [
    index('planning_policies_by_time').on(t.setAt, t.id),
    check('planning_policies_give_a_reason', sql`length(trim(${t.reason})) > 0`)
  ]
)
