import { addDays, differenceInSeconds, subDays } from 'date-fns'
import type { AnyContext } from '../context.ts'
import { plannedTimes } from '../engine/time/planned-times.ts'
import { type Job, recurrenceOf, zoneOf } from './job.ts'
import { readTrueTime, selectFailed, selectLastRuns, selectWaiting } from './queries.ts'
import { JOBS } from './schedule.ts'

/** Where the next run is looked for: most jobs run within the day, and further than a month ahead tells nobody anything. */
const DAYS_AHEAD = [1, 32]
/** Failures of so many days are counted. */
const DAYS_BACK = 7

export interface JobState {
  name: string
  cron: string
  zone: string
  nextAt: Date | null
  /** Runs that fell due and are not finished, those under way among them. */
  waiting: number
  /** Seconds since the oldest of them fell due; 0 when none waits. */
  lateSeconds: number
  /** Runs of the last seven days that failed five times and were given up. */
  failedThisWeek: number
  lastRun: {
    plannedAt: Date
    startedAt: Date
    finishedAt: Date | null
    attempts: number
    failure: string | null
  } | null
}

function nextRunOf(job: Job, now: Date): Date | null {
  for (const days of DAYS_AHEAD) {
    const [next] = plannedTimes(recurrenceOf(job), zoneOf(job), now, addDays(now, days))
    if (next) return next
  }
  return null
}

/** Every job with its last and next run, how late it is and what failed, by name. */
export async function readJobs(ctx: AnyContext): Promise<JobState[]> {
  const now = await readTrueTime(ctx.db)
  const [last, waiting, failed] = [
    await selectLastRuns(ctx.db),
    await selectWaiting(ctx.db, now),
    await selectFailed(ctx.db, subDays(now, DAYS_BACK))
  ]
  const states = JOBS.map((job): JobState => {
    const run = last.find((one) => one.job === job.name)
    const late = waiting.find((one) => one.job === job.name)
    return {
      name: job.name,
      cron: job.cron,
      zone: zoneOf(job),
      nextAt: nextRunOf(job, now),
      waiting: late?.runs ?? 0,
      lateSeconds: late?.since ? differenceInSeconds(now, late.since) : 0,
      failedThisWeek: failed.find((one) => one.job === job.name)?.runs ?? 0,
      lastRun: run
        ? {
            plannedAt: run.plannedAt,
            startedAt: run.startedAt!,
            finishedAt: run.finishedAt,
            attempts: run.attempts,
            failure: run.failure
          }
        : null
    }
  })
  return states.sort((a, b) => (a.name < b.name ? -1 : 1))
}
