import { sql } from 'drizzle-orm'
import { boolean, check, index, pgEnum, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { EXEMPTION_REASONS } from '../../src/words.ts'
import { idColumn, instant, localDate, writtenAt } from './columns.ts'
import { employees } from './employees.ts'

export const exemptionReasons = pgEnum('exemption_reason', EXEMPTION_REASONS)

/**
 * Somebody asks to owe nothing from a day until before another. Granted when approved as far as the team's share asks;
 * that no two of one person overlap is held by `exemptions_do_not_overlap` (in the migration).
 */
export const exemptions = pgTable(
  'exemptions',
  {
    id: idColumn(),
    employeeId: uuid()
      .notNull()
      .references(() => employees.id),
    fromOn: localDate().notNull(),
    toOn: localDate().notNull(),
    reason: exemptionReasons().notNull(),
    /** For those who decide, nobody else. */
    note: text(),
    askedAt: writtenAt(),
    askedBy: uuid()
      .notNull()
      .references(() => employees.id),
    grantedAt: instant(),
    refusedAt: instant(),
    refusedBy: uuid().references(() => employees.id),
    refusal: text(),
    withdrawnAt: instant(),
    withdrawnBy: uuid().references(() => employees.id)
  },
  (t) => [
    index('exemptions_by_employee').on(t.employeeId, t.fromOn),
    check('exemptions_end_after_start', sql`${t.toOn} > ${t.fromOn}`),
    check('exemptions_last_26_weeks_at_most', sql`${t.toOn} - ${t.fromOn} <= 182`),
    check('exemptions_are_refused_with_a_reason', sql`(${t.refusedAt} is null) = (${t.refusal} is null)`),
    check(
      'exemptions_are_decided_once',
      sql`${t.refusedAt} is null or (${t.grantedAt} is null and ${t.withdrawnAt} is null)`
    )
  ]
)

/** Who said yes, and as what. */
export const exemptionApprovals = pgTable(
  'exemption_approvals',
  {
    id: idColumn(),
    exemptionId: uuid()
      .notNull()
      .references(() => exemptions.id),
    approverId: uuid()
      .notNull()
      .references(() => employees.id),
    asLead: boolean().notNull(),
    asHr: boolean().notNull(),
    approvedAt: writtenAt()
  },
  (t) => [unique('exemption_approvals_once_per_person').on(t.exemptionId, t.approverId)]
)
