import { index, pgEnum, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { SIGN_IN_WAYS } from '../../src/words.ts'
import { idColumn, instant, writtenAt } from './columns.ts'
import { employees } from './employees.ts'
import { identities } from './identities.ts'

export const signInWays = pgEnum('sign_in_way', SIGN_IN_WAYS)

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
    endedAt: instant(),
    openedBy: signInWays().notNull().default('link'),
    /** Who the provider said it was; null for other ways in, and once the identity is unlinked. */
    identityId: uuid().references(() => identities.id, { onDelete: 'set null' }),
    /** The provider's own name of the session (`sid`), by which it may end this one. */
    providerSid: text(),
    /** What the browser or program called itself, for its person to recognise. */
    userAgent: text(),
    /** To the hour: written at most once in one. */
    lastSeenAt: instant()
  },
  (t) => [
    index('sessions_by_employee').on(t.employeeId),
    index('sessions_by_identity').on(t.identityId, t.providerSid)
  ]
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

/**
 * Who asked for a link by mail: hashes of the address written and of the client, whether anybody has that address or not.
 * Counted to slow down who asks too often, on all replicas together; forgotten after a day.
 */
export const linkRequests = pgTable(
  'link_requests',
  {
    id: idColumn(),
    addressHash: text().notNull(),
    clientHash: text().notNull(),
    askedAt: instant().notNull()
  },
  (t) => [
    index('link_requests_by_address').on(t.addressHash, t.askedAt),
    index('link_requests_by_client').on(t.clientHash, t.askedAt)
  ]
)
