import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, primaryKey, unique, uuid } from 'drizzle-orm/pg-core'
import { idColumn, localDate, writtenAt } from './columns.ts'
import { employees } from './employees.ts'

/** The end of a period of the books. Closing it again brings what was carried in line with what was corrected since. */
export const closings = pgTable(
  'closings',
  {
    id: idColumn(),
    fromOn: localDate().notNull(),
    toOn: localDate().notNull(),
    /** The most minutes that a balance may bring into the next period, above or below zero, as the policy was. */
    capMinutes: integer().notNull(),
    closedAt: writtenAt(),
    closedBy: uuid().references(() => employees.id)
  },
  (t) => [
    unique('closings_once_per_period').on(t.fromOn),
    check('closings_end_after_start', sql`${t.toOn} > ${t.fromOn}`),
    check('closings_cap_is_not_negative', sql`${t.capMinutes} >= 0`)
  ]
)

/** Where each person stood when a period was closed, and what they took along, in minutes. */
export const closedBalances = pgTable(
  'closed_balances',
  {
    closingId: uuid()
      .notNull()
      .references(() => closings.id),
    employeeId: uuid()
      .notNull()
      .references(() => employees.id),
    dueMinutes: integer().notNull(),
    workedMinutes: integer().notNull(),
    creditedMinutes: integer().notNull(),
    waivedMinutes: integer().notNull(),
    /** From the period before. */
    broughtMinutes: integer().notNull(),
    balanceMinutes: integer().notNull(),
    /** Into the next period. */
    takenMinutes: integer().notNull()
  },
  (t) => [
    primaryKey({ columns: [t.closingId, t.employeeId] }),
    index('closed_balances_by_employee').on(t.employeeId),
    check(
      'closed_balances_add_up',
      sql`${t.balanceMinutes} = ${t.workedMinutes} + ${t.creditedMinutes} + ${t.waivedMinutes} + ${t.broughtMinutes} - ${t.dueMinutes}`
    )
  ]
)
