import { sql } from 'drizzle-orm'
import { check, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { idColumn, instant, writtenAt } from './columns.ts'
import { employees } from './employees.ts'

/** Parts of the product, as the company divides it. One that is in use is archived, never deleted. */
export const productAreas = pgTable(
  'product_areas',
  {
    id: idColumn(),
    name: text().notNull(),
    /** Who owns a new theme of this area unless somebody else is named. */
    ownerId: uuid().references(() => employees.id),
    createdAt: writtenAt(),
    /** Offered no more; what was said of it keeps it. */
    archivedAt: instant()
  },
  (t) => [
    uniqueIndex('product_areas_name_is_unique').on(sql`lower(${t.name})`),
    check('product_areas_name_is_not_blank', sql`length(trim(${t.name})) between 1 and 100`)
  ]
)
