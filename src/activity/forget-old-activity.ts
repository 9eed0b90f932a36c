import { subDays } from 'date-fns'
import type { AnyContext } from '../context.ts'
import { deleteReportsBefore } from './queries.ts'

/** Whoever has not confirmed by then goes by the planned time; what the help desk saw of them is nobody's business any longer. */
const KEPT_DAYS = 90

/** Reports of the help desk are deleted 90 days after the work. */
export async function forgetOldActivity(ctx: AnyContext): Promise<void> {
  await deleteReportsBefore(ctx.db, subDays(ctx.now(), KEPT_DAYS))
}
