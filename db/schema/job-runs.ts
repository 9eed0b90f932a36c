import { sql } from 'drizzle-orm'
import { index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from './columns.ts'
import { employees } from './employees.ts'

/** Up to which instant the runs of a job are written down; a job begins with the moment it is first seen. */
export const jobs = pgTable('jobs', {
  name: text().primaryKey(),
  plannedUntil: instant().notNull()
})

/**
 * One row per job and planned time, written before anybody runs it: what is planned and not finished is run late, by
 * whichever replica claims it next. A claim ends at `claimedUntil` unless it is renewed; each raises `attempts`, so that
 * whoever lost theirs can no longer finish it.
 */
export const jobRuns = pgTable(
  'job_runs',
  {
    job: text().notNull(),
    plannedAt: instant().notNull(),
    /** Who asked for it out of turn; null when it came with the calendar. */
    requestedBy: uuid().references(() => employees.id),
    claimedBy: uuid(),
    claimedUntil: instant(),
    attempts: integer().notNull().default(0),
    startedAt: instant(),
    finishedAt: instant(),
    /** Why the last attempt failed; null when it did not. */
    failure: text()
  },
  (t) => [
    primaryKey({ columns: [t.job, t.plannedAt] }),
    index('job_runs_unfinished').on(t.plannedAt).where(sql`finished_at is null`)
  ]
)
