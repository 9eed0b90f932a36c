import type { Context } from '../context.ts'
import { WebhookNotFound } from './errors.ts'
import { findWebhook, listWebhooks, type WebhookRow } from './queries.ts'

/** Every webhook, oldest first, without its secrets. */
export async function readWebhooks(ctx: Context): Promise<WebhookRow[]> {
  return listWebhooks(ctx.db)
}

/** One of them. @throws {WebhookNotFound} */
export async function readWebhook(ctx: Context, webhookId: string): Promise<WebhookRow> {
  const webhook = await findWebhook(ctx.db, webhookId)
  if (!webhook) throw new WebhookNotFound({ webhookId })
  return webhook
}
