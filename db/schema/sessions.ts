import { index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { idColumn, instant, writtenAt } from './columns.ts'
import { employees } from './employees.ts'

/** A sign-in in force until it expires or is ended. Every request reads it; a token without its row is worthless. */
export const sessions = pgTable(
  'sessions',
  {
    id: idColumn(),
    employeeId: uuid()
      .notNull()
      .references(() => employees.id),
    createdAt: writtenAt(),
    expiresAt: instant().notNull(),
    endedAt: instant()
  },
  (t) => [index('sessions_by_employee').on(t.employeeId)]
)

/** A one-time sign-in link; only the SHA-256 of its token is stored. */
export const signInLinks = pgTable(
  'sign_in_links',
  {
    id: idColumn(),
    employeeId: uuid()
      .notNull()
      .references(() => employees.id),
    tokenHash: text().notNull(),
    createdAt: writtenAt(),
    expiresAt: instant().notNull(),
    usedAt: instant()
  },
  (t) => [uniqueIndex('sign_in_links_token_is_unique').on(t.tokenHash)]
)
