import { sql } from 'drizzle-orm'
import { check, index, integer, pgEnum, pgTable, uuid } from 'drizzle-orm/pg-core'
import { RETENTION_KINDS } from '../../src/words.ts'
import { idColumn, writtenAt } from './columns.ts'
import { employees } from './employees.ts'

export const retentionKinds = pgEnum('retention_kind', RETENTION_KINDS)

/** For how many days each kind of data is kept. Nothing is overwritten: the latest of a kind stands. */
export const retentionRules = pgTable(
  'retention_rules',
  {
    id: idColumn(),
    kind: retentionKinds().notNull(),
    days: integer().notNull(),
    setAt: writtenAt(),
    setBy: uuid().references(() => employees.id)
  },
  (t) => [
    index('retention_rules_by_kind').on(t.kind, t.setAt),
    check('retention_rules_are_at_least_a_day', sql`${t.days} between 1 and 36500`)
  ]
)
