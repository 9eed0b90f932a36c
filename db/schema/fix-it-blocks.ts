import { sql } from 'drizzle-orm'
import { check, index, pgEnum, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { FIX_IT_KINDS } from '../../src/words.ts'
import { assignments } from './assignments.ts'
import { idColumn, instant, writtenAt } from './columns.ts'
import { employees } from './employees.ts'
import { learnings } from './learnings.ts'

export const fixItKinds = pgEnum('fix_it_kind', FIX_IT_KINDS)

/** Time after a shift that is kept free for one repair or one written page, and credited when it is done. */
export const fixItBlocks = pgTable(
  'fix_it_blocks',
  {
    id: idColumn(),
    assignmentId: uuid()
      .notNull()
      .references(() => assignments.id),
    employeeId: uuid()
      .notNull()
      .references(() => employees.id),
    learningId: uuid()
      .notNull()
      .references(() => learnings.id),
    kind: fixItKinds().notNull(),
    startsAt: instant().notNull(),
    endsAt: instant().notNull(),
    createdAt: writtenAt(),
    doneAt: instant(),
    /** What was repaired or written. */
    outcome: text()
  },
  (t) => [
    unique('fix_it_blocks_once_per_seat').on(t.assignmentId),
    index('fix_it_blocks_by_employee').on(t.employeeId, t.startsAt),
    check('fix_it_blocks_end_after_start', sql`${t.endsAt} > ${t.startsAt}`),
    check('fix_it_blocks_are_done_in_words', sql`(${t.doneAt} is null) = (${t.outcome} is null)`)
  ]
)
