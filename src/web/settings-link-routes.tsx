import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { DELIVERY_STATES } from '../engine/telling/delivery-state.ts'
import { Body, Id, OneOf, Words } from '../lib/schema.ts'
import { readDeliveries } from '../notices/deliveries/read-deliveries.ts'
import { resendDelivery } from '../notices/deliveries/resend-delivery.ts'
import { addWebhook } from '../webhooks/add-webhook.ts'
import { changeWebhook, removeWebhook } from '../webhooks/change-webhook.ts'
import {
  pingWebhook,
  readDeliveries as readWebhookDeliveries,
  resendDelivery as resendWebhookDelivery
} from '../webhooks/deliveries.ts'
import { readWebhook, readWebhooks } from '../webhooks/read-webhooks.ts'
import { rotateSecret } from '../webhooks/rotate-secret.ts'
import { WEBHOOK_EVENTS } from '../words.ts'
import { readerFor, sendPage } from './page.ts'
import { MessagesPage } from './pages/settings/messages-page.tsx'
import { WebhookPage } from './pages/settings/webhook-page.tsx'
import { WebhooksPage } from './pages/settings/webhooks-page.tsx'
import { settingsTexts } from './texts/settings.ts'
import { linkTexts } from './texts/settings-links.ts'

const config = { access: ['admin'] as const }
const cursor = Type.Optional(Type.String({ maxLength: 300 }))
const nothing = Type.Optional(Body({}))
const PER_PAGE = 50

const messages: FastifyPluginAsyncTypebox = async (app) => {
  const querystring = Type.Object({
    state: Type.Optional(OneOf(DELIVERY_STATES)),
    cursor,
    told: Type.Optional(Type.Literal('resent'))
  })
  app.get('/settings/messages', { config, schema: { hide: true, querystring } }, async (request, reply) => {
    const { ctx, query } = request
    const reader = readerFor(request)
    const { told, ...asked } = query
    const { items, nextCursor } = await readDeliveries(ctx, { ...asked, limit: PER_PAGE })
    const view = {
      isMailOn: ctx.post?.channels.email !== undefined,
      state: query.state ?? null,
      deliveries: items,
      next: nextCursor,
      isFirst: query.cursor === undefined
    }
    const content = <MessagesPage view={view} reader={reader} told={told && reader.say(linkTexts)[told]} />
    return sendPage(request, reply, { title: reader.say(settingsTexts).sections.messages, content })
  })

  const params = Type.Object({ deliveryId: Id })
  app.post(
    '/settings/messages/:deliveryId/resend',
    { config, schema: { hide: true, params, body: nothing } },
    async (request, reply) => {
      await resendDelivery(request.ctx, request.params.deliveryId)
      return reply.redirect('/settings/messages?told=resent', 303)
    }
  )
}

const params = Type.Object({ webhookId: Id })
const Event = OneOf(WEBHOOK_EVENTS)
const fields = Body({
  url: Words(2000),
  description: Words(200),
  events: Type.Optional(Type.Union([Event, Type.Array(Event, { maxItems: WEBHOOK_EVENTS.length })]))
})
const eventsIn = <One,>(events: One | One[] | undefined): One[] =>
  events === undefined ? [] : ([events].flat() as One[])

interface Shown {
  secret?: string | null
  cursor?: string | undefined
  told?: string | undefined
}

async function sendWebhook(
  request: FastifyRequest,
  reply: FastifyReply,
  webhookId: string,
  { secret = null, cursor: after, told }: Shown
) {
  const [webhook, { items, nextCursor }] = await Promise.all([
    readWebhook(request.ctx, webhookId),
    readWebhookDeliveries(request.ctx, webhookId, { limit: PER_PAGE, ...(after && { cursor: after }) })
  ])
  const view = { webhook, deliveries: items, next: nextCursor, isFirst: after === undefined, secret }
  const content = <WebhookPage view={view} reader={readerFor(request)} told={told} />
  return sendPage(request, reply, { title: webhook.description, content })
}

const webhooks: FastifyPluginAsyncTypebox = async (app) => {
  const removed = Type.Object({ told: Type.Optional(Type.Literal('removed')) })
  app.get(
    '/settings/webhooks',
    { config, schema: { hide: true, querystring: removed } },
    async (request, reply) => {
      const reader = readerFor(request)
      const texts = reader.say(settingsTexts)
      const told = request.query.told && texts[request.query.told]
      const content = <WebhooksPage webhooks={await readWebhooks(request.ctx)} reader={reader} told={told} />
      return sendPage(request, reply, { title: texts.sections.webhooks, content })
    }
  )

  app.post('/settings/webhooks', { config, schema: { hide: true, body: fields } }, async (request, reply) => {
    const { url, description, events } = request.body
    const { id, secret } = await addWebhook(request.ctx, { url, description, events: eventsIn(events) })
    return sendWebhook(request, reply, id, { secret })
  })

  const querystring = Type.Object({
    cursor,
    told: Type.Optional(OneOf(['saved', 'pinged', 'resent'] as const))
  })
  app.get(
    '/settings/webhooks/:webhookId',
    { config, schema: { hide: true, params, querystring } },
    async (request, reply) => {
      const reader = readerFor(request)
      const said = { ...reader.say(linkTexts), saved: reader.say(settingsTexts).saved }
      const told = request.query.told && said[request.query.told]
      return sendWebhook(request, reply, request.params.webhookId, { cursor: request.query.cursor, told })
    }
  )

  app.post(
    '/settings/webhooks/:webhookId',
    { config, schema: { hide: true, params, body: fields } },
    async ({ ctx, params: { webhookId }, body: { url, description, events } }, reply) => {
      await changeWebhook(ctx, webhookId, { url, description, events: eventsIn(events) })
      return reply.redirect(`/settings/webhooks/${webhookId}?told=saved`, 303)
    }
  )
}

const webhookDeeds: FastifyPluginAsyncTypebox = async (app) => {
  const schema = { hide: true, params, body: nothing }
  app.post('/settings/webhooks/:webhookId/ping', { config, schema }, async (request, reply) => {
    const { webhookId } = request.params
    await pingWebhook(request.ctx, webhookId)
    return reply.redirect(`/settings/webhooks/${webhookId}?told=pinged`, 303)
  })

  app.post('/settings/webhooks/:webhookId/secret', { config, schema }, async (request, reply) => {
    const { webhookId } = request.params
    const { secret } = await rotateSecret(request.ctx, webhookId)
    return sendWebhook(request, reply, webhookId, { secret })
  })

  app.post('/settings/webhooks/:webhookId/remove', { config, schema }, async (request, reply) => {
    await removeWebhook(request.ctx, request.params.webhookId)
    return reply.redirect('/settings/webhooks?told=removed', 303)
  })

  const body = Body({ isEnabled: OneOf(['yes', 'no'] as const) })
  app.post(
    '/settings/webhooks/:webhookId/switch',
    { config, schema: { hide: true, params, body } },
    async ({ ctx, params: { webhookId }, body: { isEnabled } }, reply) => {
      await changeWebhook(ctx, webhookId, { isEnabled: isEnabled === 'yes' })
      return reply.redirect(`/settings/webhooks/${webhookId}?told=saved`, 303)
    }
  )

  const ofDelivery = Type.Object({ webhookId: Id, deliveryId: Id })
  app.post(
    '/settings/webhooks/:webhookId/deliveries/:deliveryId/resend',
    { config, schema: { hide: true, params: ofDelivery, body: nothing } },
    async ({ ctx, params: { webhookId, deliveryId } }, reply) => {
      await resendWebhookDelivery(ctx, deliveryId)
      return reply.redirect(`/settings/webhooks/${webhookId}?told=resent`, 303)
    }
  )
}

/** Ways in and out: whether mail goes out and what became of it, and the servers that hear of what happens. */
export const linkPages: FastifyPluginAsyncTypebox = async (app) => {
  await app.register(messages)
  await app.register(webhooks)
  await app.register(webhookDeeds)
}
