import { sql } from 'drizzle-orm'
import { check, index, jsonb, pgEnum, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { LEAVER_DECISIONS } from '../../src/words.ts'
import { idColumn, instant, writtenAt } from './columns.ts'
import { employees, locales } from './employees.ts'
import { teams } from './teams.ts'

/**
 * A token with which an identity provider brings people and groups, and does nothing else. Only its SHA-256 is stored.
 * Several may be in force at once, so that one can follow another without a gap.
 */
export const scimTokens = pgTable(
  'scim_tokens',
  {
    id: idColumn(),
    name: text().notNull(),
    tokenHash: text().notNull(),
    createdAt: writtenAt(),
    createdBy: uuid()
      .notNull()
      .references(() => employees.id),
    expiresAt: instant().notNull(),
    /** To the minute: written at most once in one. */
    lastUsedAt: instant(),
    revokedAt: instant()
  },
  (t) => [uniqueIndex('scim_tokens_token_is_unique').on(t.tokenHash)]
)

/** What a new person gets where the identity provider says nothing. One row, or none: then what most people have. */
export const scimDefaults = pgTable(
  'scim_defaults',
  {
    id: text().primaryKey().default('one'),
    teamId: uuid().references(() => teams.id),
    timeZone: text().notNull(),
    country: text().notNull(),
    locale: locales().notNull()
  },
  (t) => [check('scim_defaults_is_one_row', sql`${t.id} = 'one'`)]
)

/** What an identity provider said of a person, beside what became of it in `employees`. */
export const scimPeople = pgTable(
  'scim_people',
  {
    employeeId: uuid()
      .primaryKey()
      .references(() => employees.id),
    userName: text().notNull(),
    externalId: text(),
    /** The resource as SCIM has it, without what is read from the other columns and tables. */
    resource: jsonb().$type<Record<string, unknown>>().notNull(),
    /** A manager who is not known yet, as the provider names them. */
    managerRef: text(),
    /** Fields of the person that nobody said and defaults filled, with the value: who has one still is incomplete. */
    assumed: jsonb().$type<Record<string, string>>().notNull(),
    /** Roles that groups gave, which groups may take again: `hr`, `host`, `lead:<team>`. */
    given: text().array().notNull().default([]),
    createdAt: writtenAt(),
    changedAt: writtenAt(),
    /** Deleted at the provider: there is no such resource any more, and a new one of that name is the person's return. */
    deletedAt: instant()
  },
  (t) => [
    uniqueIndex('scim_people_user_name_is_unique').on(sql`lower(${t.userName})`),
    index('scim_people_by_external_id').on(t.externalId),
    index('scim_people_by_manager_ref').on(sql`lower(${t.managerRef})`).where(sql`manager_ref is not null`)
  ]
)

export const leaverDecisions = pgEnum('leaver_decision', LEAVER_DECISIONS)

/** Everybody whom an identity provider ended, and what became of those whom the brake held. */
export const scimLeavers = pgTable(
  'scim_leavers',
  {
    id: idColumn(),
    employeeId: uuid()
      .notNull()
      .references(() => employees.id),
    at: instant().notNull(),
    /** Held: without access, with seats, until an administrator decides. Null: deactivated at once. */
    heldAt: instant(),
    decision: leaverDecisions(),
    decidedAt: instant(),
    /** Null: the provider itself took it back. */
    decidedBy: uuid().references(() => employees.id)
  },
  (t) => [
    index('scim_leavers_by_time').on(t.at),
    uniqueIndex('scim_leavers_held_once')
      .on(t.employeeId)
      .where(sql`held_at is not null and decided_at is null`),
    check('scim_leavers_decision_has_a_time', sql`(${t.decision} is null) = (${t.decidedAt} is null)`),
    check('scim_leavers_only_held_are_decided', sql`${t.decision} is null or ${t.heldAt} is not null`)
  ]
)
