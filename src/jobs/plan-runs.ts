import type { Db } from '../../db/client.ts'
import { plannedTimes } from '../engine/time/planned-times.ts'
import { type Job, recurrenceOf, zoneOf } from './job.ts'
import { insertPlanned, readPlannedUntil } from './queries.ts'

/**
 * Writes down every run that fell due since the jobs were planned last, by whichever replica looks first; a second one
 * at the same time adds nothing. After an outage that is everything the outage missed.
 */
export async function planRuns(db: Db, jobs: readonly Job[], now: Date): Promise<void> {
  const plannedUntil = await readPlannedUntil(
    db,
    jobs.map(({ name }) => name),
    now
  )
  const due = jobs.flatMap((job) =>
    plannedTimes(recurrenceOf(job), zoneOf(job), plannedUntil.get(job.name)!, now).map((plannedAt) => ({
      job: job.name,
      plannedAt
    }))
  )
  if (due.length > 0) await db.transaction((tx) => insertPlanned(tx, due, now))
}
