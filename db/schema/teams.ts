import { sql } from 'drizzle-orm'
import { check, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { idColumn } from './columns.ts'

/** A team as in the company, with the number of its people who may be on support at the same instant. */
export const teams = pgTable(
  'teams',
  {
    id: idColumn(),
    name: text().notNull(),
    supportCap: integer().notNull().default(2)
  },
  (t) => [
    uniqueIndex('teams_name_is_unique').on(sql`lower(${t.name})`),
    check('teams_name_is_not_blank', sql`length(trim(${t.name})) between 1 and 100`),
    check('teams_support_cap_is_not_negative', sql`${t.supportCap} >= 0`)
  ]
)
