import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { pageOf, readInstantCursor } from '../lib/paging.ts'
import { DeliveryNotFound, WebhookDisabled, WebhookNotFound } from './errors.ts'
import {
  findDelivery,
  findWebhook,
  insertDeliveries,
  listDeliveries,
  lockWebhook,
  sendAgain
} from './queries.ts'

/** What was sent to a webhook or waits to be, newest first. @throws {WebhookNotFound} */
export async function readDeliveries(
  ctx: Context,
  webhookId: string,
  { cursor, limit = 50 }: { cursor?: string; limit?: number }
) {
  if (!(await findWebhook(ctx.db, webhookId))) throw new WebhookNotFound({ webhookId })
  const rows = await listDeliveries(ctx.db, webhookId, { after: readInstantCursor(cursor), limit: limit + 1 })
  return pageOf(rows, limit, ({ createdAt, id }) => ({ key: createdAt.toISOString(), id }))
}

/**
 * Has a delivery sent again, whether it arrived or was given up, under the same `webhook-id`.
 *
 * @throws {DeliveryNotFound} {@link WebhookDisabled}
 */
export async function resendDelivery(ctx: Context, deliveryId: string) {
  return ctx.db.transaction(async (tx) => {
    const delivery = await findDelivery(tx, deliveryId)
    if (!delivery) throw new DeliveryNotFound({ deliveryId })
    const { webhookId } = delivery
    const webhook = await lockWebhook(tx, webhookId)
    if (webhook?.disabledAt) throw new WebhookDisabled({ webhookId })
    await sendAgain(tx, deliveryId, ctx.now())
    await recordAudit(tx, ctx, {
      action: 'webhook.resent',
      objectType: 'webhook',
      objectId: webhookId,
      after: { deliveryId }
    })
    return (await findDelivery(tx, deliveryId))!
  })
}

/** Queues a message that tells of nothing, to see whether it arrives. @throws {WebhookNotFound} {@link WebhookDisabled} */
export async function pingWebhook(ctx: Context, webhookId: string) {
  const at = ctx.now()
  return ctx.db.transaction(async (tx) => {
    const webhook = await lockWebhook(tx, webhookId)
    if (!webhook) throw new WebhookNotFound({ webhookId })
    if (webhook.disabledAt) throw new WebhookDisabled({ webhookId })
    const payload = { type: 'ping', timestamp: at.toISOString(), data: { webhookId } }
    const [queued] = await insertDeliveries(tx, [
      { webhookId, event: 'ping', payload, createdAt: at, nextAt: at }
    ])
    await recordAudit(tx, ctx, { action: 'webhook.pinged', objectType: 'webhook', objectId: webhookId })
    return (await findDelivery(tx, queued!.id))!
  })
}
