import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { problems } from '../lib/problem.ts'
import { Body, Id, Instant, LocalDateText, Nullable, OneOf, Page, PageQuery } from '../lib/schema.ts'
import { QUOTA_SCOPES } from '../words.ts'
import { readMyDue, readQuotas } from './quotas.ts'
import { setQuota } from './set-quota.ts'

const Named = Type.Object({ id: Id, name: Type.String() })

const Quota = {
  id: Id,
  scope: OneOf(QUOTA_SCOPES),
  team: Nullable(Named),
  employee: Nullable(Named),
  hours: Type.Number(),
  minutes: Type.Integer(),
  weeks: Type.Integer(),
  fromOn: LocalDateText,
  toOn: Nullable(LocalDateText),
  createdAt: Instant
}

const Warning = {
  warning: Nullable(OneOf(['below-practice', 'above-practice'])),
  warningSentence: Nullable(Type.String())
}

export const quotaRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/quotas', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'listQuotas',
      summary: 'Quotas that you may see, newest first',
      description: 'The most specific counts: of the person, else of the team, else of the organisation.',
      tags: ['Quotas'],
      querystring: Type.Object(PageQuery),
      response: { 200: Page(Type.Object(Quota)), ...problems(400, 401) }
    },
    handler: async (request) => readQuotas(request.ctx, request.query)
  })

  app.post('/quotas', {
    config: { access: ['hr', 'admin', 'lead'] },
    schema: {
      operationId: 'setQuota',
      summary: 'Set hours due per so many weeks, from a day on',
      description: 'HR sets every quota, a lead those of the own team and its people. History is kept.',
      tags: ['Quotas'],
      body: Body({
        scope: OneOf(QUOTA_SCOPES),
        teamId: Type.Optional(Id),
        employeeId: Type.Optional(Id),
        hours: Type.Number({ minimum: 0, maximum: 2000, description: 'May have a fraction, to the minute.' }),
        weeks: Type.Integer({ minimum: 1, maximum: 52 }),
        fromOn: LocalDateText,
        toOn: Type.Optional(LocalDateText)
      }),
      response: { 201: Type.Object({ ...Quota, ...Warning }), ...problems(400, 401, 403, 404, 409, 422) }
    },
    handler: async (request, reply) => reply.code(201).send(await setQuota(request.ctx, request.body))
  })

  app.get('/me/due', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'readMyDue',
      summary: 'Minutes I owe from a day until before another',
      tags: ['Me'],
      querystring: Type.Object({ fromOn: LocalDateText, toOn: LocalDateText }),
      response: {
        200: Type.Object({ fromOn: LocalDateText, toOn: LocalDateText, dueMinutes: Type.Integer() }),
        ...problems(400, 401, 422)
      }
    },
    handler: async (request) => readMyDue(request.ctx, request.query)
  })
}
