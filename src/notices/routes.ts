import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { problems } from '../lib/problem.ts'
import { Id, Instant, NullableInstant, Page, PageQuery } from '../lib/schema.ts'
import { readInbox, readNotice } from './inbox.ts'

const Notice = Type.Object({
  id: Id,
  kind: Type.String({ examples: ['rotation-published'] }),
  facts: Type.Record(Type.String(), Type.Unknown()),
  createdAt: Instant,
  readAt: NullableInstant
})

export const noticeRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/me/notices', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'readInbox',
      summary: 'My notices, newest first',
      tags: ['Me'],
      querystring: Type.Object(PageQuery),
      response: { 200: Page(Notice), ...problems(400, 401) }
    },
    handler: async (request) => readInbox(request.ctx, request.query)
  })

  app.put('/me/notices/:noticeId/reading', {
    config: { access: 'signed-in' },
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
}
