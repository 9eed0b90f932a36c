import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { problems } from '../lib/problem.ts'
import { Body, Id, LocalDateText, OneOf, PageQuery } from '../lib/schema.ts'
import { TRACK_CREDITS } from '../words.ts'
import { confirmHours, confirmManyHours } from './confirm-hours.ts'
import { correctHours } from './correct-hours.ts'
import { creditHours } from './credit-hours.ts'
import { readHours } from './read-hours.ts'
import { readMyBalance } from './read-my-balance.ts'
import { BalanceReply, Entry, EntryMinutes, Hours, PeriodQuery, Reason } from './schemas.ts'

const readingRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/me/hours', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'readMyHours',
      summary: 'My hours: proposed by shifts that are over, and those in the ledger',
      tags: ['Hours'],
      querystring: Type.Object(PageQuery),
      response: { 200: Hours, ...problems(400, 401) }
    },
    handler: async ({ ctx, query }) => readHours(ctx, ctx.actor.employeeId, query)
  })

  app.get('/me/balance', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'readMyBalance',
      summary: 'What I owe and have done from one day up to another',
      tags: ['Hours'],
      querystring: Type.Object(PeriodQuery),
      response: { 200: BalanceReply, ...problems(400, 401) }
    },
    handler: async (request) => readMyBalance(request.ctx, request.query)
  })

  app.get('/employees/:employeeId/hours', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'readEmployeeHours',
      summary: "A person's hours, for themselves, the leads of their team and HR",
      tags: ['Hours'],
      params: Type.Object({ employeeId: Id }),
      querystring: Type.Object(PageQuery),
      response: { 200: Hours, ...problems(400, 401, 404) }
    },
    handler: async (request) => readHours(request.ctx, request.params.employeeId, request.query)
  })
}

const writingRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.post('/me/hours/confirmations', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'confirmMyHours',
      summary: 'Confirm several of my shifts as planned: all or none',
      tags: ['Hours'],
      body: Body({ assignmentIds: Type.Array(Id, { minItems: 1, maxItems: 100, uniqueItems: true }) }),
      response: { 201: Type.Object({ items: Type.Array(Entry) }), ...problems(400, 401, 404, 409) }
    },
    handler: async (request, reply) => {
      const items = await confirmManyHours(request.ctx, request.body.assignmentIds)
      return reply.code(201).send({ items })
    }
  })

  app.post('/assignments/:assignmentId/hours', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'confirmHours',
      summary: 'Confirm the hours of a shift, as planned or with other minutes and a reason',
      description:
        'The person does so in the 14 days after the shift, a lead of their team at any time after it.',
      tags: ['Hours'],
      params: Type.Object({ assignmentId: Id }),
      body: Body({ minutes: Type.Optional(EntryMinutes), reason: Type.Optional(Reason) }),
      response: { 201: Entry, ...problems(400, 401, 403, 404, 409) }
    },
    handler: async (request, reply) =>
      reply.code(201).send(await confirmHours(request.ctx, request.params.assignmentId, request.body))
  })

  app.post('/hours/:entryId/correction', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'correctHours',
      summary: 'Correct hours; the old value stays in the ledger',
      description: '`minutes` is what the entry should have said. Any entry of a chain stands for the chain.',
      tags: ['Hours'],
      params: Type.Object({ entryId: Id }),
      body: Body({ minutes: EntryMinutes, reason: Reason }),
      response: { 201: Entry, ...problems(400, 401, 403, 404, 409) }
    },
    handler: async (request, reply) =>
      reply.code(201).send(await correctHours(request.ctx, request.params.entryId, request.body))
  })

  app.post('/employees/:employeeId/credits', {
    config: { access: ['lead', 'hr'] },
    schema: {
      operationId: 'creditHours',
      summary: 'Credit hours that were not worked on a shift',
      tags: ['Hours'],
      params: Type.Object({ employeeId: Id }),
      body: Body({
        minutes: Type.Integer({ minimum: 1, maximum: 1440 }),
        onDay: LocalDateText,
        reason: Reason,
        purpose: Type.Optional(OneOf(TRACK_CREDITS, 'The track they were done on; hours count alike.'))
      }),
      response: { 201: Entry, ...problems(400, 401, 403, 404, 409) }
    },
    handler: async (request, reply) =>
      reply.code(201).send(await creditHours(request.ctx, request.params.employeeId, request.body))
  })
}

export const hoursRoutes: FastifyPluginAsyncTypebox = async (app) => {
  await app.register(readingRoutes)
  await app.register(writingRoutes)
}
