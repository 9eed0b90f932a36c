import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { problems } from '../lib/problem.ts'
import { Id, Instant, Nullable, NullableInstant, OneOf } from '../lib/schema.ts'
import { SIGN_IN_WAYS } from '../words.ts'
import { endMyOtherSessions, endMySession, readMySessions } from './own-sessions.ts'
import { endSessionsOf, readSignInsOf, unlinkIdentity } from './person-sign-ins.ts'

const tags = ['Sign-in']
const Session = {
  id: Id,
  openedBy: OneOf(SIGN_IN_WAYS),
  issuer: Nullable(Type.String({ description: 'Of the provider, where one opened it.' })),
  userAgent: Nullable(Type.String()),
  createdAt: Instant,
  lastSeenAt: NullableInstant,
  expiresAt: Instant
}
const Ended = Type.Object({ ended: Type.Integer({ description: 'How many sessions are over.' }) })
const PersonParams = Type.Object({ employeeId: Id })

const ownSessions: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/me/sessions', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'listMySessions',
      summary: 'Where I am signed in, when each was last used, to the hour',
      tags,
      response: {
        200: Type.Object({ items: Type.Array(Type.Object({ ...Session, isCurrent: Type.Boolean() })) }),
        ...problems(401, 403)
      }
    },
    handler: async (request) => ({ items: await readMySessions(request.ctx) })
  })

  app.delete('/me/sessions', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'endMyOtherSessions',
      summary: 'Sign out everywhere but here',
      tags,
      response: { 200: Ended, ...problems(401, 403) }
    },
    handler: async (request) => ({ ended: await endMyOtherSessions(request.ctx) })
  })

  app.delete('/me/sessions/:sessionId', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'endMySession',
      summary: 'End one of my sessions, at once',
      tags,
      params: Type.Object({ sessionId: Id }),
      response: { 204: Type.Null(), ...problems(400, 401, 403, 404) }
    },
    handler: async (request, reply) => {
      await endMySession(request.ctx, request.params.sessionId)
      return reply.code(204).send(null)
    }
  })
}

const anybodysSessions: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/employees/:employeeId/sign-ins', {
    config: { access: ['admin'] },
    schema: {
      operationId: 'readSignIns',
      summary: 'Where a person is signed in, and their accounts at providers',
      tags,
      params: PersonParams,
      response: {
        200: Type.Object({
          sessions: Type.Array(Type.Object(Session)),
          identities: Type.Array(Type.Object({ id: Id, issuer: Type.String(), linkedAt: Instant }))
        }),
        ...problems(400, 401, 403, 404)
      }
    },
    handler: async (request) => readSignInsOf(request.ctx, request.params.employeeId)
  })

  app.delete('/employees/:employeeId/sessions', {
    config: { access: ['admin'] },
    schema: {
      operationId: 'endSessionsOf',
      summary: 'Sign a person out everywhere, at once',
      tags,
      params: PersonParams,
      response: { 200: Ended, ...problems(400, 401, 403, 404) }
    },
    handler: async (request) => ({ ended: await endSessionsOf(request.ctx, request.params.employeeId) })
  })

  app.delete('/employees/:employeeId/identities/:identityId', {
    config: { access: ['admin'] },
    schema: {
      operationId: 'unlinkIdentity',
      summary: "Unlink a person's account at a provider, so that another one may be linked",
      tags,
      params: Type.Object({ employeeId: Id, identityId: Id }),
      response: { 204: Type.Null(), ...problems(400, 401, 403, 404) }
    },
    handler: async (request, reply) => {
      await unlinkIdentity(request.ctx, request.params.employeeId, request.params.identityId)
      return reply.code(204).send(null)
    }
  })
}

export const sessionRoutes: FastifyPluginAsyncTypebox = async (app) => {
  await app.register(ownSessions)
  await app.register(anybodysSessions)
}
