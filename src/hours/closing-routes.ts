import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { problems } from '../lib/problem.ts'
import { Body, Id, LocalDateText } from '../lib/schema.ts'
import { closePeriod } from './close-period.ts'
import { changePolicy, readPolicy } from './policy.ts'
import { readClosedBalances, readClosings } from './read-closings.ts'
import { ClosedBalances, ClosingReply, Closings, Policy } from './schemas.ts'

const readingRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/hours/policy', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'readHoursPolicy',
      summary: 'How the books of hours are kept',
      tags: ['Hours'],
      response: { 200: Type.Object(Policy), ...problems(401) }
    },
    handler: async (request) => readPolicy(request.ctx.db)
  })

  app.get('/hours/closings', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'listClosings',
      summary: 'Periods of the books that are closed, latest first',
      tags: ['Hours'],
      response: { 200: Closings, ...problems(401) }
    },
    handler: async (request) => ({ items: await readClosings(request.ctx) })
  })

  app.get('/me/closed-balances', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'readMyClosedBalances',
      summary: 'Where I stood at the end of each closed period, and what I took along',
      tags: ['Hours'],
      response: { 200: ClosedBalances, ...problems(401) }
    },
    handler: async ({ ctx }) => ({ items: await readClosedBalances(ctx, ctx.actor.employeeId) })
  })

  app.get('/employees/:employeeId/closed-balances', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'readClosedBalances',
      summary: 'The same of a person, for themselves, the leads of their team and HR',
      tags: ['Hours'],
      params: Type.Object({ employeeId: Id }),
      response: { 200: ClosedBalances, ...problems(400, 401, 404) }
    },
    handler: async ({ ctx, params }) => ({ items: await readClosedBalances(ctx, params.employeeId) })
  })
}

const writingRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.put('/hours/policy', {
    config: { access: ['hr'] },
    schema: {
      operationId: 'changeHoursPolicy',
      summary: 'Change the length of periods and the cap of what is carried, from the next closing on',
      tags: ['Hours'],
      body: Body(Policy),
      response: { 200: Type.Object(Policy), ...problems(400, 401, 403) }
    },
    handler: async (request) => changePolicy(request.ctx, request.body)
  })

  app.post('/hours/closings', {
    config: { access: ['hr'] },
    schema: {
      operationId: 'closePeriod',
      summary: 'Close the period that holds a day, or bring a closed one in line with corrections since',
      description:
        'Happens by itself two weeks after a period. Each balance is carried into the next, cut to the cap, and each person is told. A second time changes nothing.',
      tags: ['Hours'],
      body: Body({ onDay: LocalDateText }),
      response: { 200: ClosingReply, 201: ClosingReply, ...problems(400, 401, 403, 409) }
    },
    handler: async (request, reply) => {
      const closing = await closePeriod(request.ctx, request.body.onDay)
      return reply.code(closing.isNew ? 201 : 200).send(closing)
    }
  })
}

export const closingRoutes: FastifyPluginAsyncTypebox = async (app) => {
  await app.register(readingRoutes)
  await app.register(writingRoutes)
}
