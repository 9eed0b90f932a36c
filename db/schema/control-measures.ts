import { sql } from 'drizzle-orm'
import { check, index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { idColumn, instant, localDate, writtenAt } from './columns.ts'
import { employees } from './employees.ts'

/**
 * The register of control measures: what HR looks at single people's participation for, on which legal ground, and with
 * whom of the employees' representatives it was discussed, and when. Entries are ended, not changed.
 */
export const controlMeasures = pgTable(
  'control_measures',
  {
    id: idColumn(),
    purpose: text().notNull(),
    legalBasis: text().notNull(),
    consulted: text().notNull(),
    consultedOn: localDate().notNull(),
    fromOn: localDate().notNull(),
    /** The first day on which it no longer holds. */
    toOn: localDate().notNull(),
    recordedAt: writtenAt(),
    recordedBy: uuid()
      .notNull()
      .references(() => employees.id),
    endedAt: instant(),
    endedBy: uuid().references(() => employees.id)
  },
  (t) => [
    index('control_measures_by_start').on(t.fromOn),
    check('control_measures_end_after_start', sql`${t.toOn} > ${t.fromOn}`),
    check('control_measures_say_what_for', sql`length(trim(${t.purpose})) > 0`),
    check('control_measures_name_a_ground', sql`length(trim(${t.legalBasis})) > 0`),
    check('control_measures_name_who_was_asked', sql`length(trim(${t.consulted})) > 0`),
    check('control_measures_are_discussed_first', sql`${t.consultedOn} <= ${t.fromOn}`),
    check('control_measures_are_ended_by_somebody', sql`(${t.endedAt} is null) = (${t.endedBy} is null)`)
  ]
)
