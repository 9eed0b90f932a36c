import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { problems } from '../lib/problem.ts'
import { Body, Id, Instant, NullableInstant, OneOf, Page, PageQuery, Words } from '../lib/schema.ts'
import { WEBHOOK_ENDINGS, WEBHOOK_EVENTS } from '../words.ts'
import { addWebhook } from './add-webhook.ts'
import { changeWebhook, removeWebhook } from './change-webhook.ts'
import { pingWebhook, readDeliveries, resendDelivery } from './deliveries.ts'
import { readWebhooks } from './read-webhooks.ts'
import { rotateSecret } from './rotate-secret.ts'

const tags = ['Integrations']
const config = { access: ['admin'] } as const
const WebhookParams = Type.Object({ webhookId: Id })

const fields = {
  url: Type.String({ maxLength: 2000, examples: ['https://hooks.example.com/lyttepost'] }),
  description: Words(200),
  events: Type.Array(OneOf(WEBHOOK_EVENTS), {
    minItems: 1,
    maxItems: WEBHOOK_EVENTS.length,
    uniqueItems: true
  })
}

const Webhook = Type.Object({
  id: Id,
  ...fields,
  events: Type.Array(Type.String()),
  createdAt: Instant,
  disabledAt: NullableInstant,
  disabledBecause: Type.Union([OneOf(WEBHOOK_ENDINGS), Type.Null()]),
  previousUntil: NullableInstant
})

const Delivery = Type.Object({
  id: Id,
  webhookId: Id,
  event: Type.String(),
  payload: Type.Record(Type.String(), Type.Unknown()),
  createdAt: Instant,
  nextAt: NullableInstant,
  attempts: Type.Integer(),
  status: Type.Union([Type.Integer(), Type.Null()]),
  failure: Type.Union([Type.String(), Type.Null()]),
  deliveredAt: NullableInstant
})

const managing: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/webhooks', {
    config,
    schema: {
      operationId: 'listWebhooks',
      summary: 'Servers that hear of what happens here',
      tags,
      response: { 200: Type.Object({ items: Type.Array(Webhook) }), ...problems(401, 403) }
    },
    handler: async (request) => ({ items: await readWebhooks(request.ctx) })
  })

  app.post('/webhooks', {
    config,
    schema: {
      operationId: 'addWebhook',
      summary: 'Have a server told of events, signed by the Standard Webhooks specification',
      description: 'The secret is told in this answer only.',
      tags,
      body: Body(fields),
      response: {
        201: Type.Intersect([Webhook, Type.Object({ secret: Type.String() })]),
        ...problems(400, 401, 403)
      }
    },
    handler: async (request, reply) => reply.code(201).send(await addWebhook(request.ctx, request.body))
  })

  app.patch('/webhooks/:webhookId', {
    config,
    schema: {
      operationId: 'changeWebhook',
      summary: 'Change a webhook, or switch it off or on',
      tags,
      params: WebhookParams,
      body: Body({
        url: Type.Optional(fields.url),
        description: Type.Optional(fields.description),
        events: Type.Optional(fields.events),
        isEnabled: Type.Optional(Type.Boolean())
      }),
      response: { 200: Webhook, ...problems(400, 401, 403, 404) }
    },
    handler: async (request) => changeWebhook(request.ctx, request.params.webhookId, request.body)
  })

  app.delete('/webhooks/:webhookId', {
    config,
    schema: {
      operationId: 'removeWebhook',
      summary: 'Remove a webhook and its log',
      tags,
      params: WebhookParams,
      response: { 204: Type.Null(), ...problems(400, 401, 403, 404) }
    },
    handler: async (request, reply) => {
      await removeWebhook(request.ctx, request.params.webhookId)
      return reply.code(204).send(null)
    }
  })
}

const sending: FastifyPluginAsyncTypebox = async (app) => {
  app.post('/webhooks/:webhookId/secret-rotation', {
    config,
    schema: {
      operationId: 'rotateWebhookSecret',
      summary: 'Give a webhook a new secret; for a day the old one signs as well',
      tags,
      params: WebhookParams,
      response: {
        200: Type.Object({ secret: Type.String(), previousUntil: Instant }),
        ...problems(400, 401, 403, 404)
      }
    },
    handler: async (request) => rotateSecret(request.ctx, request.params.webhookId)
  })

  app.post('/webhooks/:webhookId/ping', {
    config,
    schema: {
      operationId: 'pingWebhook',
      summary: 'Send a webhook a message that tells of nothing; it leaves within a minute',
      tags,
      params: WebhookParams,
      response: { 202: Delivery, ...problems(400, 401, 403, 404, 409) }
    },
    handler: async (request, reply) =>
      reply.code(202).send(await pingWebhook(request.ctx, request.params.webhookId))
  })

  app.get('/webhooks/:webhookId/deliveries', {
    config,
    schema: {
      operationId: 'listWebhookDeliveries',
      summary: 'What was sent to a webhook or waits to be, newest first',
      tags,
      params: WebhookParams,
      querystring: Type.Object(PageQuery),
      response: { 200: Page(Delivery), ...problems(400, 401, 403, 404) }
    },
    handler: async (request) => readDeliveries(request.ctx, request.params.webhookId, request.query)
  })

  app.post('/webhook-deliveries/:webhookDeliveryId/resending', {
    config,
    schema: {
      operationId: 'resendWebhookDelivery',
      summary: 'Send a delivery again, under the same webhook-id',
      tags,
      params: Type.Object({ webhookDeliveryId: Id }),
      response: { 202: Delivery, ...problems(400, 401, 403, 404, 409) }
    },
    handler: async (request, reply) =>
      reply.code(202).send(await resendDelivery(request.ctx, request.params.webhookDeliveryId))
  })
}

export const webhookRoutes: FastifyPluginAsyncTypebox = async (app) => {
  await app.register(managing)
  await app.register(sending)
}
