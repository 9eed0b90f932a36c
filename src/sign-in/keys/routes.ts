import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { problems } from '../../lib/problem.ts'
import { Body, Id, Instant, InstantText, NullableInstant, OneOf, Words } from '../../lib/schema.ts'
import { makeKey } from './make-key.ts'
import { readAllKeys, readMyKeys } from './read-keys.ts'
import { revokeAnyKey, revokeMyKey } from './revoke-key.ts'
import { SCOPES } from './scopes.ts'

const tags = ['Keys']
const KeyParams = Type.Object({ keyId: Id })
const Keys = Type.Object({
  items: Type.Array(
    Type.Object({
      id: Id,
      employeeId: Id,
      employeeName: Type.String(),
      name: Type.String(),
      scopes: Type.Array(Type.String()),
      createdAt: Instant,
      expiresAt: Instant,
      lastUsedAt: NullableInstant
    })
  )
})

const ownKeys: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/me/api-keys', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'listMyKeys',
      summary: 'My API keys, and when each was last used',
      tags,
      response: { 200: Keys, ...problems(401) }
    },
    handler: async (request) => ({ items: await readMyKeys(request.ctx) })
  })

  app.post('/me/api-keys', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'makeKey',
      summary: 'Make a key with which a program acts as me, within scopes and until a day',
      description: 'The token is told in this answer only; send it as `Authorization: Bearer …`.',
      tags,
      body: Body({
        name: Words(100),
        scopes: Type.Array(OneOf(SCOPES), { minItems: 1, maxItems: SCOPES.length, uniqueItems: true }),
        expiresAt: InstantText
      }),
      response: {
        201: Type.Object({ id: Id, token: Type.String(), expiresAt: Instant }),
        ...problems(400, 401, 403)
      }
    },
    handler: async (request, reply) => reply.code(201).send(await makeKey(request.ctx, request.body))
  })

  app.delete('/me/api-keys/:keyId', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'revokeMyKey',
      summary: 'Revoke a key of mine, at once',
      tags,
      params: KeyParams,
      response: { 204: Type.Null(), ...problems(400, 401, 403, 404) }
    },
    handler: async (request, reply) => {
      await revokeMyKey(request.ctx, request.params.keyId)
      return reply.code(204).send(null)
    }
  })
}

const allKeys: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/api-keys', {
    config: { access: ['admin'] },
    schema: {
      operationId: 'listAllKeys',
      summary: "Everybody's API keys",
      tags,
      response: { 200: Keys, ...problems(401, 403) }
    },
    handler: async (request) => ({ items: await readAllKeys(request.ctx) })
  })

  app.delete('/api-keys/:keyId', {
    config: { access: ['admin'] },
    schema: {
      operationId: 'revokeAnyKey',
      summary: 'Revoke a key of anybody, at once',
      tags,
      params: KeyParams,
      response: { 204: Type.Null(), ...problems(400, 401, 403, 404) }
    },
    handler: async (request, reply) => {
      await revokeAnyKey(request.ctx, request.params.keyId)
      return reply.code(204).send(null)
    }
  })
}

export const keyRoutes: FastifyPluginAsyncTypebox = async (app) => {
  await app.register(ownKeys)
  await app.register(allKeys)
}
