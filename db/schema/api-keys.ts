import { index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { idColumn, instant, writtenAt } from './columns.ts'
import { employees } from './employees.ts'

/**
 * A token with which a program acts as a person, within scopes and until a day. Only its SHA-256 is stored. It works as
 * long as it is neither revoked nor out of date and its person is active.
 */
export const apiKeys = pgTable(
  'api_keys',
  {
    id: idColumn(),
    employeeId: uuid()
      .notNull()
      .references(() => employees.id),
    name: text().notNull(),
    scopes: text().array().notNull(),
    tokenHash: text().notNull(),
    createdAt: writtenAt(),
    expiresAt: instant().notNull(),
    /** To the hour: written at most once in one. */
    lastUsedAt: instant(),
    revokedAt: instant()
  },
  (t) => [
    uniqueIndex('api_keys_token_is_unique').on(t.tokenHash),
    index('api_keys_by_employee').on(t.employeeId)
  ]
)
