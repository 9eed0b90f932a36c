import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { checkEvents, checkUrl, type NewWebhook } from './add-webhook.ts'
import { WebhookNotFound } from './errors.ts'
import {
  deleteWebhook,
  endWebhook,
  findWebhook,
  lockWebhook,
  updateWebhook,
  type WebhookRow
} from './queries.ts'

export interface WebhookChange extends Partial<NewWebhook> {
  /** False switches it off and gives up what waits; true switches it on for what happens from now on. */
  isEnabled?: boolean
}

/** @throws {WebhookNotFound} {@link WebhookUrlNotValid} {@link WebhookWithoutEvents} */
export async function changeWebhook(
  ctx: Context,
  webhookId: string,
  { isEnabled, ...fields }: WebhookChange
): Promise<WebhookRow> {
  if (fields.url !== undefined) checkUrl(fields.url)
  if (fields.events !== undefined) checkEvents(fields.events)
  return ctx.db.transaction(async (tx) => {
    if (!(await lockWebhook(tx, webhookId))) throw new WebhookNotFound({ webhookId })
    const before = (await findWebhook(tx, webhookId))!
    const on = isEnabled === true ? { disabledAt: null, disabledBecause: null } : {}
    const change = { ...fields, ...on }
    if (Object.keys(change).length > 0) await updateWebhook(tx, webhookId, change)
    if (isEnabled === false) await endWebhook(tx, webhookId, 'by_hand', ctx.now())
    const after = (await findWebhook(tx, webhookId))!
    await recordAudit(tx, ctx, {
      action: 'webhook.changed',
      objectType: 'webhook',
      objectId: webhookId,
      before,
      after
    })
    return after
  })
}

/** Removes a webhook and the log of its deliveries. @throws {WebhookNotFound} */
export async function removeWebhook(ctx: Context, webhookId: string): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    if (!(await lockWebhook(tx, webhookId))) throw new WebhookNotFound({ webhookId })
    const before = await findWebhook(tx, webhookId)
    await deleteWebhook(tx, webhookId)
    await recordAudit(tx, ctx, {
      action: 'webhook.removed',
      objectType: 'webhook',
      objectId: webhookId,
      before
    })
  })
}
