import { index, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { idColumn, instant, writtenAt } from './columns.ts'
import { employees } from './employees.ts'

/**
 * A person as an OpenID Connect provider knows them: issuer and subject, which never change hands there, unlike an e-mail
 * address. Several per person, one at each provider.
 */
export const identities = pgTable(
  'identities',
  {
    id: idColumn(),
    employeeId: uuid()
      .notNull()
      .references(() => employees.id),
    issuer: text().notNull(),
    subject: text().notNull(),
    createdAt: writtenAt()
  },
  (t) => [
    unique('identities_subject_is_unique').on(t.issuer, t.subject),
    unique('identities_one_per_provider').on(t.employeeId, t.issuer)
  ]
)

/** Logout tokens that were acted on, until they are too old to be taken anyway: one that comes again is refused. */
export const logoutTokens = pgTable(
  'logout_tokens',
  { issuer: text().notNull(), jti: text().notNull(), receivedAt: instant().notNull() },
  (t) => [primaryKey({ columns: [t.issuer, t.jti] }), index('logout_tokens_by_age').on(t.receivedAt)]
)
