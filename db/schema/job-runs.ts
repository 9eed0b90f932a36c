import { pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { instant } from './columns.ts'

/** One row per job and planned time: whoever inserts it runs the job, so that each tick runs once on any number of replicas. */
export const jobRuns = pgTable(
  'job_runs',
  {
    job: text().notNull(),
    plannedAt: instant().notNull(),
    startedAt: instant().notNull(),
    finishedAt: instant(),
    /** Why it failed; null when it did not. */
    failure: text()
  },
  (t) => [primaryKey({ columns: [t.job, t.plannedAt] })]
)
