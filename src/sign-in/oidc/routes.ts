import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { problems } from '../../lib/problem.ts'
import { endByProvider } from './end-by-provider.ts'
import type { Providers } from './providers.ts'

/** What sign-in services themselves call. */
export const providerRoutes: FastifyPluginAsyncTypebox<{ providers: Providers }> = async (
  app,
  { providers }
) => {
  app.post('/sign-in/:provider/back-channel-logout', {
    config: { access: 'public', idempotency: 'none' },
    schema: {
      operationId: 'endSessionsByProvider',
      summary: 'A sign-in service ends sessions of a person (OpenID Connect Back-Channel Logout)',
      description:
        'Register this address at the service. It sends a form with a `logout_token` that it has signed; each is taken once.',
      tags: ['Sign-in'],
      security: [],
      consumes: ['application/x-www-form-urlencoded'],
      params: Type.Object({ provider: Type.String({ maxLength: 100 }) }),
      // A service may add fields of its own, which mean nothing here.
      body: Type.Object({ logout_token: Type.String({ minLength: 1, maxLength: 20_000 }) }),
      response: {
        200: Type.Object({ ended: Type.Integer({ description: 'How many sessions are over.' }) }),
        ...problems(400, 404, 503)
      }
    },
    handler: async (request, reply) => {
      const { provider: name } = request.params
      const ended = await endByProvider(request.visitor, providers, {
        name,
        token: request.body.logout_token
      })
      return reply.header('cache-control', 'no-store').send({ ended })
    }
  })
}
