import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { readAddress } from '../lib/outbound/ask-stranger.ts'
import type { WebhookEvent } from '../words.ts'
import { WebhookUrlNotValid, WebhookWithoutEvents } from './errors.ts'
import { findWebhook, insertWebhook, type WebhookRow } from './queries.ts'
import { newSecret } from './secret.ts'

export interface NewWebhook {
  url: string
  description: string
  events: WebhookEvent[]
}

/**
 * Adds a server that hears of the events named. Its secret is told this once.
 *
 * @throws {WebhookUrlNotValid} {@link WebhookWithoutEvents}
 */
export async function addWebhook(ctx: Context, wanted: NewWebhook): Promise<WebhookRow & { secret: string }> {
  checkUrl(wanted.url)
  checkEvents(wanted.events)
  const secret = newSecret()
  return ctx.db.transaction(async (tx) => {
    const row = { ...wanted, secret, createdBy: ctx.actor.employeeId, createdAt: ctx.now() }
    const id = await insertWebhook(tx, row)
    await recordAudit(tx, ctx, {
      action: 'webhook.added',
      objectType: 'webhook',
      objectId: id,
      after: wanted
    })
    const added = await findWebhook(tx, id)
    return { ...added!, secret }
  })
}

export function checkEvents(events: readonly WebhookEvent[]): void {
  if (events.length === 0) throw new WebhookWithoutEvents()
}

/** Whether the server is inside is asked at each sending, because names change their addresses. */
export function checkUrl(url: string): void {
  try {
    readAddress(url)
  } catch {
    throw new WebhookUrlNotValid({ field: 'url' })
  }
}
