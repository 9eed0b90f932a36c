import type { Tx } from '../../db/client.ts'
import { WEBHOOK_EVENTS } from '../words.ts'
import { insertDeliveries, listSubscribed } from './queries.ts'

interface Happened {
  action: string
  objectType: string
  objectId: string
}

const HEARD: ReadonlySet<string> = new Set(WEBHOOK_EVENTS)

/**
 * Queues what happened for every webhook that wants to hear of it, in the transaction in which it happened. The payload
 * is thin: what, which and when. Whoever may see more asks the API with a key of theirs.
 */
export async function queueEvents(tx: Tx, happened: readonly Happened[], at: Date): Promise<void> {
  const heard = happened.filter(({ action }) => HEARD.has(action))
  if (heard.length === 0) return
  const subscribed = await listSubscribed(tx, [...new Set(heard.map(({ action }) => action))])
  const rows = heard.flatMap(({ action, objectType, objectId }) =>
    subscribed
      .filter(({ events }) => events.includes(action))
      .map(({ id }) => ({
        webhookId: id,
        event: action,
        payload: { type: action, timestamp: at.toISOString(), data: { objectType, objectId } },
        createdAt: at,
        nextAt: at
      }))
  )
  if (rows.length > 0) await insertDeliveries(tx, rows)
}
