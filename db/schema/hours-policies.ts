import { sql } from 'drizzle-orm'
import { boolean, check, integer, pgTable } from 'drizzle-orm/pg-core'

/** How the books of hours are kept: one row, or none while nobody has changed the defaults. */
export const hoursPolicies = pgTable(
  'hours_policies',
  {
    isOnly: boolean().primaryKey().default(true),
    /** A period is so many months, from January on. */
    periodMonths: integer().notNull(),
    capMinutes: integer().notNull()
  },
  (t) => [
    check('hours_policies_is_one_row', sql`${t.isOnly}`),
    check('hours_policies_period_divides_the_year', sql`${t.periodMonths} in (1, 2, 3, 4, 6, 12)`),
    check('hours_policies_cap_is_not_negative', sql`${t.capMinutes} >= 0`)
  ]
)
