import { sql } from 'drizzle-orm'
import { check, pgEnum, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { CALENDAR_SHOWN_AS, FEED_PURPOSES } from '../../src/words.ts'
import { idColumn, instant, writtenAt } from './columns.ts'
import { employees } from './employees.ts'
import { rotations } from './rotations.ts'
import { teams } from './teams.ts'

export const feedPurposes = pgEnum('feed_purpose', FEED_PURPOSES)
export const calendarShownAs = pgEnum('calendar_shown_as', CALENDAR_SHOWN_AS)

/**
 * A secret address from which a calendar program reads shifts: a person's own, a team's or a rotation's. Only the
 * SHA-256 of its token is stored. It works as long as it is not revoked and its person is active, one per purpose.
 */
export const feedAddresses = pgTable(
  'feed_addresses',
  {
    id: idColumn(),
    employeeId: uuid()
      .notNull()
      .references(() => employees.id),
    purpose: feedPurposes().notNull(),
    teamId: uuid().references(() => teams.id),
    rotationId: uuid().references(() => rotations.id),
    shownAs: calendarShownAs().notNull(),
    tokenHash: text().notNull(),
    createdAt: writtenAt(),
    /** To the hour: written at most once in one. */
    lastUsedAt: instant(),
    revokedAt: instant()
  },
  (t) => [
    uniqueIndex('feed_addresses_token_is_unique').on(t.tokenHash),
    uniqueIndex('feed_addresses_one_per_purpose')
      .on(t.employeeId, t.purpose, sql`coalesce(team_id, rotation_id, employee_id)`)
      .where(sql`revoked_at is null`),
    check(
      'feed_addresses_name_what_they_show',
      sql`(${t.teamId} is not null) = (${t.purpose} = 'team') and (${t.rotationId} is not null) = (${t.purpose} = 'rotation')`
    )
  ]
)
