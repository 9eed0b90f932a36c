import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { problems } from '../lib/problem.ts'
import { Body, Id, Instant, InstantText, Nullable, OneOf, Words } from '../lib/schema.ts'
import { GROUP_ROLES } from '../words.ts'
import { giveMeaning, readGroups } from './groups/give-meaning.ts'
import { confirmLeavers, releaseLeavers } from './leavers/decide-held.ts'
import { setDefaults } from './people/defaults.ts'
import { confirmAssumed, readIncomplete } from './people/incomplete.ts'
import { readProvisioning } from './read-provisioning.ts'
import { DefaultsBody, Groups, Incomplete, ProvisioningState } from './schemas.ts'
import { makeProvisioningToken, revokeProvisioningToken } from './tokens/make-token.ts'

const tags = ['Integrations']
const config = { access: ['admin'] } as const

const state: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/provisioning', {
    config,
    schema: {
      operationId: 'readProvisioning',
      summary: 'How provisioning by an identity provider stands',
      tags,
      response: { 200: ProvisioningState, ...problems(401, 403) }
    },
    handler: async (request) => readProvisioning(request.ctx)
  })

  app.put('/provisioning/defaults', {
    config,
    schema: {
      operationId: 'setProvisioningDefaults',
      summary: 'What new people get where the identity provider says nothing',
      tags,
      body: DefaultsBody,
      response: { 204: Type.Null(), ...problems(400, 401, 403, 422) }
    },
    handler: async (request, reply) => {
      await setDefaults(request.ctx, request.body)
      return reply.code(204).send(null)
    }
  })

  app.get('/provisioning/incomplete', {
    config,
    schema: {
      operationId: 'listIncompletePeople',
      summary: 'People of whom something was assumed that nobody has said',
      tags,
      response: { 200: Incomplete, ...problems(401, 403) }
    },
    handler: async (request) => ({ items: await readIncomplete(request.ctx) })
  })

  app.post('/provisioning/incomplete/:employeeId/confirmation', {
    config,
    schema: {
      operationId: 'confirmAssumed',
      summary: 'What was assumed of this person is right',
      tags,
      params: Type.Object({ employeeId: Id }),
      response: { 204: Type.Null(), ...problems(400, 401, 403, 404) }
    },
    handler: async (request, reply) => {
      await confirmAssumed(request.ctx, request.params.employeeId)
      return reply.code(204).send(null)
    }
  })
}

const tokens: FastifyPluginAsyncTypebox = async (app) => {
  app.post('/provisioning/tokens', {
    config: { ...config, idempotency: 'none' },
    schema: {
      operationId: 'makeProvisioningToken',
      summary: 'Make a token for an identity provider; it is told this once',
      tags,
      body: Body({ name: Words(100), expiresAt: InstantText }),
      response: {
        201: Type.Object({ id: Id, token: Type.String(), expiresAt: Instant }),
        ...problems(400, 401, 403)
      }
    },
    handler: async (request, reply) =>
      reply.code(201).send(await makeProvisioningToken(request.ctx, request.body))
  })

  app.delete('/provisioning/tokens/:tokenId', {
    config,
    schema: {
      operationId: 'revokeProvisioningToken',
      summary: 'Revoke a token of an identity provider, at once',
      tags,
      params: Type.Object({ tokenId: Id }),
      response: { 204: Type.Null(), ...problems(400, 401, 403, 404) }
    },
    handler: async (request, reply) => {
      await revokeProvisioningToken(request.ctx, request.params.tokenId)
      return reply.code(204).send(null)
    }
  })
}

const groups: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/provisioning/groups', {
    config,
    schema: {
      operationId: 'listProvisionedGroups',
      summary: 'Groups of the identity provider, and what each means here',
      tags,
      response: { 200: Groups, ...problems(401, 403) }
    },
    handler: async (request) => ({ items: await readGroups(request.ctx) })
  })

  app.put('/provisioning/groups/:groupId/meaning', {
    config,
    schema: {
      operationId: 'giveGroupMeaning',
      summary: 'Say what a group means: a team, a role, or nothing',
      description: 'Administrators are made by administrators alone: no group gives that role.',
      tags,
      params: Type.Object({ groupId: Id }),
      body: Body({ teamId: Nullable(Id), role: Nullable(OneOf(GROUP_ROLES)) }),
      response: { 204: Type.Null(), ...problems(400, 401, 403, 404, 422) }
    },
    handler: async (request, reply) => {
      await giveMeaning(request.ctx, request.params.groupId, request.body)
      return reply.code(204).send(null)
    }
  })
}

const held: FastifyPluginAsyncTypebox = async (app) => {
  const People = Body({ employeeIds: Type.Array(Id, { minItems: 1, maxItems: 10_000, uniqueItems: true }) })
  const decided = { 200: Type.Object({ decided: Type.Integer() }), ...problems(400, 401, 403, 409) }

  app.post('/provisioning/held/confirmation', {
    config,
    schema: {
      operationId: 'confirmLeavers',
      summary: 'These people, whom the brake holds, have left: their seats open up',
      tags,
      body: People,
      response: decided
    },
    handler: async (request) => ({ decided: await confirmLeavers(request.ctx, request.body.employeeIds) })
  })

  app.post('/provisioning/held/release', {
    config,
    schema: {
      operationId: 'releaseLeavers',
      summary: 'These people, whom the brake holds, have not left: they get in again',
      tags,
      body: People,
      response: decided
    },
    handler: async (request) => ({ decided: await releaseLeavers(request.ctx, request.body.employeeIds) })
  })
}

/** What administrators see and say of provisioning. */
export const provisioningRoutes: FastifyPluginAsyncTypebox = async (app) => {
  for (const part of [state, tokens, groups, held]) await app.register(part)
}
