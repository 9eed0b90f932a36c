import type { Queryable } from '../../db/client.ts'
import { webhookDeliveries, webhooks } from '../../db/schema/webhooks.ts'

/** A webhook of the company with one delivery that arrived. */
export async function insertWebhookThings(db: Queryable, createdBy: string) {
  const [webhook] = await db
    .insert(webhooks)
    .values({
      url: 'https://hooks.example.com/',
      description: 'The data warehouse',
      events: ['hours.confirmed'],
      secret: 'whsec_c2VjcmV0',
      createdBy
    })
    .returning()
  const [delivery] = await db
    .insert(webhookDeliveries)
    .values({ webhookId: webhook!.id, event: 'ping', payload: { type: 'ping' }, deliveredAt: new Date(0) })
    .returning()
  return { webhookId: webhook!.id, webhookDeliveryId: delivery!.id }
}
