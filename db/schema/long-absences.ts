import { index, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core'
import { localDate } from './columns.ts'

/**
 * Absences so long that nothing falls due in them, both days included: `engine/ledger/long-absences.ts` of all absences
 * of a person, kept so that reports of 50,000 people need not reckon them again. `stale_absences` says of whom it is
 * out of date.
 */
export const longAbsences = pgTable(
  'long_absences',
  { employeeId: uuid().notNull(), fromOn: localDate().notNull(), toOn: localDate().notNull() },
  (t) => [
    primaryKey({ columns: [t.employeeId, t.fromOn] }),
    index('long_absences_by_day').on(t.fromOn, t.toOn)
  ]
)

/** Whose absences, zone or hours of work changed since: written by triggers (in the migration). */
export const staleAbsences = pgTable('stale_absences', { employeeId: uuid().primaryKey() })
