import { sql } from 'drizzle-orm'
import { check, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { idColumn, localDate, writtenAt } from './columns.ts'
import { employees } from './employees.ts'

/** A day off of our own beside the public holidays: of the whole company, of a country, or of a region of one. */
export const companyDays = pgTable(
  'company_days',
  {
    id: idColumn(),
    onDay: localDate().notNull(),
    name: text().notNull(),
    country: text(),
    region: text(),
    createdAt: writtenAt(),
    createdBy: uuid().references(() => employees.id)
  },
  (t) => [
    unique('company_days_once_per_place').on(t.onDay, t.country, t.region).nullsNotDistinct(),
    check('company_days_region_has_a_country', sql`${t.region} is null or ${t.country} is not null`),
    check('company_days_country_is_two_letters', sql`${t.country} ~ '^[A-Z]{2}$'`),
    check('company_days_region_is_a_code', sql`${t.region} ~ '^[A-Z0-9]{1,3}$'`),
    check('company_days_name_is_not_blank', sql`length(trim(${t.name})) between 1 and 100`)
  ]
)
