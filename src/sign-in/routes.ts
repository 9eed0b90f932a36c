import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { problems } from '../lib/problem.ts'
import { Body, Id, Instant, OneOf } from '../lib/schema.ts'
import { LOCALES, ROLES } from '../words.ts'
import { endSession, issueAccessToken } from './sessions.ts'
import { signInWithLink } from './sign-in-links.ts'

const AccessToken = { accessToken: Type.String(), accessExpiresAt: Instant }

const Me = Type.Object({
  employeeId: Id,
  name: Type.String(),
  teamId: Id,
  leads: Type.Array(Id, { description: 'Teams you lead.' }),
  roles: Type.Array(OneOf(ROLES)),
  timeZone: Type.String(),
  locale: OneOf(LOCALES)
})

export const signInRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.post('/sessions', {
    config: { access: 'public', rateLimit: { max: 20, timeWindow: '1 minute' } },
    schema: {
      operationId: 'signInWithLink',
      summary: 'Sign in with a one-time link',
      description: 'Exchanges the token of a sign-in link for an access token (header) and a session token.',
      tags: ['Sign-in'],
      security: [],
      body: Body({ linkToken: Type.String({ minLength: 1, maxLength: 100 }) }),
      response: {
        201: Type.Object({ ...AccessToken, sessionToken: Type.String(), expiresAt: Instant }),
        ...problems(400, 401, 429)
      }
    },
    handler: async (request, reply) => {
      const session = await signInWithLink(app, request.visitor, {
        token: request.body.linkToken,
        userAgent: request.headers['user-agent']
      })
      return reply.code(201).send(session)
    }
  })

  app.post('/access-tokens', {
    config: { access: 'signed-in', idempotency: 'none' },
    schema: {
      operationId: 'renewAccessToken',
      summary: 'A fresh access token for the session in use',
      tags: ['Sign-in'],
      response: { 201: Type.Object(AccessToken), ...problems(401, 403) }
    },
    handler: async (request, reply) =>
      reply.code(201).send(issueAccessToken(app, request.ctx, request.ctx.actor))
  })

  app.delete('/sessions/current', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'signOut',
      summary: 'Sign out; all tokens of this session end at once',
      tags: ['Sign-in'],
      response: { 204: Type.Null(), ...problems(401, 403) }
    },
    handler: async (request, reply) => {
      await endSession(request.ctx)
      return reply.code(204).send(null)
    }
  })

  app.get('/me', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'readMe',
      summary: 'Who I am here and what I may do',
      tags: ['Me'],
      response: { 200: Me, ...problems(401) }
    },
    handler: async ({ ctx: { actor } }) => ({ ...actor, roles: [...actor.roles] })
  })
}
