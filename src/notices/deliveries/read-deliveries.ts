import type { Context } from '../../context.ts'
import { type DeliveryState, deliveryState } from '../../engine/telling/delivery-state.ts'
import { pageOf, readInstantCursor } from '../../lib/paging.ts'
import { type DeliveryRow, listDeliveries } from '../queries/deliveries.ts'

/** A delivery as an administrator sees it: whom it is for and of what kind, not what it says. */
export function deliveryView({ claimedUntil, ...row }: DeliveryRow, now: Date) {
  return { ...row, state: deliveryState({ ...row, claimedUntil }, now) }
}

/** A page of deliveries, newest first, of all states or of one. One query. */
export async function readDeliveries(
  ctx: Context,
  { state, cursor, limit = 50 }: { state?: DeliveryState; cursor?: string; limit?: number }
) {
  const now = ctx.now()
  const rows = await listDeliveries(ctx.db, state, {
    now,
    after: readInstantCursor(cursor),
    limit: limit + 1
  })
  const page = pageOf(rows, limit, ({ id, createdAt }) => ({ key: createdAt.toISOString(), id }))
  return { ...page, items: page.items.map((row) => deliveryView(row, now)) }
}
