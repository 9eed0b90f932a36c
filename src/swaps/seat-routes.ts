import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { problems } from '../lib/problem.ts'
import { Id } from '../lib/schema.ts'
import { OnBehalf, SwapReply } from './schemas.ts'
import { takeNow } from './take-now.ts'
import { takeSeat } from './take-seat.ts'

export const seatRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.post('/shifts/:shiftId/seats', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'takeSeat',
      summary: 'Take an open seat of a shift',
      tags: ['Swaps'],
      params: Type.Object({ shiftId: Id }),
      body: OnBehalf,
      response: { 201: SwapReply, ...problems(400, 401, 403, 404, 409) }
    },
    handler: async (request, reply) =>
      reply.code(201).send(await takeSeat(request.ctx, request.params.shiftId, request.body ?? {}))
  })

  app.post('/assignments/:assignmentId/taking', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'takeNow',
      summary: 'Take a seat over at once from somebody who fell ill',
      tags: ['Swaps'],
      params: Type.Object({ assignmentId: Id }),
      response: { 201: SwapReply, ...problems(400, 401, 403, 404, 409) }
    },
    handler: async (request, reply) =>
      reply.code(201).send(await takeNow(request.ctx, request.params.assignmentId))
  })
}
