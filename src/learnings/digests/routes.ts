import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { problems } from '../../lib/problem.ts'
import { Id, Page, PageQuery } from '../../lib/schema.ts'
import { listDigests, readMyDigest } from './read-digest.ts'
import { Digest, DigestHead } from './schemas.ts'

export const digestRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/me/learning-digests', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'listMyLearningDigests',
      summary: 'My digests of what was heard, newest first',
      tags: ['Themes', 'Me'],
      querystring: Type.Object(PageQuery),
      response: { 200: Page(DigestHead), ...problems(400, 401) }
    },
    handler: async (request) => listDigests(request.ctx, request.query)
  })

  app.get('/me/learning-digests/:digestId', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'readMyLearningDigest',
      summary: 'One of my digests, with its themes as they stand now',
      tags: ['Themes', 'Me'],
      params: Type.Object({ digestId: Id }),
      response: { 200: Digest, ...problems(400, 401, 404) }
    },
    handler: async (request) => readMyDigest(request.ctx, request.params.digestId)
  })
}
