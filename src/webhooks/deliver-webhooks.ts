import { addMinutes } from 'date-fns'
import type { AnyContext } from '../context.ts'
import { FetchFailed } from '../lib/outbound/ask-stranger.ts'
import { PUBLIC_INTERNET } from '../lib/outbound/outbound.ts'
import { type PostAnswer, postJson } from '../lib/outbound/post-json.ts'
import { nextAttemptAt } from './next-attempt.ts'
import { type Claimed, claimDeliveries, endWebhook, noteAttempt } from './queries.ts'
import { signedHeaders } from './secret.ts'

/** So many at a time: a receiver that hangs holds up nine others for fifteen seconds, no more. */
const AT_ONCE = 10
/** Longer than an attempt can take. A process that dies leaves its deliveries to others after this time. */
const CLAIM_MINUTES = 2
const GONE = 410

/**
 * Sends what is due to the webhooks. Everything arrives at least once: what was sent and could not be noted is sent
 * again under the same `webhook-id`, by which receivers tell.
 */
export async function deliverWebhooks(ctx: AnyContext): Promise<void> {
  for (;;) {
    const now = ctx.now()
    const claimed = await claimDeliveries(ctx.db, {
      now,
      until: addMinutes(now, CLAIM_MINUTES),
      limit: AT_ONCE
    })
    if (claimed.length === 0) return
    await Promise.all(claimed.map((one) => deliver(ctx, one)))
  }
}

async function deliver(ctx: AnyContext, { delivery, webhook }: Claimed): Promise<void> {
  if (webhook.disabledAt) return noteAttempt(ctx.db, delivery, { nextAt: null, failure: 'switched-off' })
  const body = JSON.stringify(delivery.payload)
  const headers = signedHeaders(webhook, delivery.id, ctx.now(), body)
  const outbound = ctx.outbound ?? PUBLIC_INTERNET
  const answer = await postJson(webhook.url, { outbound, headers, body }).catch((error: unknown) => {
    if (error instanceof FetchFailed) return error
    throw error
  })
  const now = ctx.now()
  if (answer instanceof FetchFailed) return noteFailure(ctx, delivery, { failure: answer.failure })
  const { status } = answer
  if (status >= 200 && status < 300) {
    return noteAttempt(ctx.db, delivery, { nextAt: null, status, failure: null, deliveredAt: now })
  }
  if (status !== GONE) return noteFailure(ctx, delivery, { failure: 'refused', answer })
  await ctx.db.transaction(async (tx) => {
    await noteAttempt(tx, delivery, { nextAt: null, status, failure: 'gone' })
    await endWebhook(tx, webhook.id, 'gone', now)
  })
}

async function noteFailure(
  ctx: AnyContext,
  delivery: Claimed['delivery'],
  { failure, answer }: { failure: string; answer?: PostAnswer }
): Promise<void> {
  const { attempts, id } = delivery
  const retryAfter = answer?.retryAfter ?? null
  const nextAt = nextAttemptAt({ attempts, now: ctx.now(), retryAfter, spread: spreadOf(id) })
  await noteAttempt(ctx.db, delivery, { nextAt, status: answer?.status ?? null, failure })
}

/** From 0 to 1, another for each delivery: the last digits of its id are random. */
const spreadOf = (id: string) => Number.parseInt(id.slice(-4), 16) / 0xffff
