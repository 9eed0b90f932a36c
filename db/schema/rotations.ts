import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  index,
  integer,
  pgEnum,
  pgTable,
  smallint,
  text,
  uniqueIndex,
  uuid
} from 'drizzle-orm/pg-core'
import { HOLIDAY_RULES } from '../../src/words.ts'
import { idColumn, localDate, localTime, writtenAt } from './columns.ts'
import { levels, locales } from './employees.ts'

export const holidayRules = pgEnum('holiday_rule', HOLIDAY_RULES)

/** The recurring arrangement: where, how many seats, for whom. Its weekly pattern is in `rotation_slots`. */
export const rotations = pgTable(
  'rotations',
  {
    id: idColumn(),
    name: text().notNull(),
    timeZone: text().notNull(),
    minSeats: integer().notNull(),
    desiredSeats: integer().notNull(),
    maxSeats: integer().notNull(),
    hostsRequired: integer().notNull(),
    /** Null: people of every team. */
    eligibleTeamIds: uuid().array(),
    /** Null: people of every level. */
    eligibleLevels: levels().array(),
    validFrom: localDate().notNull(),
    validTo: localDate(),
    holidayCountry: text().notNull(),
    holidayRule: holidayRules().notNull(),
    /** Days between publication and the first shift that people are promised. */
    leadTimeDays: integer().notNull().default(14),
    /** Days at least between two shifts of one guest; hosts may sit every second day. */
    spacingDays: integer().notNull().default(14),
    /** A lead must approve what two people have agreed on. */
    swapsNeedApproval: boolean().notNull().default(false),
    /** How long either side may undo a swap, cover or taken seat. */
    undoMinutes: integer().notNull().default(30),
    /** Minutes credited with every shift for getting ready; 0: none. */
    preparationMinutes: integer().notNull().default(0),
    /** Whether a block to fix what was learnt counts, and how long it is. */
    countsFixIt: boolean().notNull().default(false),
    fixItMinutes: integer().notNull().default(120),
    /** Where the customers wait: the address of the queue that people open as their shift begins. */
    queueUrl: text(),
    /** The Slack channel that says every day who is on, and in which language; null: none. */
    slackChannelId: text(),
    slackLocale: locales().notNull().default('en'),
    createdAt: writtenAt()
  },
  (t) => [
    check('rotations_slack_channel_is_an_id', sql`${t.slackChannelId} ~ '^[CG][A-Z0-9]{2,30}$'`),
    check('rotations_preparation_is_within_a_day', sql`${t.preparationMinutes} between 0 and 480`),
    check('rotations_fix_it_is_within_a_day', sql`${t.fixItMinutes} between 15 and 480`),
    uniqueIndex('rotations_name_is_unique').on(sql`lower(${t.name})`),
    check(
      'rotations_seats_are_in_order',
      sql`0 <= ${t.minSeats} and ${t.minSeats} <= ${t.desiredSeats} and ${t.desiredSeats} <= ${t.maxSeats} and ${t.maxSeats} > 0`
    ),
    check(
      'rotations_hosts_fit_the_seats',
      sql`${t.hostsRequired} >= 0 and ${t.hostsRequired} <= ${t.maxSeats}`
    ),
    check('rotations_end_after_start', sql`${t.validTo} is null or ${t.validTo} > ${t.validFrom}`),
    check('rotations_lead_time_is_not_negative', sql`${t.leadTimeDays} >= 0`),
    check('rotations_spacing_is_not_negative', sql`${t.spacingDays} >= 0`),
    check('rotations_undo_is_not_negative', sql`${t.undoMinutes} >= 0`)
  ]
)

/** One span of the weekly pattern in the rotation's local time; an end at or before the start passes midnight. */
export const rotationSlots = pgTable(
  'rotation_slots',
  {
    id: idColumn(),
    rotationId: uuid()
      .notNull()
      .references(() => rotations.id, { onDelete: 'cascade' }),
    weekday: smallint().notNull(),
    startsAt: localTime().notNull(),
    endsAt: localTime().notNull()
  },
  (t) => [
    index('rotation_slots_by_rotation').on(t.rotationId),
    uniqueIndex('rotation_slots_start_once').on(t.rotationId, t.weekday, t.startsAt),
    check('rotation_slots_weekday_is_iso', sql`${t.weekday} between 1 and 7`)
  ]
)
