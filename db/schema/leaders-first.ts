import { sql } from 'drizzle-orm'
import { boolean, check, index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { idColumn, writtenAt } from './columns.ts'
import { employees } from './employees.ts'
import { publications } from './publications.ts'

/** Whether leaders are planned before staff shifts are published; the latest row is in force, without one it is on. */
export const leadersFirstPolicies = pgTable(
  'leaders_first_policies',
  {
    id: idColumn(),
    isOn: boolean().notNull(),
    reason: text().notNull(),
    setAt: writtenAt(),
    setBy: uuid()
      .notNull()
      .references(() => employees.id)
  },
  (t) => [
    index('leaders_first_policies_by_time').on(t.setAt, t.id),
    check('leaders_first_policies_give_a_reason', sql`length(trim(${t.reason})) > 0`)
  ]
)

/** A publication that went ahead although leaders had no shift planned in it, and why. */
export const leadersFirstOverrides = pgTable(
  'leaders_first_overrides',
  {
    publicationId: uuid()
      .primaryKey()
      .references(() => publications.id),
    /** Who had none. */
    leaderIds: uuid().array().notNull(),
    reason: text().notNull(),
    overriddenAt: writtenAt(),
    /** Null: the command line. */
    overriddenBy: uuid().references(() => employees.id)
  },
  (t) => [check('leaders_first_overrides_give_a_reason', sql`length(trim(${t.reason})) > 0`)]
)
