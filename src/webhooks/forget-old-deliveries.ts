import { subDays } from 'date-fns'
import type { AnyContext } from '../context.ts'
import { deleteDeliveriesBefore } from './queries.ts'

/** Long enough to look into a complaint after a holiday. */
const KEPT_DAYS = 60

/** The log of deliveries is kept for sixty days; what still waits is kept however old it is. */
export async function forgetOldDeliveries(ctx: AnyContext): Promise<void> {
  await deleteDeliveriesBefore(ctx.db, subDays(ctx.now(), KEPT_DAYS))
}
