import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { problems } from '../lib/problem.ts'
import { Id } from '../lib/schema.ts'
import { findTakers, findTakersOfShift } from './find-takers.ts'
import { readOpenSeats } from './read-open-seats.ts'
import { OnBehalf, OpenSeatReply, SwapReply, TakersReply } from './schemas.ts'
import { takeNow } from './take-now.ts'
import { takeSeat } from './take-seat.ts'

const TakersQuery = Type.Object({
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 20 }))
})

const findingRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/me/open-seats', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'listMyOpenSeats',
      summary: 'Open seats of the next days that I may take, by start',
      tags: ['Me'],
      querystring: Type.Object({
        days: Type.Optional(Type.Integer({ minimum: 1, maximum: 91, default: 28 }))
      }),
      response: { 200: Type.Object({ items: Type.Array(OpenSeatReply) }), ...problems(400, 401) }
    },
    handler: async (request) => ({ items: await readOpenSeats(request.ctx, request.query) })
  })

  app.get('/assignments/:assignmentId/takers', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'findTakers',
      summary: 'Who could take over a seat, best first, with the reasons',
      tags: ['Swaps'],
      params: Type.Object({ assignmentId: Id }),
      querystring: TakersQuery,
      response: { 200: TakersReply, ...problems(400, 401, 403, 404) }
    },
    handler: async (request) =>
      findTakers(request.ctx, request.params.assignmentId.toLowerCase(), request.query)
  })

  app.get('/shifts/:shiftId/takers', {
    config: { access: ['lead', 'hr', 'admin'] },
    schema: {
      operationId: 'findTakersOfShift',
      summary: 'Who could take an open seat of a shift, best first, with the reasons',
      tags: ['Swaps'],
      params: Type.Object({ shiftId: Id }),
      querystring: TakersQuery,
      response: { 200: TakersReply, ...problems(400, 401, 403, 404, 409) }
    },
    handler: async (request) =>
      findTakersOfShift(request.ctx, request.params.shiftId.toLowerCase(), request.query)
  })
}

export const seatRoutes: FastifyPluginAsyncTypebox = async (app) => {
  await app.register(findingRoutes)

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
      reply
        .code(201)
        .send(await takeSeat(request.ctx, request.params.shiftId.toLowerCase(), request.body ?? {}))
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
      reply.code(201).send(await takeNow(request.ctx, request.params.assignmentId.toLowerCase()))
  })
}
