import { subDays } from 'date-fns'
import type { AnyContext } from '../context.ts'
import { deleteRunsBefore } from './queries.ts'

/** A quarter and a bit: long enough to see what a monthly job did the last three times. */
const KEPT_DAYS = 100

/** Finished runs are forgotten after a hundred days; how far each job is planned is kept apart from them. */
export async function forgetOldRuns(ctx: AnyContext): Promise<void> {
  await deleteRunsBefore(ctx.db, subDays(ctx.now(), KEPT_DAYS))
}
