import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { DELIVERY_STATES } from '../engine/telling/delivery-state.ts'
import { problems } from '../lib/problem.ts'
import { Id, Instant, Nullable, NullableInstant, OneOf, Page, PageQuery } from '../lib/schema.ts'
import { CHANNELS, SKIP_REASONS } from '../words.ts'
import { readDeliveries } from './deliveries/read-deliveries.ts'
import { resendDelivery } from './deliveries/resend-delivery.ts'

const Delivery = Type.Object({
  id: Id,
  state: OneOf(DELIVERY_STATES),
  channel: OneOf(CHANNELS),
  notice: Type.Object({ id: Id, kind: Type.String() }),
  employee: Type.Object({ id: Id, name: Type.String() }),
  createdAt: Instant,
  digestOn: Nullable(Type.String({ format: 'date' })),
  messageId: Type.String({ description: 'The same however often it is sent; those of one digest share it.' }),
  nextAt: Instant,
  attempts: Type.Integer(),
  sentAt: NullableInstant,
  receipt: Nullable(Type.String({ description: 'What the other side said when it took it.' })),
  skippedAt: NullableInstant,
  skipReason: Nullable(OneOf(SKIP_REASONS)),
  failedAt: NullableInstant,
  lastError: Nullable(Type.String())
})

/** What became of messages, for administrators. */
export const deliveryRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/deliveries', {
    config: { access: ['admin'] },
    schema: {
      operationId: 'listDeliveries',
      summary: 'Messages on their way, sent, and failed, newest first',
      tags: ['Notices'],
      querystring: Type.Object({
        state: Type.Optional(OneOf(DELIVERY_STATES, 'failed: dead letters, which can be sent again')),
        ...PageQuery
      }),
      response: { 200: Page(Delivery), ...problems(400, 401, 403) }
    },
    handler: async (request) => readDeliveries(request.ctx, request.query)
  })

  app.post('/deliveries/:deliveryId/resending', {
    config: { access: ['admin'] },
    schema: {
      operationId: 'resendDelivery',
      summary: 'Send a dead letter again',
      tags: ['Notices'],
      params: Type.Object({ deliveryId: Id }),
      response: { 200: Delivery, ...problems(400, 401, 403, 404, 409) }
    },
    handler: async (request) => resendDelivery(request.ctx, request.params.deliveryId)
  })
}
