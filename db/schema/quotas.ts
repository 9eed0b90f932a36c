import { sql } from 'drizzle-orm'
import { check, index, integer, pgEnum, pgTable, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { QUOTA_SCOPES } from '../../src/words.ts'
import { idColumn, localDate, writtenAt } from './columns.ts'
import { employees } from './employees.ts'
import { teams } from './teams.ts'

export const quotaScopes = pgEnum('quota_scope', QUOTA_SCOPES)

/** Minutes due per so many weeks, from a day on, until a newer quota of the same scope takes over. */
export const quotas = pgTable(
  'quotas',
  {
    id: idColumn(),
    scope: quotaScopes().notNull(),
    teamId: uuid().references(() => teams.id),
    employeeId: uuid().references(() => employees.id),
    minutes: integer().notNull(),
    perWeeks: integer().notNull(),
    fromOn: localDate().notNull(),
    toOn: localDate(),
    createdAt: writtenAt(),
    createdBy: uuid().references(() => employees.id)
  },
  (t) => [
    index('quotas_by_team').on(t.teamId),
    index('quotas_by_employee').on(t.employeeId),
    uniqueIndex('quotas_one_per_scope_and_day').on(
      t.scope,
      sql`coalesce(${t.teamId}, ${t.employeeId}, '00000000-0000-0000-0000-000000000000'::uuid)`,
      t.fromOn
    ),
    check('quotas_are_not_negative', sql`${t.minutes} >= 0`),
    check('quotas_weeks_are_1_to_52', sql`${t.perWeeks} between 1 and 52`),
    check('quotas_end_after_start', sql`${t.toOn} is null or ${t.toOn} > ${t.fromOn}`),
    check(
      'quotas_name_their_scope',
      sql`(${t.scope} = 'organisation' and ${t.teamId} is null and ${t.employeeId} is null)
        or (${t.scope} = 'team' and ${t.teamId} is not null and ${t.employeeId} is null)
        or (${t.scope} = 'person' and ${t.teamId} is null and ${t.employeeId} is not null)`
    )
  ]
)
