import { jsonb, pgEnum, pgTable, unique, uuid } from 'drizzle-orm/pg-core'
import { DIGEST_KINDS } from '../../src/words.ts'
import { idColumn, instant, localDate, writtenAt } from './columns.ts'
import { employees } from './employees.ts'

export const digestKinds = pgEnum('digest_kind', DIGEST_KINDS)

/**
 * What was put together for a person about a week or month of learnings. Made once, by whichever replica comes first;
 * a period with nothing to say has a row without notice. Facts are ids and counts, never anybody's words: what is
 * erased from a learning is gone from here too.
 */
export const learningDigests = pgTable(
  'learning_digests',
  {
    id: idColumn(),
    employeeId: uuid()
      .notNull()
      .references(() => employees.id),
    kind: digestKinds().notNull(),
    /** The receiver's local day on which it was due. */
    dueOn: localDate().notNull(),
    /** What it tells of: from then until then. */
    since: instant().notNull(),
    until: instant().notNull(),
    facts: jsonb().$type<Record<string, unknown>>().notNull(),
    madeAt: writtenAt()
  },
  (t) => [unique('learning_digests_once_per_period').on(t.employeeId, t.kind, t.dueOn)]
)
