import cron from 'node-cron'
import { v7 } from 'uuid'
import type { AnyContext } from '../context.ts'
import { readTrueTime } from './queries.ts'
import { runDue } from './run-due.ts'
import { JOBS } from './schedule.ts'

/** So many runs at a time in one process: a long one holds up no other job. */
const MOST_AT_ONCE = 3

/**
 * Looks every minute, and once at the start, for runs that are due. A tick that is missed costs a minute at most: the
 * next one finds everything that waits.
 *
 * @returns a function that stops the ticks and waits for what is running.
 */
export function startJobs(ctx: AnyContext, onError: (error: unknown) => void): () => Promise<void> {
  let stopped = false
  const replica = { id: v7(), jobs: JOBS, trueTime: () => readTrueTime(ctx.db), stopping: () => stopped }
  const running = new Set<Promise<void>>()
  const look = () => {
    if (running.size >= MOST_AT_ONCE) return
    const run = runDue(ctx, replica)
      .then(() => undefined, onError)
      .finally(() => running.delete(run))
    running.add(run)
  }
  const ticks = cron.schedule('* * * * *', look, {
    name: 'jobs',
    timezone: 'UTC',
    suppressMissedWarning: true
  })
  look()
  return async () => {
    stopped = true
    await ticks.destroy()
    await Promise.all(running)
  }
}
