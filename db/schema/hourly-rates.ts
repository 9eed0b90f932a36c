import { sql } from 'drizzle-orm'
import { check, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { idColumn, localDate, writtenAt } from './columns.ts'
import { employees } from './employees.ts'

/**
 * What an hour costs the company, from a day on. Append-only (a trigger refuses update and delete): of two rows for
 * the same day the one entered later counts, so a figure of the past is reproduced by what was entered by then.
 */
export const hourlyRates = pgTable(
  'hourly_rates',
  {
    id: idColumn(),
    fromOn: localDate().notNull(),
    /** Hundredths of the currency's unit. */
    centsPerHour: integer().notNull(),
    /** ISO 4217. */
    currency: text().notNull(),
    enteredAt: writtenAt(),
    enteredBy: uuid().references(() => employees.id)
  },
  (t) => [
    check('hourly_rates_are_not_negative', sql`${t.centsPerHour} >= 0`),
    check('hourly_rates_currency_is_three_letters', sql`${t.currency} ~ '^[A-Z]{3}$'`)
  ]
)
