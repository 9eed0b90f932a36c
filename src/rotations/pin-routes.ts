import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { problems } from '../lib/problem.ts'
import { Id } from '../lib/schema.ts'
import { pinSeat, releasePin } from './pin-seat.ts'

const params = Type.Object({ draftId: Id, draftShiftId: Id, employeeId: Id })
const response = { 204: Type.Null(), ...problems(400, 401, 403, 404, 409) }
const url = '/drafts/:draftId/shifts/:draftShiftId/pins/:employeeId'

export const pinRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.put(url, {
    config: { access: ['hr', 'admin'] },
    schema: {
      operationId: 'pinSeat',
      summary: 'Pin a seat of a draft: drafts planned with its pins keep it',
      tags: ['Drafts'],
      params,
      response
    },
    handler: async (request, reply) => {
      await pinSeat(request.ctx, request.params)
      return reply.code(204).send(null)
    }
  })

  app.delete(url, {
    config: { access: ['hr', 'admin'] },
    schema: {
      operationId: 'releasePin',
      summary: 'Let go of a pinned seat',
      tags: ['Drafts'],
      params,
      response
    },
    handler: async (request, reply) => {
      await releasePin(request.ctx, request.params)
      return reply.code(204).send(null)
    }
  })
}
