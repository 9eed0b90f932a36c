import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { problems } from '../../lib/problem.ts'
import { Body, Id, Nullable, NullableInstant, Words } from '../../lib/schema.ts'
import { addArea, archiveArea, changeArea, deleteArea, listProductAreas } from './areas.ts'

const Area = Type.Object({
  id: Id,
  name: Type.String(),
  owner: Nullable(Type.Object({ id: Id, name: Type.String() })),
  archivedAt: NullableInstant
})
const OneArea = Type.Object({ areaId: Id })
const ownerId = Type.Optional({ ...Nullable(Id), description: 'Who owns new themes of the area.' })
const config = { access: ['hr' as const, 'admin' as const] }

const listRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/areas', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'listAreas',
      summary: 'Product areas of learnings and themes, by name',
      tags: ['Learnings'],
      querystring: Type.Object({ withArchived: Type.Optional(Type.Boolean({ default: false })) }),
      response: { 200: Type.Object({ items: Type.Array(Area) }), ...problems(400, 401) }
    },
    handler: async (request) => ({ items: await listProductAreas(request.ctx, request.query) })
  })

  app.post('/areas', {
    config,
    schema: {
      operationId: 'addArea',
      summary: 'Add a product area',
      tags: ['Learnings'],
      body: Body({ name: Words(100), ownerId }),
      response: { 201: Type.Object({ id: Id }), ...problems(400, 401, 403, 409, 422) }
    },
    handler: async (request, reply) => reply.code(201).send({ id: await addArea(request.ctx, request.body) })
  })
}

const oneRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.patch('/areas/:areaId', {
    config,
    schema: {
      operationId: 'changeArea',
      summary: 'Rename a product area or give it another owner',
      tags: ['Learnings'],
      params: OneArea,
      body: Body({ name: Type.Optional(Words(100)), ownerId }),
      response: { 204: Type.Null(), ...problems(400, 401, 403, 404, 409, 422) }
    },
    handler: async (request, reply) => {
      await changeArea(request.ctx, request.params.areaId, request.body)
      return reply.code(204).send(null)
    }
  })

  app.delete('/areas/:areaId', {
    config,
    schema: {
      operationId: 'deleteArea',
      summary: 'Delete a product area that nothing is of',
      tags: ['Learnings'],
      params: OneArea,
      response: { 204: Type.Null(), ...problems(400, 401, 403, 404, 409) }
    },
    handler: async (request, reply) => {
      await deleteArea(request.ctx, request.params.areaId)
      return reply.code(204).send(null)
    }
  })

  app.put('/areas/:areaId/archival', {
    config,
    schema: {
      operationId: 'archiveArea',
      summary: 'Offer an area no more; what is of it keeps it',
      tags: ['Learnings'],
      params: OneArea,
      response: { 204: Type.Null(), ...problems(400, 401, 403, 404) }
    },
    handler: async (request, reply) => {
      await archiveArea(request.ctx, request.params.areaId, true)
      return reply.code(204).send(null)
    }
  })

  app.delete('/areas/:areaId/archival', {
    config,
    schema: {
      operationId: 'restoreArea',
      summary: 'Offer an archived area again',
      tags: ['Learnings'],
      params: OneArea,
      response: { 204: Type.Null(), ...problems(400, 401, 403, 404) }
    },
    handler: async (request, reply) => {
      await archiveArea(request.ctx, request.params.areaId, false)
      return reply.code(204).send(null)
    }
  })
}

export const areaRoutes: FastifyPluginAsyncTypebox = async (app) => {
  await app.register(listRoutes)
  await app.register(oneRoutes)
}
