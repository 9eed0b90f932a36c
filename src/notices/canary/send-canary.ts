import { subHours, subMinutes } from 'date-fns'
import type { AnyContext } from '../../context.ts'
import { deleteCanaries, findActiveId, isCanaryQueued, markCanariesRead } from '../queries/canary.ts'
import { queueNotices } from '../queue-notices.ts'

export const CANARY = 'delivery-canary'

/** One that an outage missed would tell of the outage, which is known, and not of now. */
const NEWS_MINUTES = 20
/** Enough to see what came before; the inbox of its reader stays short. */
const KEPT_HOURS = 3

/**
 * Queues one notice to whom the settings name, which goes the way of all notices; how long it takes until it is handed over is
 * measured from it (`read-canary.ts`). Without the setting the last ones are cleared away.
 */
export async function sendCanary(ctx: AnyContext, plannedAt: Date): Promise<void> {
  const address = ctx.post?.canaryTo
  const now = ctx.now()
  await ctx.db.transaction(async (tx) => {
    await deleteCanaries(tx, CANARY, address === undefined ? now : subHours(now, KEPT_HOURS))
    if (address === undefined || plannedAt < subMinutes(now, NEWS_MINUTES)) return
    const employeeId = await findActiveId(tx, address)
    if (employeeId === null) throw new Error('Nobody active has the address of CANARY_TO.')
    if (await isCanaryQueued(tx, CANARY, plannedAt)) return
    await queueNotices(tx, [{ employeeId, kind: CANARY, facts: { plannedAt } }], now)
    await markCanariesRead(tx, CANARY, now)
  })
}
