import type { AnyContext } from '../../context.ts'
import { canaryState } from '../../engine/telling/canary-state.ts'
import { listCanaries } from '../queries/canary.ts'
import { CANARY } from './send-canary.ts'

/** More than are kept. */
const LOOKED_AT = 10

/**
 * How long a notice takes from being queued until every way out has handed it over (a mail server took it), by the last
 * canaries; where no way out is set up, until it was found that the inbox is enough.
 */
export async function readCanary({ db, now }: AnyContext) {
  const rows = await listCanaries(db, CANARY, LOOKED_AT)
  const canaries = rows.map(({ createdAt, routedAt, ways, sent, sentAt }) => {
    const deliveredAt = ways === 0 ? routedAt : sentAt
    return { createdAt, deliveredAt: routedAt !== null && sent === ways ? deliveredAt : null }
  })
  return canaryState(canaries, now())
}
