import { addDays } from 'date-fns'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { WebhookNotFound } from './errors.ts'
import { lockWebhook, updateWebhook } from './queries.ts'
import { newSecret } from './secret.ts'

/**
 * Gives a webhook a new secret, told this once. For a day both sign, so that its server can change over without losing
 * a message.
 *
 * @throws {WebhookNotFound}
 */
export async function rotateSecret(ctx: Context, webhookId: string) {
  const secret = newSecret()
  const previousUntil = addDays(ctx.now(), 1)
  await ctx.db.transaction(async (tx) => {
    const webhook = await lockWebhook(tx, webhookId)
    if (!webhook) throw new WebhookNotFound({ webhookId })
    await updateWebhook(tx, webhookId, { secret, previousSecret: webhook.secret, previousUntil })
    await recordAudit(tx, ctx, {
      action: 'webhook.secret-rotated',
      objectType: 'webhook',
      objectId: webhookId
    })
  })
  return { secret, previousUntil }
}
