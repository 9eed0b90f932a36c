import { subDays } from 'date-fns'
import type { AnyContext } from '../context.ts'
import { deleteRunsBefore } from './queries.ts'

/** Long enough to look into a complaint; some jobs run every minute. */
const KEPT_DAYS = 30

/** Finished runs are forgotten after thirty days, save the newest of each job. How far each is planned is kept apart. */
export async function forgetOldRuns(ctx: AnyContext): Promise<void> {
  await deleteRunsBefore(ctx.db, subDays(ctx.now(), KEPT_DAYS))
}
