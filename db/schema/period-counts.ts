import { bigint, jsonb, pgEnum, pgTable, primaryKey } from 'drizzle-orm/pg-core'
import { PERIOD_COUNT_KINDS } from '../../src/words.ts'
import { instant, localDate } from './columns.ts'

export const periodCountKind = pgEnum('period_count_kind', PERIOD_COUNT_KINDS)

/**
 * Counts of the whole company on the days [fromOn, toOn), so that a page about five quarters reads five rows instead of all
 * seats of a year. They hold from the moment they were made until `holdsUntil` (a shift begins or ends, a delay is over; null:
 * for good), unless a day of them is in `stale_period_counts`. Whoever counts something else takes another word as `kind`: two
 * releases read each other's rows. Nothing here is a fact of its own
 * (`src/period-counts/keep-period-counts.ts`).
 */
export const periodCounts = pgTable(
  'period_counts',
  {
    kind: periodCountKind().notNull(),
    fromOn: localDate().notNull(),
    toOn: localDate().notNull(),
    counts: jsonb().notNull(),
    countedAt: instant().notNull(),
    holdsUntil: instant()
  },
  (t) => [primaryKey({ columns: [t.kind, t.fromOn, t.toOn] })]
)

/**
 * Days [fromOn, toOn) on which something changed since: written by triggers (in the migration), as a list that no writer
 * waits for. Both null: any day.
 */
export const stalePeriodCounts = pgTable('stale_period_counts', {
  place: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  fromOn: localDate(),
  toOn: localDate()
})
