import { startOfMinute } from 'date-fns'
import cron from 'node-cron'
import { refreshCalendars } from '../absences/feed/refresh-calendars.ts'
import type { AnyContext } from '../context.ts'
import { endEmployments } from '../directory/end-employments.ts'
import { closeDuePeriods } from '../hours/close-period.ts'
import { recordNoShows } from '../hours/record-no-shows.ts'
import { forgetOldKeys } from '../idempotency/forget-old-keys.ts'
import { forgetSpentSignIns } from '../sign-in/forget-spent-sign-ins.ts'
import { tellOfExpiredSwaps } from '../swaps/tell-of-expired-swaps.ts'
import { type Job, runSlot } from './run-slot.ts'

/** Everything that recurs. Planned outside 02:00 to 03:00, and each safe to run twice. */
export const JOBS: readonly Job[] = [
  { name: 'refresh-calendars', cron: '23 * * * *', run: refreshCalendars },
  { name: 'end-employments', cron: '7 * * * *', run: endEmployments },
  { name: 'close-periods', cron: '25 4 * * *', run: closeDuePeriods },
  { name: 'forget-old-keys', cron: '22 * * * *', run: forgetOldKeys },
  { name: 'record-no-shows', cron: '*/15 * * * *', run: recordNoShows },
  { name: 'tell-of-expired-swaps', cron: '*/10 * * * *', run: tellOfExpiredSwaps },
  { name: 'forget-spent-sign-ins', cron: '40 4 * * *', run: forgetSpentSignIns }
]

/** Starts the ticks of all jobs; the function returned stops them. */
export function startJobs(ctx: AnyContext, onError: (error: unknown) => void): () => Promise<void> {
  const tasks = JOBS.map((job) =>
    cron.schedule(
      job.cron,
      ({ date }) => runSlot(ctx, job, startOfMinute(date)).then(() => undefined, onError),
      { name: job.name, timezone: 'UTC', noOverlap: true }
    )
  )
  return async () => {
    for (const task of tasks) await task.destroy()
  }
}
