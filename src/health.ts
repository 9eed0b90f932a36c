import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { isDatabaseReady } from '../db/ready.ts'

const Health = Type.Object({ status: Type.String() })

/** For load balancers: alive means the process answers, ready means the database does too. */
export const healthRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/healthz', {
    config: { access: 'public' },
    schema: {
      operationId: 'readHealth',
      summary: 'Is the process alive?',
      tags: ['Health'],
      security: [],
      response: { 200: Health }
    },
    handler: async () => ({ status: 'alive' })
  })

  app.get('/readyz', {
    config: { access: 'public' },
    schema: {
      operationId: 'readReadiness',
      summary: 'Can it serve people, database included?',
      tags: ['Health'],
      security: [],
      response: { 200: Health, 503: Health }
    },
    handler: async (request, reply) => {
      if (await isDatabaseReady(request.visitor.db)) return { status: 'ready' }
      return reply.code(503).send({ status: 'database does not answer' })
    }
  })
}
