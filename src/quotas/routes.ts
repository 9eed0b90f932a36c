import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { problems } from '../lib/problem.ts'
import { Body, Id, Instant, LocalDateText, Nullable, OneOf, Page, PageQuery } from '../lib/schema.ts'
import { QUOTA_SCOPES } from '../words.ts'
import { endQuota } from './end-quota.ts'
import { previewQuota } from './preview-quota.ts'
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
  createdAt: Instant,
  createdBy: Nullable(Named)
}

const Warning = {
  warning: Nullable(OneOf(['below-practice', 'above-practice'])),
  warningSentence: Nullable(Type.String())
}

const WantedQuota = Body({
  scope: OneOf(QUOTA_SCOPES),
  teamId: Type.Optional(Id),
  employeeId: Type.Optional(Id),
  hours: Type.Number({ minimum: 0, maximum: 2000, description: 'May have a fraction, to the minute.' }),
  weeks: Type.Integer({ minimum: 1, maximum: 52 }),
  fromOn: LocalDateText,
  toOn: Type.Optional(LocalDateText)
})

const Effect = {
  fromOn: LocalDateText,
  toOn: LocalDateText,
  dueMinutesBefore: Type.Integer({ description: 'Of all whom the quota reaches, exempt days left out.' }),
  dueMinutesAfter: Type.Integer(),
  more: Type.Integer({ description: 'People who would owe more.' }),
  less: Type.Integer(),
  unchanged: Type.Integer(),
  people: Type.Array(
    Type.Object({ employee: Named, beforeMinutes: Type.Integer(), afterMinutes: Type.Integer() }),
    { description: 'Who would owe more or less, the greatest change first, 200 at most.' }
  ),
  seats: Type.Object(
    { wanted: Type.Integer(), fillableBefore: Type.Integer(), fillableAfter: Type.Integer() },
    { description: 'Seats that all rotations want in these days, and how many the hours due could fill.' }
  )
}

export const quotaRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/quotas', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'listQuotas',
      summary: 'Quotas that you may see, newest first',
      description:
        'The most specific counts: of the person, else of the team, else of the organisation. With `teamId` or `employeeId`: the history of one.',
      tags: ['Quotas'],
      querystring: Type.Object({
        ...PageQuery,
        teamId: Type.Optional(Id),
        employeeId: Type.Optional(Id)
      }),
      response: { 200: Page(Type.Object(Quota)), ...problems(400, 401) }
    },
    handler: async (request) => readQuotas(request.ctx, request.query)
  })

  app.post('/quotas', {
    config: { access: ['hr', 'admin', 'lead'] },
    schema: {
      operationId: 'setQuota',
      summary: 'Set hours due per so many weeks, from a day on',
      description:
        'HR sets every quota, a lead those of the own team and its people. History is kept, and whose due changes is told.',
      tags: ['Quotas'],
      body: WantedQuota,
      response: { 201: Type.Object({ ...Quota, ...Warning }), ...problems(400, 401, 403, 404, 409, 422) }
    },
    handler: async (request, reply) => reply.code(201).send(await setQuota(request.ctx, request.body))
  })

  app.post('/quotas/preview', {
    config: { access: ['hr', 'admin', 'lead'] },
    schema: {
      operationId: 'previewQuota',
      summary: 'What a quota would change; nothing is written',
      description: 'Compared over twelve weeks from its first day or from today, or until it ends.',
      tags: ['Quotas'],
      body: WantedQuota,
      response: { 200: Type.Object({ ...Effect, ...Warning }), ...problems(400, 401, 403, 404, 409, 422) }
    },
    handler: async (request) => previewQuota(request.ctx, request.body)
  })

  app.post('/quotas/:quotaId/end', {
    config: { access: ['hr', 'admin', 'lead'] },
    schema: {
      operationId: 'endQuota',
      summary: 'Let a quota end earlier, today or on a day to come',
      description: 'The next specific one counts again from then on. Whose due changes is told.',
      tags: ['Quotas'],
      params: Type.Object({ quotaId: Id }),
      body: Body({ toOn: LocalDateText }),
      response: { 200: Type.Object(Quota), ...problems(400, 401, 403, 404, 422) }
    },
    handler: async ({ ctx, params, body }) => endQuota(ctx, params.quotaId, body.toOn)
  })

  app.get('/me/due', {
    config: { access: 'signed-in' },
    schema: {
      operationId: 'readMyDue',
      summary: 'Minutes I owe from a day until before another',
      tags: ['Me'],
      querystring: Type.Object({ fromOn: LocalDateText, toOn: LocalDateText }),
      response: {
        200: Type.Object({
          fromOn: LocalDateText,
          toOn: LocalDateText,
          dueMinutes: Type.Integer(),
          waivedMinutes: Type.Integer()
        }),
        ...problems(400, 401, 422)
      }
    },
    handler: async (request) => readMyDue(request.ctx, request.query)
  })
}
