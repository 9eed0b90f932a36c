import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { problems } from '../lib/problem.ts'
import { Body, Id, Instant } from '../lib/schema.ts'
import { checkIn, checkOut } from './check-in.ts'
import { counterMark } from './counter-mark.ts'
import { answerNoShow, raiseNoShow, withdrawNoShow } from './no-shows.ts'
import { readSeatHours } from './read-seat-hours.ts'
import { CounterMark, Entry, EntryMinutes, NoShow, Reason, SeatHours } from './schemas.ts'

const Params = Type.Object({ assignmentId: Id })

const attendingRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/assignments/:assignmentId/hours', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'readSeatHours',
      summary: 'All about the hours of a seat: attendance, ledger, counter-marks, no-show',
      description: 'The person, the leads of their team and HR see the same.',
      tags: ['Hours'],
      params: Params,
      response: { 200: SeatHours, ...problems(400, 401, 404) }
    },
    handler: async (request) => readSeatHours(request.ctx, request.params.assignmentId)
  })

  app.post('/assignments/:assignmentId/check-in', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'checkIn',
      summary: 'I am here: from half an hour before my shift until its end',
      tags: ['Hours'],
      params: Params,
      response: {
        201: Type.Object({ assignmentId: Id, checkedInAt: Instant }),
        ...problems(400, 401, 403, 404, 409)
      }
    },
    handler: async (request, reply) =>
      reply.code(201).send(await checkIn(request.ctx, request.params.assignmentId))
  })

  app.post('/assignments/:assignmentId/check-out', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'checkOut',
      summary: 'I leave: what I attended goes into the ledger',
      description: 'An hour after the end at the latest. Five minutes either way count as on time.',
      tags: ['Hours'],
      params: Params,
      response: { 201: Entry, ...problems(400, 401, 403, 404, 409) }
    },
    handler: async (request, reply) =>
      reply.code(201).send(await checkOut(request.ctx, request.params.assignmentId))
  })

  app.post('/assignments/:assignmentId/counter-marks', {
    config: { access: ['lead'] },
    schema: {
      operationId: 'counterMark',
      summary: 'As a lead, agree with the hours of a seat or say why not; the person sees it',
      description: 'Changes no hours; correct them for that. The latest mark stands.',
      tags: ['Hours'],
      params: Params,
      body: Body({
        agrees: Type.Boolean(),
        minutes: Type.Optional(EntryMinutes),
        comment: Type.Optional(Reason)
      }),
      response: { 201: CounterMark, ...problems(400, 401, 403, 404, 409) }
    },
    handler: async (request, reply) =>
      reply.code(201).send(await counterMark(request.ctx, request.params.assignmentId, request.body))
  })
}

const noShowRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.post('/assignments/:assignmentId/no-show', {
    config: { access: ['lead', 'hr'] },
    schema: {
      operationId: 'raiseNoShow',
      summary: 'Somebody was missed: the person is asked first and has 48 hours to answer',
      description: 'Nothing is recorded before, and nobody else is told.',
      tags: ['Hours'],
      params: Params,
      response: { 201: NoShow, ...problems(400, 401, 403, 404, 409) }
    },
    handler: async (request, reply) =>
      reply.code(201).send(await raiseNoShow(request.ctx, request.params.assignmentId))
  })

  app.post('/assignments/:assignmentId/no-show/answer', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'answerNoShow',
      summary: 'Say what happened; it is not recorded then',
      tags: ['Hours'],
      params: Params,
      body: Body({ answer: Reason }),
      response: { 200: NoShow, ...problems(400, 401, 403, 404, 409) }
    },
    handler: async ({ ctx, params, body }) => answerNoShow(ctx, params.assignmentId, body.answer)
  })

  app.post('/assignments/:assignmentId/no-show/withdrawal', {
    config: { access: ['lead', 'hr'] },
    schema: {
      operationId: 'withdrawNoShow',
      summary: 'Take it back; the person is told',
      tags: ['Hours'],
      params: Params,
      response: { 200: NoShow, ...problems(400, 401, 403, 404, 409) }
    },
    handler: async (request) => withdrawNoShow(request.ctx, request.params.assignmentId)
  })
}

export const attendanceRoutes: FastifyPluginAsyncTypebox = async (app) => {
  await app.register(attendingRoutes)
  await app.register(noShowRoutes)
}
