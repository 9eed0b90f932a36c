import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  check,
  index,
  integer,
  pgEnum,
  pgTable,
  text,
  uniqueIndex,
  uuid
} from 'drizzle-orm/pg-core'
import { CREDIT_PURPOSES, LEDGER_KINDS } from '../../src/words.ts'
import { assignments } from './assignments.ts'
import { closings } from './closings.ts'
import { idColumn, instant, localDate, writtenAt } from './columns.ts'
import { employees } from './employees.ts'

export const ledgerKinds = pgEnum('ledger_kind', LEDGER_KINDS)
export const creditPurposes = pgEnum('credit_purpose', CREDIT_PURPOSES)

/**
 * The append-only ledger of hours; a trigger refuses update and delete. A correction is a further entry whose
 * minutes are the difference and whose `correctsId` names the entry it corrects, so the old value stays.
 * Hours due are not stored: they follow from the quotas (`engine/ledger/due-minutes.ts`).
 */
export const ledgerEntries = pgTable(
  'ledger_entries',
  {
    id: idColumn(),
    employeeId: uuid()
      .notNull()
      .references(() => employees.id),
    kind: ledgerKinds().notNull(),
    minutes: integer().notNull(),
    /** The local day the hours belong to; decides the period they count in. */
    onDay: localDate().notNull(),
    assignmentId: uuid().references(() => assignments.id),
    correctsId: uuid().references((): AnyPgColumn => ledgerEntries.id),
    reason: text(),
    enteredAt: writtenAt(),
    enteredBy: uuid().references(() => employees.id),
    workedFrom: instant(),
    workedTo: instant(),
    /** Of credited hours, where it is known. */
    purpose: creditPurposes(),
    /** Of carried hours: the closing that carried them out of one period and into the next. */
    closingId: uuid().references(() => closings.id)
  },
  (t) => [
    index('ledger_entries_by_employee').on(t.employeeId, t.onDay),
    index('ledger_entries_by_day').on(t.onDay),
    index('ledger_entries_corrected')
      .on(t.onDay, t.assignmentId)
      .where(sql`kind = 'worked' and (minutes = 0 or corrects_id is not null)`),
    index('ledger_entries_by_assignment').on(t.assignmentId),
    uniqueIndex('ledger_entries_confirm_once')
      .on(t.assignmentId)
      .where(sql`corrects_id is null and kind = 'worked'`),
    index('ledger_entries_by_closing').on(t.closingId),
    uniqueIndex('ledger_entries_credit_once')
      .on(t.assignmentId, t.purpose)
      .where(sql`corrects_id is null and kind = 'credited' and assignment_id is not null`),
    uniqueIndex('ledger_entries_correct_once').on(t.correctsId),
    check('ledger_purpose_is_of_a_credit', sql`${t.purpose} is null or ${t.kind} = 'credited'`),
    check('ledger_closing_is_of_a_carry', sql`${t.closingId} is null or ${t.kind} = 'carried'`),
    check('ledger_corrections_give_a_reason', sql`${t.correctsId} is null or length(trim(${t.reason})) > 0`)
  ]
)
