import { and, isNull, sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  boolean,
  check,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid
} from 'drizzle-orm/pg-core'
import { GRANTED_ROLES, LEVELS, LOCALES, READINESS } from '../../src/words.ts'
import { idColumn, instant, localDate, localTime, writtenAt } from './columns.ts'
import { teams } from './teams.ts'

export const levels = pgEnum('level', LEVELS)
export const readinessStates = pgEnum('readiness', READINESS)
export const locales = pgEnum('locale', LOCALES)
export const roleNames = pgEnum('role', GRANTED_ROLES)

/** A person of the company; everyone, whatever the title. Deactivated people stay, their history with them. */
export const employees = pgTable(
  'employees',
  {
    id: idColumn(),
    name: text().notNull(),
    email: text().notNull(),
    title: text().notNull(),
    level: levels().notNull().default('staff'),
    teamId: uuid()
      .notNull()
      .references(() => teams.id),
    managerId: uuid().references((): AnyPgColumn => employees.id),
    timeZone: text().notNull(),
    country: text().notNull(),
    /** Part of the country, by the code of `date-holidays` (BY for Bavaria). Null: the country as a whole. */
    region: text(),
    workingDays: smallint().array().notNull(),
    workStartsAt: localTime().notNull(),
    workEndsAt: localTime().notNull(),
    ftePercent: integer().notNull().default(100),
    joinedOn: localDate().notNull(),
    leavesOn: localDate(),
    isHost: boolean().notNull().default(false),
    readiness: readinessStates().notNull().default('ready'),
    locale: locales().notNull().default('en'),
    createdAt: writtenAt(),
    deactivatedAt: instant(),
    /** Without access since then, but not gone: an administrator has to say whether they have left. */
    suspendedAt: instant()
  },
  (t) => [
    uniqueIndex('employees_email_is_unique').on(sql`lower(${t.email})`),
    index('employees_by_team').on(t.teamId),
    index('employees_by_name').on(t.name, t.id),
    check('employees_name_is_not_blank', sql`length(trim(${t.name})) between 1 and 200`),
    check('employees_country_is_two_letters', sql`${t.country} ~ '^[A-Z]{2}$'`),
    check('employees_region_is_a_code', sql`${t.region} ~ '^[A-Z0-9]{1,3}$'`),
    check('employees_fte_percent_is_1_to_100', sql`${t.ftePercent} between 1 and 100`),
    check('employees_working_days_are_weekdays', sql`${t.workingDays} <@ array[1,2,3,4,5,6,7]::smallint[]`),
    check('employees_leave_after_joining', sql`${t.leavesOn} is null or ${t.leavesOn} >= ${t.joinedOn}`)
  ]
)

/** Whether somebody gets in at all, by whichever door. */
export const mayEnter = () => and(isNull(employees.deactivatedAt), isNull(employees.suspendedAt))

/** What planning and swaps ask of a person, under the names of the engine. */
export const PERSON_COLUMNS = {
  teamId: employees.teamId,
  level: employees.level,
  isHost: employees.isHost,
  readiness: employees.readiness,
  zone: employees.timeZone,
  country: employees.country,
  region: employees.region,
  workingDays: employees.workingDays,
  workStartsAt: employees.workStartsAt,
  workEndsAt: employees.workEndsAt,
  joinedOn: employees.joinedOn,
  leavesOn: employees.leavesOn
}

/** Who leads which team; a team may have several leads. */
export const teamLeads = pgTable(
  'team_leads',
  {
    teamId: uuid()
      .notNull()
      .references(() => teams.id),
    employeeId: uuid()
      .notNull()
      .references(() => employees.id)
  },
  (t) => [primaryKey({ columns: [t.teamId, t.employeeId] }), index('team_leads_by_employee').on(t.employeeId)]
)

/** Roles given by name. Employee, host and lead follow from the other tables. */
export const grants = pgTable(
  'grants',
  {
    employeeId: uuid()
      .notNull()
      .references(() => employees.id),
    role: roleNames().notNull(),
    grantedAt: writtenAt(),
    grantedBy: uuid().references(() => employees.id)
  },
  (t) => [primaryKey({ columns: [t.employeeId, t.role] })]
)
