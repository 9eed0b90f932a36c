import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { problems } from '../lib/problem.ts'
import { Body, Id, Instant, InstantText, NullableInstant, Page, PageQuery } from '../lib/schema.ts'
import { deliveryRoutes } from './delivery-routes.ts'
import { readAllNotices, readInbox, readNotice } from './inbox.ts'
import { preferenceRoutes } from './preference-routes.ts'

const Notice = Type.Object({
  id: Id,
  kind: Type.String({ examples: ['rotation-published'] }),
  facts: Type.Record(Type.String(), Type.Unknown()),
  title: Type.String({ description: 'In my language.' }),
  text: Type.String({ description: 'In my language and by my clock, as things are now.' }),
  act: Type.String({ description: 'What the link is called.' }),
  link: Type.String({ description: 'Where to act, from the root of our address.', examples: ['/swaps'] }),
  isStale: Type.Boolean({ description: 'What it asks for is settled or over.' }),
  createdAt: Instant,
  readAt: NullableInstant
})

const config = { access: 'signed-in' } as const

export const noticeRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/me/notices', {
    config,
    schema: {
      operationId: 'readInbox',
      summary: 'My notices, newest first',
      tags: ['Me'],
      querystring: Type.Object(PageQuery),
      response: {
        200: Type.Object({ ...Page(Notice).properties, unread: Type.Integer() }),
        ...problems(400, 401)
      }
    },
    handler: async (request) => readInbox(request.ctx, request.query)
  })

  app.put('/me/notices/:noticeId/reading', {
    config,
    schema: {
      operationId: 'readNotice',
      summary: 'Mark a notice as read',
      tags: ['Me'],
      params: Type.Object({ noticeId: Id }),
      response: { 204: Type.Null(), ...problems(400, 401, 404) }
    },
    handler: async (request, reply) => {
      await readNotice(request.ctx, request.params.noticeId)
      return reply.code(204).send(null)
    }
  })

  app.put('/me/notices/reading', {
    config,
    schema: {
      operationId: 'readAllNotices',
      summary: 'Mark all my notices as read, or those written until an instant',
      tags: ['Me'],
      body: Body({ until: Type.Optional(InstantText) }),
      response: { 204: Type.Null(), ...problems(400, 401) }
    },
    handler: async (request, reply) => {
      await readAllNotices(request.ctx, request.body)
      return reply.code(204).send(null)
    }
  })

  await app.register(preferenceRoutes)
  await app.register(deliveryRoutes)
}
