import { type SQL, sql } from 'drizzle-orm'
import { bigint, index, integer, pgTable, primaryKey, smallint, uuid } from 'drizzle-orm/pg-core'
import { dayOf, packed } from '../packed.ts'
import { bytes, instant, localDate } from './columns.ts'

const minutes = () => integer().notNull().default(0)
const count = () => smallint().notNull().default(0)

/** What most days have, in the order in which it is packed. */
export const DEED_INTS = ['day', 'tracks', 'worked', 'credited'] as const
export const DEED_SHORTS = [
  ...(['shifts', 'odd_shifts', 'odd_points', 'learnings'] as const),
  ...(['asked', 'nothing_new', 'swaps', 'no_shows'] as const)
] as const

/** It packed, as reports read it by the hundred thousand: the database makes it of the row's own columns. */
const deeds = (day: SQL) => {
  const ints = DEED_INTS.map((name) => (name === 'day' ? dayOf(day) : sql.raw(name)))
  const shorts = DEED_SHORTS.map((name) => sql.raw(name))
  return bytes().generatedAlwaysAs(packed(sql.raw('employee_id'), { ints, shorts }))
}

/** What is counted, as if every shift were over. */
const counted = () => ({
  /** The first and last instant at which a shift of it is over; before the first, none of its seats counts. */
  firstOverAt: instant(),
  lastOverAt: instant(),
  /** When something of it was last written: as of a moment before, the row does not hold. */
  changedAt: instant().notNull(),
  worked: minutes(),
  credited: minutes(),
  waived: minutes(),
  carried: minutes(),
  /** Carried out of a period of the books: counts in periods that go on behind its last day, which ends before `outUntil`. */
  carriedOut: minutes(),
  outUntil: localDate(),
  /** Credited minutes by track; the rest of them belongs to live contact. */
  reviewed: minutes(),
  helpPages: minutes(),
  callBacks: minutes(),
  /** Tracks with an entry, also one of no minutes, as bits in the order of `TRACK_ROWS`. */
  tracks: count(),
  shifts: count(),
  oddShifts: count(),
  oddPoints: count(),
  swaps: count(),
  noShows: count(),
  learnings: count(),
  nothingNew: count(),
  asked: count()
})

/**
 * What a person did on a day, added up from the ledger, seats, learnings, swaps and what else reports count, so that a
 * report of 50,000 people reads one row instead of ten. Counted as if every shift were over; nothing here is a fact of
 * its own, and all of it can be made again (`reports/keep-person-days.ts`). No references: whatever a row is of refers
 * to the person already.
 */
export const personDays = pgTable(
  'person_days',
  {
    employeeId: uuid().notNull(),
    onDay: localDate().notNull(),
    ...counted(),
    deeds: deeds(sql.raw('on_day'))
  },
  (t) => [
    primaryKey({ columns: [t.employeeId, t.onDay] }),
    index('person_days_by_day').on(t.onDay),
    index('person_days_by_change').on(t.changedAt),
    index('person_days_by_end').on(t.lastOverAt)
  ]
)

/**
 * The days of a person added up by calendar quarter and by calendar year, so that a report of three years reads three
 * rows of a person instead of dozens. Made of `person_days` together with them.
 */
export const personTerms = pgTable(
  'person_terms',
  {
    employeeId: uuid().notNull(),
    fromOn: localDate().notNull(),
    toOn: localDate().notNull(),
    ...counted(),
    deeds: deeds(sql.raw('from_on'))
  },
  (t) => [
    primaryKey({ columns: [t.employeeId, t.fromOn, t.toOn] }),
    index('person_terms_by_term').on(t.fromOn, t.toOn, t.lastOverAt),
    index('person_terms_by_change').on(t.changedAt)
  ]
)

/**
 * Days of people of which something changed since they were added up: written by triggers (in the migration), often
 * several times, as a list that nobody waits for.
 */
export const stalePersonDays = pgTable(
  'stale_person_days',
  {
    place: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    employeeId: uuid().notNull(),
    onDay: localDate().notNull()
  },
  (t) => [index('stale_person_days_by_day').on(t.onDay)]
)
